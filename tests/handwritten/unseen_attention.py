"""Attention whose weights are never formed: it must be named among what was missed."""

from functools import partial

import torch

from .written import Handwritten, OnHeads, heads

ENTRIES = [
    Handwritten(
        "three factors at once",
        partial(OnHeads, lambda m, q, k, v: torch.einsum("bhqd,bhkd,bhke->bhqe", q, k, v)),
        heads,
        (),
        missed=True,
    ),
]
