"""The fingerprints of all architectures that are known, as they lie in a file that comes with the program."""

import base64
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from .fingerprints import BITS, Fingerprint, Position

ASSET = Path(__file__).parents[2] / "assets" / "fingerprints.json"


@cache
def fingerprints() -> tuple[Fingerprint, ...]:
    """Of all architectures that are known, out of the file that comes with the program."""
    held = json.loads(ASSET.read_text(encoding="utf-8"))
    children, heads, sized = ([tuple(words.split()) for words in held[key]] for key in ("children", "heads", "sized"))
    patterns = [frozenset(_numbers(text, 3)) for text in held["patterns"]]
    return tuple(_fingerprint(row, patterns, children, heads, sized) for row in held["rows"])


def _fingerprint(
    row: list[Any],
    patterns: list[frozenset[int]],
    children: list[tuple[str, ...]],
    heads: list[tuple[str, ...]],
    sized: list[tuple[str, ...]],
) -> Fingerprint:
    models, tensors, sums, sample, *numbers = row
    total, names, sizes = _numbers(sums, BITS // 8)
    at_patterns, at_children, at_heads, at_sized, *position = numbers
    return Fingerprint(
        tuple(models.split()),
        tensors,
        total,
        names,
        frozenset(_numbers(sample, 4)),
        patterns[at_patterns],
        frozenset(children[at_children]),
        heads[at_heads],
        frozenset(sized[at_sized]),
        sizes,
        Position(*position) if position else None,
    )


def _numbers(text: str, width: int) -> list[int]:
    data = base64.b64decode(text)
    return [int.from_bytes(data[start : start + width], "big") for start in range(0, len(data), width)]


def packed(prints: Iterable[Fingerprint]) -> str:
    """The file's text: one line for each fingerprint, what many share written once."""
    tables: dict[str, dict[str, int]] = {"patterns": {}, "children": {}, "heads": {}, "sized": {}}

    def at(table: str, text: str) -> int:
        return tables[table].setdefault(text, len(tables[table]))

    rows = [
        [
            " ".join(one.models),
            one.tensors,
            _text((one.total, one.names, one.sizes), BITS // 8),
            _text(sorted(one.sample), 4),
            at("patterns", _text(sorted(one.patterns), 3)),
            at("children", " ".join(sorted(one.children))),
            at("heads", " ".join(one.head)),
            at("sized", " ".join(sorted(one.sized))),
            *(
                (one.position.name, one.position.tokens, one.position.side, one.position.argument)
                if one.position
                else ()
            ),
        ]
        for one in prints
    ]
    lines = [f'"{name}": {json.dumps([*table], indent=0)}' for name, table in tables.items()]
    written = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return "{\n" + ",\n".join(lines) + f',\n"rows": [\n{written}\n]\n}}\n'


def _text(numbers: Iterable[int], width: int) -> str:
    return base64.b64encode(b"".join(number.to_bytes(width, "big") for number in numbers)).decode()
