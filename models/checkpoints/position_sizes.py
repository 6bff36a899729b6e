"""At which input size a network was trained, read from its position embeddings."""

import math
import re
from collections.abc import Iterator

from torch import nn

from .difference import OtherSize

_POSITIONS = re.compile(r"pos(ition(al)?)?_?emb|position_embeddings|pos_encod|^positions?$|\.positions?$")
_WINDOWS = re.compile(r"relative_position_bias_table|rel_pos|attention_biases")
_MOST_PREFIX = 16
"""Class, distillation and register tokens in front of those that have a place."""
_IMAGE_CHANNELS = 4


def is_position(name: str) -> bool:
    """Whether a tensor of this name depends on the input size, or on that of the windows."""
    return bool(_POSITIONS.search(name) or _WINDOWS.search(name))


def patch_of(network: nn.Module) -> int | None:
    """The pixels that a token covers on each side: the stride of the only convolution that cuts patches."""
    strides = {
        module.stride[0]
        for module in network.modules()
        if isinstance(module, nn.Conv2d)
        and module.in_channels <= _IMAGE_CHANNELS
        and module.kernel_size == module.stride
        and module.stride[0] == module.stride[1] > 1
    }
    return strides.pop() if len(strides) == 1 else None


def trained_at(others: tuple[OtherSize, ...], patch: int | None) -> str:
    """The cause in one sentence: position embeddings, or windows, are of another size."""
    first = next((other for other in others if _POSITIONS.search(other.name)), None)
    if first is None or _WINDOWS.search(first.name):
        return _other_windows(others, patch)
    what = f"it was trained at another input size ({_short(first.name)}: {_told(first)})"
    side = _side(first)
    if side and patch:
        return f"{what}: give --size {side * patch}."
    return f"{what}: give the --size that it was trained at."


def _short(name: str) -> str:
    return name.rpartition(".")[2] if not name.endswith(".weight") else name.split(".")[-2]


def _told(other: OtherSize) -> str:
    if len(other.found) == len(other.own) == 4:
        return f"{' x '.join(map(str, other.found))}, here {' x '.join(map(str, other.own))}"
    axis = next((i for i, (a, b) in enumerate(zip(other.found, other.own, strict=False)) if a != b), 0)
    return f"{other.found[axis]} tokens, here {other.own[axis]}"


def _side(other: OtherSize) -> int | None:
    """Tokens along one side of the square that the file's embeddings cover."""
    sides = list(_sides(other))
    return sides[0] if len(set(sides)) == 1 else None


def _sides(other: OtherSize) -> Iterator[int]:
    differing = [(a, b) for a, b in zip(other.found, other.own, strict=False) if a != b]
    if len(other.found) != len(other.own):
        return
    if len(differing) == 2 and differing[0] == differing[1]:
        yield differing[0][0]
    if len(differing) == 1:
        found, own = differing[0]
        for prefix in range(_MOST_PREFIX):
            if _is_square(found - prefix) and _is_square(own - prefix):
                yield math.isqrt(found - prefix)
                return


def _other_windows(others: tuple[OtherSize, ...], patch: int | None) -> str:
    first = next(other for other in others if is_position(other.name))
    sides = [_window(shape[0]) for shape in (first.found, first.own) if shape]
    if len(sides) != 2 or None in sides:
        return f"its windows are of another size ({_short(first.name)}): choose the variant that it was trained as."
    (found, whole), (own, _) = (side or (0, False) for side in sides)
    if whole and patch:
        sizes = f"{found} x {found} patches, here {own} x {own}"
        return f"it was trained at another input size ({sizes}): give --size {found * patch}."
    sizes = f"{found} x {found} where the network's are {own} x {own}"
    return f"its windows are {sizes}: choose the variant with such windows."


def _window(entries: int) -> tuple[int, bool] | None:
    """The side of the square whose offsets a table lists, and whether it lists the class token's three beside them."""
    for extra in (0, 3):
        root = math.isqrt(max(entries - extra, 0))
        if root * root == entries - extra and root % 2:
            return (root + 1) // 2, extra == 3
    return None


def _is_square(number: int) -> bool:
    return number > 0 and math.isqrt(number) ** 2 == number
