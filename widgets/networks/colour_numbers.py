"""Three numbers, one for each colour, as a user writes them and reads them."""

import math
import re
from collections.abc import Sequence

from ...models.errors import UserError
from ..look.texts import tr

Triple = tuple[float, float, float]
"""Red, green and blue."""

_HIGHEST_STD = 4.0
"""Above this a deviation can only be meant on the scale 0 to 255."""


def numbers_text(numbers: Sequence[float]) -> str:
    """As they stand in the form: "0.485, 0.456, 0.406"; 7 digits, as many as a float32 holds."""
    return ", ".join(f"{number:.7g}" for number in numbers)


def read_mean(text: str) -> Triple:
    """The mean colour out of a text.

    **Raises** UserError where it is not three numbers (or one for all three) from 0 to 1.
    """
    numbers = _three(text, tr("The mean"))
    if max(numbers) > 1 or min(numbers) < 0:
        raise UserError(tr("The mean is on the scale 0 to 1: divide numbers of 0 to 255 by 255."))
    return numbers


def read_std(text: str) -> Triple:
    """The standard deviations out of a text.

    **Raises** UserError where it is not three numbers (or one for all three) above 0.
    """
    numbers = _three(text, tr("The standard deviation"))
    if min(numbers) <= 0:
        raise UserError(tr("The standard deviation divides the colours: give numbers above 0, and 1 to leave them."))
    if max(numbers) > _HIGHEST_STD:
        raise UserError(tr("The standard deviation is on the scale 0 to 1: divide numbers of 0 to 255 by 255."))
    return numbers


def are_close(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether numbers are the same, up to what a text of them leaves out."""
    pairs = zip(some, others, strict=True)
    return all(math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-9) for one, other in pairs)


def _three(text: str, what: str) -> Triple:
    words = [word for word in re.split(r"[\s,;()\[\]]+", text) if word]
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 3) or not all(map(math.isfinite, numbers)):
        raise UserError(tr("{0} is three numbers, for red, green and blue: 0.485, 0.456, 0.406.").format(what))
    red, green, blue = numbers * 3 if len(numbers) == 1 else numbers
    return red, green, blue
