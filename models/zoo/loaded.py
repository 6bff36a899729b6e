"""A network that is ready to run, with all that is known about it."""

from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from ..model_request import Precision
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
    precision: Precision = "float32"
    random_head: bool = False
    """True where a checkpoint was put into it without its head."""
    weights: str = ""
    """Name of the weights, or of their file."""
    notes: tuple[str, ...] = ()
    """What has to be said of how it was loaded."""
    own_preprocess: Preprocess | None = None
    """As the network's own record says it, before the user's wishes; None where these are none."""
    folder: Path | None = None
    """Where the user's own code lies, so that the line is named that he can mend."""


def describe(loaded: Loaded) -> ModelInfo:
    """What the window shows of the network."""
    weights = [p for p in loaded.model.parameters() if not nn.parameter.is_lazy(p)]
    stored = str(weights[0].dtype).removeprefix("torch.") if weights else "float32"
    own = loaded.own_preprocess or loaded.preprocess
    return ModelInfo(
        spec=loaded.spec,
        title=loaded.title or loaded.spec,
        labels=loaded.labels,
        parameters=sum(p.numel() for p in weights),
        input_size=loaded.preprocess.size,
        device=str(loaded.device),
        precision=stored if loaded.precision == "float32" else loaded.precision,
        random_weights=loaded.random_weights,
        random_head=loaded.random_head,
        preprocess_guessed=loaded.preprocess.guessed,
        weights=loaded.weights,
        notes=loaded.notes,
        own_size=own.size,
        fit=own.fit,
        mean=own.mean,
        std=own.std,
        own_guessed=own.guessed,
    )
