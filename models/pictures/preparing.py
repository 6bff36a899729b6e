"""What the user says of the way from an image to the input, put over what the network's own record says."""

import dataclasses
import math
from numbers import Integral, Real
from typing import get_args

from ..errors import UserError
from ..model_request import Preparation
from .preprocess import INPUT_LIMIT, Fit, Preprocess

_FITS = ", ".join(get_args(Fit))


def prepared(preprocess: Preprocess, preparation: Preparation) -> Preprocess:
    """The record with the user's wishes in it; a frame that is cut to the input grows and shrinks with the input.

    It counts as guessed no longer where he said all that a network is trained on: size, mean and standard deviation.

    **Raises** UserError as `checked` does.
    """
    preparation = checked(preparation)
    told = (preparation.size, preparation.mean, preparation.std)
    changed = _sized(preprocess, preparation.size)
    if preparation.fit is not None and preparation.fit != changed.fit:
        # The frame and the border's colour belong to the fit that they were made for.
        changed = dataclasses.replace(changed, fit=preparation.fit, resize=None, border=None)
    return dataclasses.replace(
        changed,
        mean=changed.mean if preparation.mean is None else preparation.mean,
        std=changed.std if preparation.std is None else preparation.std,
        guessed=preprocess.guessed and None in told,
    )


def checked(preparation: Preparation) -> Preparation:
    """The wishes, as they can be followed; to be asked before anything large is built for them.

    **Raises** UserError where a size, a way to fit, a mean or a standard deviation is none.
    """
    if preparation.fit not in (None, *get_args(Fit)):
        raise UserError(f"There is no way to fit a picture called {preparation.fit!r}: choose {_FITS}.")
    return dataclasses.replace(
        preparation,
        size=None if preparation.size is None else _pair(preparation.size),
        mean=None if preparation.mean is None else _three("mean", preparation.mean),
        std=None if preparation.std is None else _spread(preparation.std),
    )


def _pair(size: tuple[int, int]) -> tuple[int, int]:
    if not isinstance(size, tuple | list) or len(size) != 2 or not all(isinstance(side, Integral) for side in size):
        raise UserError(f"An input's size is rows and columns, in whole pixels, but not {size!r}.")
    rows, columns = map(int, size)
    if min(rows, columns) < 1:
        raise UserError(f"An input of {rows} x {columns} pixels is none: give a size of 1 or more.")
    if rows * columns > INPUT_LIMIT:
        most = f"{INPUT_LIMIT // 1_000_000} megapixels"
        raise UserError(f"An input of {rows} x {columns} pixels is larger than {most}: give a smaller size.")
    return rows, columns


def _sized(preprocess: Preprocess, size: tuple[int, int] | None) -> Preprocess:
    if size is None or size == preprocess.size:
        return preprocess
    return dataclasses.replace(preprocess, size=size, resize=_frame(preprocess, size))


def _frame(preprocess: Preprocess, size: tuple[int, int]) -> int | tuple[int, int] | None:
    """The frame for another input, in the same proportion to it."""
    if preprocess.resize is None:
        return None
    if isinstance(preprocess.resize, tuple):
        ratios = [length / own for length, own in zip(preprocess.resize, preprocess.size, strict=True)]
        return max(1, round(size[0] * ratios[0])), max(1, round(size[1] * ratios[1]))
    ratio = preprocess.resize / min(preprocess.size)
    if size[0] == size[1]:
        return max(1, round(size[0] * ratio))
    return max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio))


def _spread(values: tuple[float, ...]) -> tuple[float, float, float]:
    spread = _three("standard deviation", values)
    if min(spread) <= 0:
        raise UserError(f"A standard deviation of {min(spread):g} divides nothing: give numbers above 0.")
    return spread


def _three(name: str, values: tuple[float, ...]) -> tuple[float, float, float]:
    if not isinstance(values, tuple | list) or len(values) not in (1, 3):
        count = len(values) if isinstance(values, tuple | list) else "no"
        raise UserError(f"The {name} has {count} numbers: give one for red, green and blue each, or one for all.")
    if not all(isinstance(value, Real) and math.isfinite(value) for value in values):
        raise UserError(f"The {name} holds something that is no number: give numbers on the scale 0 to 1.")
    red, green, blue = [*values] * 3 if len(values) == 1 else values
    return float(red), float(green), float(blue)
