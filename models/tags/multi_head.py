"""The inside of F.multi_head_attention_forward."""

import types
from collections.abc import Callable
from typing import Any

from torch.nn import functional as F


def _inside() -> Callable[..., Any]:
    # The function hands itself to a mode as one operation and cannot be entered from there. This is the same function
    # without its own question whether a mode is on.
    given = F.multi_head_attention_forward
    names = {**given.__globals__, "has_torch_function": lambda *_: False}
    inside = types.FunctionType(given.__code__, names, given.__name__, given.__defaults__, given.__closure__)
    inside.__kwdefaults__ = given.__kwdefaults__
    return inside


multi_head_attention_inside = _inside()
"""F.multi_head_attention_forward, whose operations a mode sees one by one."""


def images_of(query: Any) -> int:
    """How many images the query (n_q, B, width) of the function is for; without a batch: 1."""
    return query.shape[1] if query.dim() == 3 else 1
