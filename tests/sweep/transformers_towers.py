"""Networks of transformers that see and read, and the vision towers of large language models."""

from .transformers_entries import Tiny

TOWERS: tuple[Tiny, ...] = ()
