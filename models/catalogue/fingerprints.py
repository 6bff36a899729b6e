"""What tells architectures apart: the names and shapes of their tensors, as sums and samples of hashes.

An architecture's *body* is what is the same for whatever number of classes and size of input: not its head, not what
depends on the input's size, and no counters and tables that some files leave out.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from math import isqrt

Shapes = Mapping[str, tuple[int, ...]]

SAMPLE = 24
"""How many tensors of a body are kept, the same ones of it whatever else a file holds: those with the least hashes."""

_WORKED_OUT = """num_batches_tracked relative_position_index relative_coords_table attn_mask attention_bias_idxs
position_ids rel_coords_log rel_indices rel_pos_indices relative_coordinates_log height_lookup width_lookup k_bias
periods inv_freq"""
WORKED_OUT = frozenset(_WORKED_OUT.split())
"""Last parts of names that say nothing: files hold them or not, as the version was that wrote them."""

_OF_SIZE = frozenset({"pos_embed", "pos_embedding", "relative_position_bias_table", "attention_biases"})
_NUMBER = re.compile(r"\d+")
BITS = 64
"""Of a hash, and of a sum of them."""


@dataclass(frozen=True, slots=True)
class Position:
    """A network's position embedding (1, tokens, width), which tells the size of the input."""

    name: str
    tokens: int
    side: int
    """Rows and columns of the input that it is of."""
    argument: str
    """The network's argument for another size: "img_size", "image_size"."""

    def side_for(self, shape: tuple[int, ...]) -> int | None:
        """Rows and columns of the input that an embedding of this shape is of; None where they cannot be told."""
        cells = isqrt(self.tokens)
        grid = shape[1] - (self.tokens - cells * cells) if len(shape) == 3 else 0
        return isqrt(grid) * self.side // cells if grid > 0 and isqrt(grid) ** 2 == grid else None


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of the tensors of one or more architectures that share all their names and shapes."""

    models: tuple[str, ...]
    """As `load_model` takes them, the plainest first."""
    tensors: int
    """How many the body has."""
    total: int
    """Sum of their hashes, names and shapes."""
    names: int
    """Sum of the hashes of their names alone."""
    sample: frozenset[int]
    patterns: frozenset[int]
    """Hashes of the names without numbers."""
    children: frozenset[str]
    """First parts of the body's names."""
    head: tuple[str, ...]
    """Modules that hold the classes."""
    sized: frozenset[str]
    """Patterns of the names of tensors that depend on the input's size."""
    sizes: int
    """Sum of the hashes of those, names and shapes."""
    position: Position | None = None

    def body(self, shapes: Shapes) -> dict[str, tuple[int, ...]]:
        """The tensors that lie where this architecture has its body."""
        inside = {name: shape for name, shape in shapes.items() if name.partition(".")[0] in self.children}
        return body(inside, self.head, self.sized)

    def sized_in(self, shapes: Shapes) -> dict[str, tuple[int, ...]]:
        """The tensors that depend on the input's size."""
        return sized_among(shapes, self.sized)


def hash_of(name: str, shape: tuple[int, ...] | None = None) -> int:
    """A number of 64 bits for a name, or for a name and a shape."""
    text = name if shape is None else f"{name} {'x'.join(map(str, shape))}"
    return int.from_bytes(blake2b(text.encode(), digest_size=BITS // 8).digest(), "big")


def summed(hashes: Iterable[int]) -> int:
    """One number for a set of hashes, in whatever order."""
    return sum(hashes) % 2**BITS


def total_of(shapes: Shapes) -> int:
    """One number for all names and shapes."""
    return summed(hash_of(name, shape) for name, shape in shapes.items())


def short(number: int) -> int:
    """A hash as samples keep it: its first half."""
    return number >> BITS // 2


@lru_cache(maxsize=2**14)
def pattern(name: str) -> str:
    """A name without its numbers: what is repeated has one."""
    return _NUMBER.sub("#", name)


def form_of(name: str) -> int:
    """A short hash of the pattern, dots at numbers left out: "norm.1.weight" and "norm1.weight" are alike."""
    return short(hash_of(re.sub(r"\.?\d+", "", name))) >> 8


def body(shapes: Shapes, head: tuple[str, ...], sized: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """What is left of the tensors for whatever classes and input; `sized` are patterns."""
    fronts = tuple(f"{module}." for module in head)
    patterns = frozenset(sized)
    return {
        name: shape
        for name, shape in shapes.items()
        if name.rpartition(".")[2] not in WORKED_OUT
        and not name.startswith(fronts)
        and name not in head
        and pattern(name) not in patterns
    }


def sized_among(shapes: Shapes, sized: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The tensors whose names have one of these patterns."""
    told = {name: shape for name, shape in shapes.items() if name.rpartition(".")[2] not in WORKED_OUT}
    return {name: shape for name, shape in told.items() if pattern(name) in sized}


def fingerprint(
    models: tuple[str, ...], shapes: Shapes, head: tuple[str, ...], sized: Iterable[str], position: Position | None
) -> Fingerprint:
    """Of a network that has these tensors; `sized` are patterns of names."""
    patterns = frozenset(sized) | {pattern(name) for name in shapes if name.rpartition(".")[2] in _OF_SIZE}
    kept = body(shapes, head, patterns)
    hashes = sorted(hash_of(name, shape) for name, shape in kept.items())
    return Fingerprint(
        models,
        tensors=len(kept),
        total=summed(hashes),
        names=summed(map(hash_of, kept)),
        sample=frozenset(map(short, hashes[:SAMPLE])),
        patterns=frozenset(map(form_of, kept)),
        children=frozenset(name.partition(".")[0] for name in kept),
        head=head,
        sized=patterns,
        sizes=total_of(sized_among(shapes, patterns)),
        position=position,
    )
