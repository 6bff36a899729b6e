"""How an architecture that is known agrees with the tensors of a checkpoint."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .fingerprints import WORKED_OUT, Fingerprint, Shapes, form_of, hash_of, short, summed, total_of

ALIKE = 0.3
"""From this share of tensors on, two networks have something in common; it is estimated from a sample."""

_SAME_FORM = 0.75
"""From this share of names on, two networks are built alike, whatever their widths."""
_WRAPPERS = frozenset({"_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module"})
"""Parts of names that wrappers put in anywhere."""
_LEAST_SHARE = 0.2
"""Of all names that a prefix must have, to be tried."""
_DEEPEST = 6
_SOURCES = ("tour", "cbam", "se", "bam", "torchvision", "timm")


@dataclass(frozen=True, slots=True)
class Reading:
    """The checkpoint's tensors with a prefix taken off, those that have it."""

    shapes: Shapes
    samples: frozenset[int]
    forms: frozenset[int]
    told: int
    """How many of the tensors say something."""
    outside: int
    """How many more there are without the prefix."""
    depth: int
    """Parts of the prefix."""
    _shares: dict[frozenset[int], float] = field(default_factory=dict)

    def share_of(self, forms: frozenset[int]) -> float:
        """Of the forms of names here and there, those that both have."""
        if forms not in self._shares:  # many architectures have the same
            self._shares[forms] = len(forms & self.forms) / len(forms | self.forms)
        return self._shares[forms]


@dataclass(frozen=True, slots=True)
class Match:
    """How an architecture agrees with a reading."""

    known: Fingerprint
    exact: bool
    spare: int
    """Tensors that the architecture has no place for, its head not counted."""
    depth: int
    """Parts of the prefix that had to be taken off."""
    alike: float
    """Estimated share of tensors that both have, 0 to 1."""
    forms: float
    """Share of forms of names that both have."""
    same_names: bool
    same_sizes: bool
    """Whether what depends on the input's size is as the architecture has it by itself."""
    has_sizes: bool
    """Whether the file has what depends on the input's size, where the architecture does."""
    side: int | None
    """Rows and columns of an input of another size, where the position embedding tells."""

    @property
    def fits(self) -> bool:
        """Whether the architecture can be built so that names and shapes are all as in the file."""
        return self.exact and (self.same_sizes or self.side is not None)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Less is better; equal where the file does not tell them apart, but for its sizes."""
        return not self.fits, self.spare, self.depth

    @property
    def order(self) -> tuple[object, ...]:
        """Less is better."""
        # In steps, as a sample of tensors tells the share roughly.
        likeness = round(20 * (self.alike + 0.5 * self.same_names + 0.3 * self.forms))
        worth = self.rank if self.exact else ()
        return (*worth, -likeness, not self.same_sizes, place_of(self.known.models[0]))


def readings(shapes: Shapes) -> Iterator[Reading]:
    """The tensors as they are, and without each of the prefixes that many of their names have."""
    plain = {".".join(part for part in name.split(".") if part not in _WRAPPERS): s for name, s in shapes.items()}
    telling = {name: shape for name, shape in plain.items() if name.rpartition(".")[2] not in WORKED_OUT}
    for prefix in _prefixes(telling):
        told = {name.removeprefix(prefix): shape for name, shape in telling.items() if name.startswith(prefix)}
        samples = frozenset(short(hash_of(name, shape)) for name, shape in told.items())
        forms = frozenset(map(form_of, told))
        yield Reading(told, samples, forms, len(told), len(telling) - len(told), prefix.count("."))


def _prefixes(names: Iterable[str]) -> list[str]:
    """The beginnings that many of the names have, with none at all."""
    counts = Counter(
        ".".join(parts[:depth]) + "."
        for parts in (name.split(".") for name in names)
        for depth in range(1, min(len(parts), _DEEPEST))
    )
    total = len(list(names))
    return ["", *(prefix for prefix, count in counts.items() if count >= _LEAST_SHARE * total)]


def matched(known: Fingerprint, reading: Reading) -> Match | None:
    """None where they have next to nothing in common."""
    held = len(known.sample & reading.samples) / len(known.sample)
    forms = reading.share_of(known.patterns)
    shared = held * known.tensors
    alike = shared / max(known.tensors + reading.told - shared, shared, 1)
    if held < 1 and alike < ALIKE and forms < _SAME_FORM:
        return None
    body = known.body(reading.shapes)
    exact = held == 1 and len(body) == known.tensors and total_of(body) == known.total
    same_names = len(body) == known.tensors and summed(map(hash_of, body)) == known.names
    if not exact and alike < ALIKE and forms < _SAME_FORM:
        return None
    sized = known.sized_in(reading.shapes)
    same_sizes = total_of(sized) == known.sizes
    spare = reading.outside + reading.told - len(body) - len(sized) - _of_head(known, reading)
    side = _side(known, reading)
    has_sizes = bool(sized) or same_sizes
    return Match(known, exact, spare, reading.depth, alike, forms, same_names, same_sizes, has_sizes, side)


def _of_head(known: Fingerprint, reading: Reading) -> int:
    fronts = tuple(f"{module}." for module in known.head)
    return sum(name.startswith(fronts) or name in known.head for name in reading.shapes)


def _side(known: Fingerprint, reading: Reading) -> int | None:
    position = known.position
    return position.side_for(reading.shapes.get(position.name, ())) if position else None


def place_of(model: str) -> tuple[int, bool, int, str]:
    """Ours first, then torchvision's, then timm's; of each the plainest name first."""
    return _SOURCES.index(model.partition("/")[0]), "?" in model, len(model), model
