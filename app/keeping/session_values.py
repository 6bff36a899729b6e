"""Reads the plain values of a session out of JSON, and takes none that the program itself would not have written."""

import dataclasses
import math
from collections.abc import Callable, Mapping
from typing import Any, get_args

from ...models.errors import UserError
from ...models.model_request import Preparation
from ..state.settings import valid_look
from ..state.wishes import Bars, Combine, Direction, Focus, Look, Scale, Source, View

_CHOICES: dict[str, tuple[Any, ...]] = {
    "scale": get_args(Scale),
    "bars": get_args(Bars),
    "combine": get_args(Combine),
    "direction": get_args(Direction),
    "view": get_args(View),
    "source": get_args(Source),
    "second": ("", "photo", "beside", "difference", *get_args(Source)),
}
_LARGEST = 2**31
_LONGEST_SIDE = 65536


def look_from(told: object) -> Look:
    """How things are drawn. **Raises** UserError where a value is none that this can be."""
    look = _record(Look(), told, "look", {"held": lambda value: _numbers(value, 2)})
    if valid_look(look) != look:
        raise UserError(odd("look"))
    return look


def focus_from(told: object) -> Focus:
    """What is looked at. **Raises** UserError where a value is none that this can be."""
    return _record(
        Focus(),
        told,
        "focus",
        {
            "head": _number_or_none,
            "channel": _number_or_none,
            "target": _number_or_none,
            "query": _query,
            "pins": lambda value: tuple(_place(place) for place in _list(value)),
            "channels": lambda value: tuple(_count(number) for number in _list(value)),
            "layer": _count,
            "discard": _share,
        },
    )


def text_from(told: Mapping[str, Any], name: str) -> str:
    """A text. **Raises** UserError where it is something else."""
    value = told.get(name, "")
    if not isinstance(value, str):
        raise UserError(odd(name))
    return value


def preparation_from(told: Preparation) -> Preparation:
    """The same. **Raises** UserError where a value is none that this can be."""
    try:
        size = None if told.size is None else tuple(_count(side) for side in told.size)
        for one in (told.mean, told.std):
            _numbers([0, 0, 0] if one is None else list(one), 3)
        sound = size is None or (len(size) == 2 and 0 < min(size) <= max(size) < _LONGEST_SIDE)
    except (TypeError, ValueError) as error:
        raise UserError(odd("preparation")) from error
    if not sound or told.fit not in (None, "letterbox", "crop", "stretch"):
        raise UserError(odd("preparation"))
    return told


def _record(default: Any, told: object, what: str, ways: Mapping[str, Callable[[Any], Any]]) -> Any:
    """The record with what is told of it; what is not told stays at its default, unknown names are passed over."""
    if not isinstance(told, dict):
        raise UserError(odd(what))
    fields = {}
    for name in (one.name for one in dataclasses.fields(default)):
        if name not in told:
            continue
        try:
            way = ways.get(name) or _plain(name, getattr(default, name))
            fields[name] = way(told[name])
        except (TypeError, ValueError) as error:
            raise UserError(odd(name)) from error
    return dataclasses.replace(default, **fields)


def _plain(name: str, default: Any) -> Callable[[Any], Any]:
    """A choice, or a value of the same type as the default."""

    def take(value: Any) -> Any:
        if name in _CHOICES:
            return _one_of(value, _CHOICES[name])
        if isinstance(default, float) and not isinstance(value, bool) and isinstance(value, int):
            value = float(value)
        if type(value) is not type(default) or (isinstance(value, float) and not math.isfinite(value)):
            raise ValueError(name)
        return value

    return take


def _one_of(value: Any, choices: tuple[Any, ...]) -> Any:
    if not isinstance(value, str) or value not in choices:
        raise ValueError(value)
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > 10_000:
        raise ValueError("no list")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise ValueError(value)
    return value


def _number_or_none(value: Any) -> int | None:
    return None if value is None else _count(value)


def _place(value: Any) -> tuple[int, int]:
    row, column = _list(value)
    return _count(row), _count(column)


def _query(value: Any) -> int | tuple[int, int] | None:
    return _place(value) if isinstance(value, list) else _number_or_none(value)


def _share(value: Any) -> float:
    (share,) = _numbers([value], 1)
    if not 0 <= share < 1:
        raise ValueError(value)
    return share


def _numbers(value: Any, count: int) -> tuple[Any, ...]:
    numbers = tuple(float(one) for one in _list(value) if type(one) in (int, float))
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ValueError(value)
    return numbers


def odd(what: str) -> str:
    """What is wrong, where this is."""
    return f'"{what}" holds what no session can hold'
