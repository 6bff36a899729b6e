"""What a network says that the image shows, out of whatever it returns."""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from .records import Prediction

_AT_MOST = 20
_SUM_TOLERANCE = 1e-3
_FEATURES = {"last_hidden_state", "pooler_output", "image_embeds"}
"""Parts of an output that are no class scores, as transformers names them."""


def predictions(output: Any, labels: tuple[str, ...], at_most: int = _AT_MOST) -> tuple[Prediction, ...]:
    """The most probable classes, most probable first; empty where the output is no row of at least two class scores."""
    scores = class_scores(output)
    if scores is None:
        return ()
    probable = _probabilities(scores.detach().float().flatten().cpu())
    values, order = probable.topk(min(at_most, len(probable)))
    names = labels if len(labels) == len(probable) else None
    found = zip(values.tolist(), order.tolist(), strict=True)
    return tuple(Prediction(names[i] if names else f"class {i}", p, i) for p, i in found)


def misnamed(output: Any, labels: tuple[str, ...]) -> tuple[str, ...]:
    """A sentence where the names are not as many as the classes, so that nobody can tell which is whose."""
    scores = class_scores(output)
    if not labels or scores is None or scores.numel() == len(labels):
        return ()
    names = "is 1 class name" if len(labels) == 1 else f"are {len(labels)} class names"
    cure = "give the file of labels that belongs to these weights"
    return (f"There {names} for {scores.numel()} classes, so none is shown: {cure}.",)


def class_scores(output: Any, images: int = 1) -> Tensor | None:
    """The (images, n) scores in an output: itself, its `logits`, or the first that fits in a tuple, list or dict."""
    if isinstance(output, Tensor):
        return output if _fits(output, images) else None
    logits = output.get("logits") if isinstance(output, Mapping) else getattr(output, "logits", None)
    if isinstance(logits, Tensor) and _fits(logits, images):
        return logits
    if isinstance(output, Mapping) and output.keys() & _FEATURES:
        return None  # a backbone without a head
    parts = output.values() if isinstance(output, Mapping) else output if isinstance(output, tuple | list) else ()
    return next((scores for part in parts if (scores := class_scores(part, images)) is not None), None)


def _fits(tensor: Tensor, images: int) -> bool:
    return tensor.dim() == 2 and tensor.shape[0] == images and tensor.shape[1] >= 2 and tensor.is_floating_point()


def _probabilities(scores: Tensor) -> Tensor:
    """Softmax, where the network has not done that itself; a score that is no number counts as none."""
    scores = scores.nan_to_num(nan=-torch.inf)
    if scores.min() >= 0 and abs(float(scores.sum()) - 1) < _SUM_TOLERANCE:
        return scores
    return scores.softmax(0).nan_to_num()
