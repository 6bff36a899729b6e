"""The tour network: small, trained, embedded, and with every kind of attention in one pass.

Stages 0 and 1 weigh channels (squeeze and excitation), stages 2 and 3 channels and positions (CBAM), the encoder is
three transformer blocks with a class token. It names the one real object in a scene of models/scenes.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import nn

from ..errors import UserError
from .attention import MultiHeadAttention
from .cbam import CBAM
from .sizes import require_maps, told
from .squeeze_excitation import SqueezeExcitation

INPUT_SIZE = 96
MEAN = (0.5, 0.5, 0.5)
STD = (0.25, 0.25, 0.25)
EMBEDDED_WEIGHTS = Path(__file__).parents[2] / "assets" / "tour.safetensors"


def _conv(inputs: int, outputs: int, stride: int) -> nn.Sequential:
    # Kernels of 4 where the size is halved: with 3 every stage would see half a pixel up and to the left of where its
    # cell is drawn, half a cell after three of them.
    kernel = 3 if stride == 1 else 4
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


class GatedStage(nn.Module):
    """Two convolutions, and channel attention by squeeze and excitation beside a shortcut.

    **Shapes**: (B, inputs, H, W) -> (B, outputs, H / stride, W / stride).
    """

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.enter = _conv(inputs, outputs, stride)
        self.body = _conv(outputs, outputs, 1)
        self.gate = SqueezeExcitation(outputs)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The entered features plus what the gate lets through."""
        x = self.enter(x)
        return x + self.gate(self.body(x))


class CbamStage(nn.Module):
    """Two convolutions, and CBAM over all that leaves the stage.

    There is no shortcut around the CBAM: what its spatial half closes is not seen by anything after it, so the gate
    must find the object.

    **Shapes**: (B, inputs, H, W) -> (B, outputs, H / stride, W / stride).
    """

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.enter = _conv(inputs, outputs, stride)
        self.body = _conv(outputs, outputs, 1)
        self.cbam = CBAM(outputs, kernel_size=7, normalise=True)

    def ungated(self, x: torch.Tensor) -> torch.Tensor:
        """The features of both convolutions, before the CBAM."""
        x = self.enter(x)
        return x + self.body(x)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """The features of both convolutions, as far as the CBAM lets them through."""
        return self.cbam(self.ungated(x))


class EncoderBlock(nn.Module):
    """A transformer block: attention over all tokens, then two linear layers on each, both beside a shortcut.

    **Shapes**: (B, tokens, width) -> (B, tokens, width).
    **Source**: Dosovitskiy et al., 2021, arXiv 2010.11929, section 3.1, equations 2 and 3.
    """

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        head = width // heads
        self.norm = nn.LayerNorm(width)
        self.attention = MultiHeadAttention(width, width, width, heads, head, head, width)
        self.mix = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.GELU(), nn.Linear(3 * width, width)
        )

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """The tokens after one exchange among them."""
        seen = self.norm(tokens)
        tokens = tokens + self.attention(seen, seen, seen)
        return tokens + self.mix(tokens)


class TourNetwork(nn.Module):
    """Names the object in a scene, with all kinds of attention on the way.

    **Shapes**: (B, 3, 96, 96), normalised with MEAN and STD -> (B, classes) logits.
    **Raises**: UserError for an input of another shape.
    """

    input_size = INPUT_SIZE

    def __init__(self, classes: int = 12, width: int = 128, heads: int = 4, blocks: int = 3) -> None:
        super().__init__()
        self.stages = nn.ModuleList(
            [GatedStage(3, 32, 2), GatedStage(32, 64, 2), CbamStage(64, 96, 1), CbamStage(96, width, 2)]
        )
        cells = (INPUT_SIZE // 8) ** 2
        self.class_token = nn.Parameter(torch.zeros(1, 1, width))
        self.positions = nn.Parameter(torch.zeros(1, cells + 1, width))
        self.encoder = nn.ModuleList([EncoderBlock(width, heads) for _ in range(blocks)])
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, classes)
        nn.init.trunc_normal_(self.class_token, std=0.02)
        nn.init.trunc_normal_(self.positions, std=0.1)

    def features(self, x: torch.Tensor) -> torch.Tensor:
        """What the stages hand to the encoder: (B, 3, 96, 96) -> (B, width, 12, 12)."""
        require_maps(x, 3, "The tour network")
        if tuple(x.shape[2:]) != (INPUT_SIZE, INPUT_SIZE):
            raise UserError(f"The tour network needs images (B, 3, {INPUT_SIZE}, {INPUT_SIZE}), but got {told(x)}.")
        for stage in self.stages:
            x = stage(x)
        return x

    def tokens(self, features: torch.Tensor) -> torch.Tensor:
        """The features as tokens, the class token first: (B, width, 12, 12) -> (B, 145, width)."""
        cells = features.flatten(2).transpose(1, 2)  # (B, 144, width)
        return torch.cat([self.class_token.expand(len(cells), -1, -1), cells], dim=1) + self.positions

    def classify(self, features: torch.Tensor) -> torch.Tensor:
        """What the encoder and the head make of the features: (B, width, 12, 12) -> (B, classes)."""
        tokens = self.tokens(features)
        for block in self.encoder:
            tokens = block(tokens)
        return self.head(self.norm(tokens[:, 0]))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Logits per class."""
        return self.classify(self.features(x))


def as_input(images: torch.Tensor) -> torch.Tensor:
    """Images as the network's input.

    **Shapes**: (B, H, W, 3) of 0 to 255 -> (B, 3, H, W) normalised with MEAN and STD.
    """
    scaled = images.permute(0, 3, 1, 2).float() / 255
    mean, std = (torch.tensor(value, device=images.device)[:, None, None] for value in (MEAN, STD))
    return (scaled - mean) / std


def save_tour(network: TourNetwork, classes: Sequence[str], path: Path) -> None:
    """Write the weights with what it takes to use them: class names, mean and deviation of the input."""
    metadata = {"classes": json.dumps(classes), "mean": json.dumps(MEAN), "std": json.dumps(STD)}
    weights = {name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}
    unfinished = path.with_suffix(".new")
    unfinished.write_bytes(save(weights, metadata))
    unfinished.replace(path)


def load_tour(path: Path | None = None) -> TourNetwork:
    """The tour network with its weights, on the CPU and in evaluation mode.

    `path` is a file that `train-tour` wrote; None: the embedded weights.

    **Raises**: UserError where the file is missing or is not of this network.
    """
    path = EMBEDDED_WEIGHTS if path is None else path
    try:
        with safe_open(path, framework="pt") as file:
            classes = json.loads((file.metadata() or {})["classes"])
            names = file.keys()  # the file itself cannot be iterated
            weights = {name: file.get_tensor(name).float() for name in names}
        network = TourNetwork(len(classes))
        network.load_state_dict(weights)
    except FileNotFoundError as error:
        raise UserError(f"There are no tour weights at {path}: train them with attnscope train-tour.") from error
    except (SafetensorError, OSError, KeyError, ValueError, RuntimeError) as error:
        raise UserError(
            f"{path} holds no weights of the tour network: choose the file that train-tour wrote."
        ) from error
    return network.eval()
