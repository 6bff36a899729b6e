"""How a picture becomes the input of a network of which nobody says it."""

from numbers import Integral

from torch import nn

from ..pictures.preprocess import INPUT_LIMIT, Preprocess

_USUAL = 224


def guessed_preprocess(network: nn.Module) -> Preprocess:
    """ImageNet's ways, at the size that the network says of itself (`input_size`) or else at 224."""
    return Preprocess(_size(_said(network)), "crop", guessed=True)


def _said(network: nn.Module) -> object:
    # Both may be properties of the user's, which fail in whatever way.
    try:
        inner = getattr(network, "module", None)  # DataParallel shows nothing of what is in it
        return getattr(inner if isinstance(inner, nn.Module) else network, "input_size", None)
    except Exception:  # noqa: BLE001
        return None


def _size(said: object) -> tuple[int, int]:
    """Rows and columns of what a network says of itself; 224 x 224 where that is no size."""
    sides = [*map(_length, said if isinstance(said, tuple | list) else (said,))]
    rows, columns = (sides * 2)[-2:] if sides else (0, 0)
    return (rows, columns) if min(sides, default=0) > 0 and rows * columns <= INPUT_LIMIT else (_USUAL, _USUAL)


def _length(said: object) -> int:
    """0 for what is none."""
    return int(said) if isinstance(said, Integral) and not isinstance(said, bool) else 0
