"""What the axes of weights without a place on the picture are, as far as their shape tells it."""

from dataclasses import dataclass

from ...models.records import LayerInfo
from ...widgets.look.texts import tr


@dataclass(frozen=True, slots=True)
class PlainAxes:
    """Names of the axes of a stack of tables, and why they are no map of the picture."""

    tables: str
    """What each table belongs to: "head", "channel"; "" where there is but one."""
    rows: str
    columns: str
    why: str


def plain_axes(layer: LayerInfo, input_size: tuple[int, int]) -> PlainAxes:
    """Names for the axes of `layer.shape`, without the batch and without axes of one element."""
    if layer.heads:
        return _of_heads(layer)
    shape = tuple(size for size in layer.shape[1:] if size > 1)
    names = _axis_names(shape, input_size)
    why = tr("Each number weighs one element of one channel, so there is no one map of the picture.")
    if len(shape) < 2:
        names, why = (tr("number"),), tr("A row of numbers, none of which has a place on the picture.")
    elif len(shape) == 2 and tr("channel") in names and tr("place along one side") in names:
        why = tr("Each channel is weighed along one side of the picture only, so there is no map of both sides.")
    elif len(shape) == 2 and tr("token") in names:
        why = tr("Each token has a weight of its own in every channel, so there is no one map of the picture.")
    padded = (*[""] * (3 - len(names)), *names)
    return PlainAxes(padded[-3], padded[-2], padded[-1], why)


def _of_heads(layer: LayerInfo) -> PlainAxes:
    if layer.source == "product":
        why = tr(
            "Linear attention: keys times values are summed over all places first, and no query has weights of its own."
        )
        return PlainAxes(tr("head"), tr("value channel or norm"), tr("key channel"), why)
    why = tr("Channels attend to channels here, over all places at once: no weight belongs to a place.")
    return PlainAxes(tr("head"), tr("channel that looks"), tr("channel looked at"), why)


def _axis_names(shape: tuple[int, ...], input_size: tuple[int, int]) -> tuple[str, ...]:
    """A name for each axis; "axis 1", ... where the sizes tell nothing."""
    channel, along = tr("channel"), tr("place along one side")
    if len(shape) == 3 and _is_map(shape[1:], input_size) != _is_map(shape[:2], input_size):
        return (
            (channel, tr("row"), tr("column")) if _is_map(shape[1:], input_size) else (tr("row"), tr("column"), channel)
        )
    if len(shape) == 2:
        sides = [_is_side(size, input_size) for size in shape]
        if sides[0] != sides[1]:
            return (channel, along) if sides[1] else (along, channel)
        tokens = [_is_grid(size, input_size) for size in shape]
        if not any(sides) and tokens[0] != tokens[1]:
            return (channel, tr("token")) if tokens[1] else (tr("token"), channel)
    return tuple(tr("axis {0}").format(number) for number in range(1, len(shape) + 1))


def _strides(size: int, whole: int) -> float:
    """By how much a side of the input was made smaller; 0 where that is no power of two."""
    step = whole / size
    return step if step >= 1 and step == int(step) and int(step) & (int(step) - 1) == 0 else 0.0


def _is_side(size: int, input_size: tuple[int, int]) -> bool:
    return any(_strides(size, whole) for whole in input_size)


def _is_map(sizes: tuple[int, ...], input_size: tuple[int, int]) -> bool:
    """Whether two sizes are the input's, both made smaller by the same."""
    steps = [_strides(size, whole) for size, whole in zip(sizes, input_size, strict=True)]
    return steps[0] > 0 and steps[0] == steps[1]


def _is_grid(size: int, input_size: tuple[int, int]) -> bool:
    """Whether so many tokens cover the input in squares."""
    rows, columns = input_size
    steps = (2**power for power in range(8))
    return any(rows % step == columns % step == 0 and rows * columns == size * step * step for step in steps)
