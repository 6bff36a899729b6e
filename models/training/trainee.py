"""The tour network as it is trained: with a second classifier that makes its spatial gates find the object."""

import torch
from torch import nn

from ..networks.tour import CbamStage, TourNetwork


class Trainee(nn.Module):
    """The tour network with a second, small classifier that is there only to train it.

    The small one sees the last CBAM stage as a mean weighed by its spatial gate. What the gate lets through is all
    that it has, and a gate that is open everywhere drowns the object in clutter; so the gate learns to find it,
    although nothing says where it is.
    """

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.network = TourNetwork(classes)
        self.pooled_head = nn.Linear(self.network.head.in_features, classes)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Logits of the network and of the small classifier, and how open the spatial gates are.

        **Shapes**: (B, 3, 96, 96) -> (B, classes), (B, classes), () from 0 to 1: the mean of a gate beside its
        largest value.
        """
        gated, gate, openness = x, x, []
        for stage in self.network.stages:
            if not isinstance(stage, CbamStage):
                gated = stage(gated)
                continue
            weighed = stage.cbam.channel(stage.ungated(gated))
            gate = stage.cbam.spatial.weights(weighed)  # (B, 1, H, W)
            gated = weighed * gate
            openness.append((gate.float().mean(dim=(1, 2, 3)) / gate.float().amax(dim=(1, 2, 3))).mean())
        mean = gated.float().sum(dim=(2, 3)) / gate.float().sum(dim=(2, 3))  # (B, width)
        return self.network.classify(gated), self.pooled_head(mean), torch.stack(openness).mean()
