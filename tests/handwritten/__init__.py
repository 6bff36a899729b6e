"""Small networks written by hand, with what must be found in each: gates, attention, and what only looks like it."""

from . import (
    channel_gates,
    no_attention,
    pooling_attention,
    softmax_attention,
    spatial_gates,
    summed_attention,
    torch_attention,
    unseen_attention,
    whole_gates,
)
from .written import Handwritten

__all__ = ["HANDWRITTEN", "Handwritten"]

_FILES = (
    channel_gates,
    spatial_gates,
    whole_gates,
    softmax_attention,
    torch_attention,
    pooling_attention,
    summed_attention,
    no_attention,
    unseen_attention,
)
HANDWRITTEN: tuple[Handwritten, ...] = tuple(entry for file in _FILES for entry in file.ENTRIES)
"""All of them; names are unique."""
