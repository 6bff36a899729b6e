"""Class names out of JSON, in the forms that people keep them in."""

from collections.abc import Mapping

_INSIDE = ("id2label", "idx_to_class", "class_to_idx", "label2id", "classes", "class_names", "labels", "names")
_NAMES = ("name", "label", "class", "class_name")


def listed_labels(found: object) -> tuple[str, ...] | None:
    """The names in the order of their classes; None where they are not told.

    A list of names, {"0": name}, {name: 0}, {"0": [code, name]} as ImageNet's is kept, a list of {"name": ...}, or one
    of these inside of a configuration.
    """
    if isinstance(found, Mapping):
        inner = next((found[key] for key in _INSIDE if isinstance(found.get(key), list | Mapping)), None)
        return _of_list(_numbered(found)) if inner is None else listed_labels(inner)
    return _of_list(found)


def _of_list(found: object) -> tuple[str, ...] | None:
    if not isinstance(found, list):
        return None
    names = [_name(entry) for entry in found]
    known = tuple(name for name in names if name is not None)
    return known if len(known) == len(names) else None


def _name(entry: object) -> str | None:
    if isinstance(entry, list) and entry:
        entry = entry[-1]
    if isinstance(entry, Mapping):
        entry = next((entry[key] for key in _NAMES if key in entry), None)
    return entry if isinstance(entry, str) else None


def _numbered(found: Mapping[str, object]) -> list[object] | None:
    """What is numbered 0, 1, 2 and so on, in this order; None where it is not."""
    turned: dict[object, object] = {number: name for name, number in found.items() if type(number) is int}
    by_number = turned if len(turned) == len(found) else {_number(key): value for key, value in found.items()}
    return [by_number[i] for i in range(len(found))] if set(by_number) == set(range(len(found))) else None


def _number(key: str) -> int | None:
    return int(key) if key.isascii() and key.isdecimal() else None
