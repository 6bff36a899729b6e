"""A network that is ready to run, with all that is known about it."""

from dataclasses import dataclass, field

import torch
from torch import nn

from ..pictures.preprocess import Preprocess
from ..records import ModelInfo


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """A network in evaluation mode on its device, how an image becomes its input, and the names of its classes.

    `labels` is empty where nobody knows them.
    """

    model: nn.Module
    preprocess: Preprocess
    labels: tuple[str, ...]
    spec: str
    title: str = ""
    random_weights: bool = False
    """True where the weights were not learnt: what the network attends to means nothing then."""
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))


def describe(loaded: Loaded) -> ModelInfo:
    """What the window shows of the network."""
    weights = [p for p in loaded.model.parameters() if not nn.parameter.is_lazy(p)]
    return ModelInfo(
        spec=loaded.spec,
        title=loaded.title or loaded.spec,
        labels=loaded.labels,
        parameters=sum(p.numel() for p in weights),
        input_size=loaded.preprocess.size,
        device=str(loaded.device),
        precision=str(weights[0].dtype).removeprefix("torch.") if weights else "float32",
        random_weights=loaded.random_weights,
        preprocess_guessed=loaded.preprocess.guessed,
    )
