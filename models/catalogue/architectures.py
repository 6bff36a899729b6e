"""Which architecture a checkpoint is of, told by the names and shapes of its tensors alone."""

from collections.abc import Iterable, Iterator

from ..offers import Guess
from .fingerprint_file import fingerprints
from .fingerprints import Shapes
from .likeness import ALIKE, Match, matched, place_of, readings
from .transformers_names import transformers_type

_AT_MOST = 8
_MOST = 0.65


def guess_architectures(shapes: Shapes) -> tuple[Guess, ...]:
    """The architectures that a checkpoint with these names and shapes is of, or is like, best first.

    Prefixes of wrappers, the number of classes, and what only training needs make no difference. Those that share all
    names and shapes stand together, the plainest first. () where nothing is alike.
    """
    matches = [m for reading in readings(shapes) for known in fingerprints() if (m := matched(known, reading))]
    exact = sorted((match for match in matches if match.exact), key=lambda match: match.order)
    if exact:
        return _exact_guesses(exact)
    kind = transformers_type(shapes)
    theirs = () if kind is None else (Guess("hf/", False, _transformers_note(kind)),)
    near = sorted((m for m in matches if m.alike >= ALIKE or not theirs), key=lambda match: match.order)
    return tuple(_once([*theirs, *(guess for match in near for guess in _near_guesses(match))]))[:_AT_MOST]


def _exact_guesses(matches: list[Match]) -> tuple[Guess, ...]:
    # Whoever explains less of the file is a part of the network that it is of.
    best = matches[0]
    equal = [match for match in matches if match.rank == best.rank]
    rest = [match for match in matches if match not in equal]
    ranked = sorted(
        ((not match.same_sizes, place_of(model), model, match) for match in equal for model in match.known.models),
        key=lambda one: one[:3],
    )
    first = [Guess(_sized(model, match), match.fits, _exact_note(match)) for _, _, model, match in ranked]
    second = [
        Guess(_sized(m.known.models[0], m), (m.fits, m.spare) == (best.fits, best.spare), _exact_note(m)) for m in rest
    ]
    return tuple(_once([*first, *second]))[:_AT_MOST]


def _near_guesses(match: Match) -> Iterator[Guess]:
    for model in match.known.models[:2]:
        if match.same_names:
            note = "all names match, some shapes differ"
        elif match.alike >= ALIKE:
            note = f"{'most' if match.alike > _MOST else 'many'} of the names and shapes agree"
        else:
            note = "built alike: the names agree, the shapes do not"
        yield Guess(model, False, note)


def _sized(model: str, match: Match) -> str:
    """The MODEL with the input's size, where it is another than its own."""
    if match.same_sizes or match.side is None or match.known.position is None:
        return model
    return f"{model}{'&' if '?' in model else '?'}{match.known.position.argument}={match.side}"


def _exact_note(match: Match) -> str:
    notes = []
    if not match.has_sizes:
        notes.append("what depends on the input's size is missing")
    elif not match.same_sizes:
        told = f"for an input of {match.side} x {match.side}"
        notes.append(told if match.side else "for an input or windows of another size")
    if match.spare > 0:
        more = f"{match.spare} more tensors have" if match.spare > 1 else "1 more tensor has"
        notes.append(f"{more} no place in it")
    return "; ".join(notes)


def _transformers_note(kind: str) -> str:
    of = f" of type {kind}" if kind else ""
    return f"a transformers checkpoint{of}: open the folder that it came in, with its config.json"


def _once(guesses: Iterable[Guess]) -> Iterator[Guess]:
    seen: set[str] = set()
    for guess in guesses:
        if guess.model not in seen:
            seen.add(guess.model)
            yield guess
