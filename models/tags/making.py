"""What makes weights: sigmoid, softmax and their like, by torch's functions or written out in plain arithmetic."""

from dataclasses import replace

import torch

from .application import Call
from .operations import plain_name
from .origins import Origin
from .provenance import Made, Tag

LOGARITHMS = {"log_softmax": "softmax", "log_sigmoid": "sigmoid"}
"""Weights as logarithms, and what their exponential is."""

DIVISIONS = ("div", "truediv", "itruediv", "true_divide", "divide")
_INVERSES = ("rtruediv", "rdiv", "reciprocal")
_DIFFERENCES = ("sub", "subtract", "isub")


def made_by_exp(tag: Tag) -> Made | None:
    """What the exponential of a logarithm is; None where the tensor is none."""
    source = LOGARITHMS.get(tag.weights.source) if tag.weights else None
    return replace(tag.weights, source=source) if tag.weights and source else None


def made_after_exp(tags: list[Tag], call: Call, made: Made) -> Made | None:
    """1 / (1 + exp(-x)) is a sigmoid, exp(x) / sum(exp(x)) a softmax. The tags are the operands'."""
    name = plain_name(call.function).strip("_")
    inverse = name in _INVERSES or (name == "pow" and call.args[1:] == (-1,))
    if inverse or (name in DIVISIONS and tags[0].weights is None):
        return replace(made, source="sigmoid")
    if name in DIVISIONS and len(tags) == 2 and not tags[1].constant:
        return replace(made, source="softmax")
    return made if all(tag.weights or tag.constant for tag in tags) else None


def made_by_arithmetic(tags: list[Tag], call: Call) -> Made | None:
    """Weights that stay weights in arithmetic, or that it makes. The tags are the operands'."""
    made = next((tag.weights for tag in tags if tag.weights), None)
    name = plain_name(call.function).strip("_")
    if made is None:
        taken = name in _DIFFERENCES and len(tags) == 2 and tags[1].total == "log" and tags[0].origin
        return Made("log_softmax", taken, tags[0].score, torch.Size()) if taken else None
    if made.source == "exp":
        return made_after_exp(tags, call, made)
    shares = name in DIVISIONS  # weights by their sum
    if shares and len(tags) == 2 and tags[1].weights and not tags[1].constant:
        return None  # a quotient of weights has no bounds
    kept = all(tag.weights or tag.constant or (shares and tag.total) for tag in tags)
    return made if kept or any(tag.score for tag in tags) else None


def made_by_normalizing(call: Call, tag: Tag, origin: Origin, shape: torch.Size) -> Made | None:
    """F.normalize keeps weights, and makes them of one learned number per position.

    **Source**: the latter Shaker et al., 2023, "SwiftFormer", arXiv 2303.15446, section 3.1.
    """
    if tag.weights:
        return replace(tag.weights, source="softmax") if tag.weights.source == "exp" else tag.weights
    along = call.kwargs.get("dim", call.args[2] if len(call.args) > 2 else 1)
    number_each = tag.linear and len(shape) == 3 and shape[2] == 1 and along == 1
    return Made("normalize", origin, False, shape) if number_each else None
