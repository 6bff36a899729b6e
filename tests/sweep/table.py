"""The rows of a sweep as a page for a reader."""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from .sweeping import Row

_KINDS = ("channel", "spatial", "heads", "other")
_INTRODUCTION = """# Coverage

Every network that the sweep records, and what it found: made by `python -m tests.sweep`, not by hand.
Each network is recorded twice (in full, then the short way) and held against a reference that watches the operations
below autograd by the memory that they read and write (`tests/sweep/reference.py`), and against the names of the classes
that ran. A difference is a bug or has been reviewed: the reason is in its row.

- *channel, spatial, heads, other*: layers recorded, by kind.
- *placed*: layers with heads or spatial gates whose places on the image are exact / guessed / none (by nature, such as
  learned queries).
- *error*: recorded weights applied by hand against what the network computed, the worst layer: of gates, of attention.
- *output*: how much recording changed the network's output; 0 is equal bit for bit.
- *counted*: whether the layers were also counted by hand, in the paper or the code, before they were compared.
- *short*: whether the second pass was watched the short way. Both passes must give the same layers and weights. A
  network that looks at values of its pass, on which its way may depend, is watched in full every time.
"""


def table(rows: list[Row], wanted: int) -> str:
    """The whole page. `wanted` is how many networks the catalogue has."""
    sources = list(dict.fromkeys(row.source for row in rows))
    parts = [_INTRODUCTION, _versions(), *_incomplete(len(rows), wanted), _summary(rows, sources)]
    parts += [_of_source([row for row in rows if row.source == source], source) for source in sources]
    return "\n".join(parts)


def _versions() -> str:
    libraries = ("torch", "torchvision", "timm", "transformers")
    return "Made with " + ", ".join(f"{library} {version(library).partition('+')[0]}" for library in libraries) + ".\n"


def _incomplete(known: int, wanted: int) -> Iterator[str]:
    if known < wanted:
        yield f"**{wanted - known} networks of the catalogue have not been run.**\n"


def _summary(rows: list[Row], sources: list[str]) -> str:
    lines = [_heading("source", "networks", "counted", *_KINDS, "placed", "error", "unexplained", "not run")]
    for source in sources:
        lines.append(_summed([row for row in rows if row.source == source], source))
    return "\n".join([*lines, _summed(rows, "**all**"), ""])


def _summed(rows: list[Row], title: str) -> str:
    ran = [row for row in rows if not row.failure]
    kinds = sum((Counter(dict(row.kinds)) for row in ran), Counter())
    places = [sum(row.places[i] for row in ran) for i in range(3)]
    unexplained = sum(len(row.unexplained) for row in ran)
    return _cells(
        title,
        len(ran),
        sum(row.counted for row in ran),
        *(kinds[kind] for kind in _KINDS),
        _slashed(places),
        _errors(ran),
        unexplained,
        len(rows) - len(ran),
    )


def _of_source(rows: list[Row], source: str) -> str:
    ran = [row for row in rows if not row.failure]
    lines = [f"## {source}\n", _heading("network", *_KINDS, "placed", "error", "output", "short", "counted", "notes")]
    lines += [_line(row) for row in ran]
    bare = [row for row in rows if row.failure]
    if bare:
        lines += ["", "Not run:", "", *(f"- {row.name}: {row.failure}" for row in bare)]
    return "\n".join([*lines, ""])


def _line(row: Row) -> str:
    kinds = dict(row.kinds)
    notes = [*(f"**unexplained:** {what}" for what in row.unexplained), *row.explained, *filter(None, [row.note])]
    return _cells(
        row.name,
        *(kinds.get(kind, "") for kind in _KINDS),
        _slashed(row.places) if any(row.places) else "",
        _errors([row]) if row.layers else "",
        _small(row.output),
        "yes" if row.narrow else "no",
        "yes" if row.counted else "",
        "<br>".join(notes).replace("|", "\\|"),
    )


def _errors(rows: list[Row]) -> str:
    gates, matrices = (max((getattr(row, of) for row in rows), default=0.0) for of in ("gate_error", "matrix_error"))
    return f"{_small(gates)}, {_small(matrices)}"


def _small(number: float) -> str:
    return f"{number:.0e}" if number else "0"


def _slashed(numbers: Iterable[int]) -> str:
    return " / ".join(map(str, numbers))


def _heading(*titles: str) -> str:
    return f"{_cells(*titles)}\n{_cells(*('---' for _ in titles))}"


def _cells(*values: object) -> str:
    return f"| {' | '.join(map(str, values))} |"
