"""What a training script says beside the weights: the names of the classes, and what it called the network."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_CLASSES = ("classes", "class_names", "CLASSES", "label_names", "idx_to_class", "class_to_idx", "id2label")
_NETWORK = ("arch", "architecture", "model_name", "model")
_DEEPER = ("meta", "args", "hyper_parameters", "hparams", "config", "opt", "dataset_meta")
_MOST_CLASSES = 100_000
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Beside:
    """Facts beside the weights; empty where the file says nothing."""

    classes: tuple[str, ...] = ()
    architecture: str = ""


def beside(found: object) -> Beside:
    """The facts in what was saved; nothing in it is called."""
    top = _mapping(found)
    places = [top, *(_mapping(top.get(key)) for key in _DEEPER)]
    classes = (_classes(place.get(key)) for place in places for key in _CLASSES)
    networks = (_text(place.get(key)) for place in places for key in _NETWORK)
    return Beside(next(filter(None, classes), ()), next(filter(None, networks), ""))


def written_classes(text: str | None) -> tuple[str, ...]:
    """The names of the classes as a safetensors file can hold them: a list in JSON."""
    try:
        return _classes(json.loads(text or "null"))
    except (ValueError, RecursionError):
        return ()


def _mapping(found: object) -> Mapping[Any, Any]:
    if isinstance(found, Mapping):
        return found
    # argparse.Namespace and its like; a network has its parts there, none of which is called "arch".
    return getattr(found, "__dict__", {})


def _classes(found: object) -> tuple[str, ...]:
    if isinstance(found, Mapping):
        found = _in_order(found)
    if not isinstance(found, list | tuple) or not 0 < len(found) <= _MOST_CLASSES:
        return ()
    names = tuple(_text(name) for name in found)
    return names if all(names) else ()


def _in_order(found: Mapping[Any, Any]) -> list[object]:
    """Names by their numbers, or numbers by their names; [] where the numbers are not 0, 1, 2 and so on."""
    turned = {number: name for name, number in found.items()} if _counts(list(found.values())) else dict(found)
    try:
        numbered = {int(number): name for number, name in turned.items()}
    except (TypeError, ValueError):
        return []
    return [numbered[i] for i in range(len(numbered))] if _counts(list(numbered)) else []


def _counts(numbers: list[object]) -> bool:
    whole = [number for number in numbers if isinstance(number, int)]
    return len(whole) == len(numbers) and sorted(whole) == list(range(len(numbers)))


def _text(found: object) -> str:
    return found if isinstance(found, str) and len(found) <= _LONGEST and found.isprintable() else ""
