"""Which architecture a checkpoint is of, told by the names and shapes of its tensors alone."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..offers import Guess
from .fingerprints import WORKED_OUT, Fingerprint, Shapes, fingerprints, form_of, hash_of, short, summed, total_of
from .transformers_names import transformers_type

_AT_MOST = 8
_WRAPPERS = frozenset({"_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module"})
"""Parts of names that wrappers put in anywhere."""
_LEAST_SHARE = 0.2
"""Of all names that a prefix must have, to be tried."""
_DEEPEST = 6
_ALIKE = 0.3
_MOST = 0.65
_SAME_FORM = 0.75
_SOURCES = ("tour", "cbam", "se", "bam", "torchvision", "timm")


@dataclass(frozen=True, slots=True)
class _Reading:
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


@dataclass(frozen=True, slots=True)
class _Match:
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
    """Whether what depends on the input's size is as the architecture has it by itself, or is not in the file."""
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
        return (*worth, -likeness, not self.same_sizes, _place(self.known.models[0]))


def guess_architectures(shapes: Shapes) -> tuple[Guess, ...]:
    """The architectures that a checkpoint with these names and shapes is of, or is like, best first.

    Prefixes of wrappers, the number of classes, and what only training needs make no difference. Those that share all
    names and shapes stand together, the plainest first. () where nothing is alike.
    """
    readings = list(_readings(shapes))
    matches = [match for reading in readings for known in fingerprints() if (match := _matched(known, reading))]
    exact = sorted((match for match in matches if match.exact), key=lambda match: match.order)
    if exact:
        return _exact_guesses(exact)
    kind = transformers_type(shapes)
    theirs = () if kind is None else (Guess("hf/", False, _transformers_note(kind)),)
    near = sorted((m for m in matches if m.alike >= _ALIKE or not theirs), key=lambda match: match.order)
    return tuple(_once([*theirs, *(guess for match in near for guess in _near_guesses(match))]))[:_AT_MOST]


def _readings(shapes: Shapes) -> Iterator[_Reading]:
    plain = {".".join(part for part in name.split(".") if part not in _WRAPPERS): s for name, s in shapes.items()}
    telling = {name: shape for name, shape in plain.items() if name.rpartition(".")[2] not in WORKED_OUT}
    for prefix in _prefixes(telling):
        told = {name.removeprefix(prefix): shape for name, shape in telling.items() if name.startswith(prefix)}
        samples = frozenset(short(hash_of(name, shape)) for name, shape in told.items())
        forms = frozenset(map(form_of, told))
        yield _Reading(told, samples, forms, len(told), len(telling) - len(told), prefix.count("."))


def _prefixes(names: Iterable[str]) -> list[str]:
    """The beginnings that many of the names have, with none at all."""
    counts = Counter(
        ".".join(parts[:depth]) + "."
        for parts in (name.split(".") for name in names)
        for depth in range(1, min(len(parts), _DEEPEST))
    )
    total = len(list(names))
    return ["", *(prefix for prefix, count in counts.items() if count >= _LEAST_SHARE * total)]


def _matched(known: Fingerprint, reading: _Reading) -> _Match | None:
    """None where they have next to nothing in common."""
    held = len(known.sample & reading.samples) / len(known.sample)
    forms = len(known.patterns & reading.forms) / len(known.patterns | reading.forms)
    shared = held * known.tensors
    alike = shared / max(known.tensors + reading.told - shared, shared, 1)
    if held < 1 and alike < _ALIKE and forms < _SAME_FORM:
        return None
    body = known.body(reading.shapes)
    exact = held == 1 and len(body) == known.tensors and total_of(body) == known.total
    same_names = len(body) == known.tensors and summed(map(hash_of, body)) == known.names
    if not exact and alike < _ALIKE and forms < _SAME_FORM:
        return None
    sized = known.sized_in(reading.shapes)
    same_sizes = not sized or total_of(sized) == known.sizes
    spare = reading.outside + reading.told - len(body) - len(sized) - _of_head(known, reading)
    side = _side(known, reading)
    return _Match(known, exact, spare, reading.depth, alike, forms, same_names, same_sizes, side)


def _of_head(known: Fingerprint, reading: _Reading) -> int:
    fronts = tuple(f"{module}." for module in known.head)
    return sum(name.startswith(fronts) or name in known.head for name in reading.shapes)


def _side(known: Fingerprint, reading: _Reading) -> int | None:
    position = known.position
    return position.side_for(reading.shapes.get(position.name, ())) if position else None


def _exact_guesses(matches: list[_Match]) -> tuple[Guess, ...]:
    # Whoever explains less of the file is a part of the network that it is of.
    best = matches[0]
    equal = [match for match in matches if match.rank == best.rank]
    rest = [match for match in matches if match not in equal]
    ranked = sorted(
        ((not match.same_sizes, _place(model), model, match) for match in equal for model in match.known.models),
        key=lambda one: one[:3],
    )
    first = [Guess(_sized(model, match), match.fits, _exact_note(match)) for _, _, model, match in ranked]
    second = [
        Guess(_sized(m.known.models[0], m), (m.fits, m.spare) == (best.fits, best.spare), _exact_note(m)) for m in rest
    ]
    return tuple(_once([*first, *second]))[:_AT_MOST]


def _near_guesses(match: _Match) -> Iterator[Guess]:
    for model in match.known.models[:2]:
        if match.same_names:
            note = "all names match, some shapes differ"
        elif match.alike >= _ALIKE:
            note = f"{'most' if match.alike > _MOST else 'many'} of the names and shapes agree"
        else:
            note = "built alike: the names agree, the shapes do not"
        yield Guess(model, False, note)


def _sized(model: str, match: _Match) -> str:
    """The MODEL with the input's size, where it is another than its own."""
    if match.same_sizes or match.side is None or match.known.position is None:
        return model
    return f"{model}{'&' if '?' in model else '?'}{match.known.position.argument}={match.side}"


def _exact_note(match: _Match) -> str:
    notes = []
    if not match.same_sizes:
        size = (
            f"for an input of {match.side} x {match.side}" if match.side else "for an input or windows of another size"
        )
        notes.append(size)
    if match.spare > 0:
        more = f"{match.spare} more tensors have" if match.spare > 1 else "1 more tensor has"
        notes.append(f"{more} no place in it")
    return "; ".join(notes)


def _transformers_note(kind: str) -> str:
    of = f" of type {kind}" if kind else ""
    return f"a transformers checkpoint{of}: open the folder that it came in, with its config.json"


def _place(model: str) -> tuple[int, bool, int, str]:
    """Ours first, then torchvision's, then timm's; of each the plainest name first."""
    return _SOURCES.index(model.partition("/")[0]), "?" in model, len(model), model


def _once(guesses: Iterable[Guess]) -> Iterator[Guess]:
    seen: set[str] = set()
    for guess in guesses:
        if guess.model not in seen:
            seen.add(guess.model)
            yield guess
