"""Which dimension of a feature map is which: channels, rows or columns, also after it was turned."""

from collections.abc import Callable, Sequence
from typing import Any

from torch import Tensor

from .application import Call
from .marks import Marks
from .operations import plain_name

FIRST = "bchw"
"""What convolutions and poolings take and give: images, channels, rows, columns."""

_TURNING = "permute transpose swapaxes swapdims movedim moveaxis"
_MAKING = """conv2d conv_transpose2d batch_norm instance_norm group_norm avg_pool2d max_pool2d adaptive_avg_pool2d
adaptive_max_pool2d interpolate pixel_shuffle pixel_unshuffle grid_sample"""
_LOSING = """view reshape view_as reshape_as flatten unflatten ravel unsqueeze squeeze stack einsum matmul bmm
__matmul__ __rmatmul__ mm scaled_dot_product_attention tensordot fold __get__ multi_head_attention_forward"""
_TURNS, _MAKES, _LOSES = (frozenset(names.split()) for names in (_TURNING, _MAKING, _LOSING))
_Follow = Callable[["Layouts", Call, Sequence[Tensor], Tensor], str]


class Layouts:
    """Letters for the dimensions of every map of four dimensions whose dimensions are known."""

    def __init__(self) -> None:
        self._marks: Marks[str] = Marks("_attnscope_layout")
        self._ways: dict[Any, _Follow] = {}  # by function

    def of(self, tensor: Tensor) -> str:
        """Such as "bchw"; empty where nothing is known."""
        return self._marks.get(tensor) or ""

    def put(self, tensor: Tensor, layout: str) -> None:
        """Says what the dimensions are."""
        self._marks.set(tensor, layout)

    def follow(self, call: Call, operands: Sequence[Tensor], result: Any) -> None:
        """Carries what is known of the operands over to what the operation gave."""
        for part in result if isinstance(result, tuple | list) else (result,):
            if isinstance(part, Tensor) and part.dim() == 4:
                way = self._ways.get(call.function)
                if way is None:
                    way = self._ways[call.function] = _way(plain_name(call.function))
                layout = way(self, call, operands, part)
                if layout or self.of(part):
                    self.put(part, layout)

    def clear(self) -> None:
        """Takes all of it off again."""
        self._marks.clear()


def _way(name: str) -> _Follow:
    if name in _MAKES:
        return lambda layouts, call, operands, result: FIRST
    if name in _LOSES:
        return lambda layouts, call, operands, result: layouts.of(result)
    if name in _TURNS:
        return lambda layouts, call, operands, result: _turned(name, layouts.of(operands[0]), call)
    if name == "__getitem__":
        return lambda layouts, call, operands, result: _indexed(layouts.of(operands[0]), call.args[1])
    return lambda layouts, call, operands, result: _kept(layouts, operands)


def _kept(layouts: Layouts, operands: Sequence[Tensor]) -> str:
    return next((layouts.of(operand) for operand in operands if operand.dim() == 4 and layouts.of(operand)), "")


def _indexed(layout: str, index: Any) -> str:
    parts = index if isinstance(index, tuple) else (index,)
    return layout if all(isinstance(part, slice) or part is Ellipsis for part in parts) else ""


def _turned(name: str, layout: str, call: Call) -> str:
    given = [*call.args[1:], *call.kwargs.values()]
    if not layout or not given:
        return ""
    if name == "permute":
        order = given[0] if isinstance(given[0], list | tuple) else given
        return "".join(layout[i] for i in order)
    if not all(isinstance(part, int) for part in given):
        return ""
    letters, (a, b) = [*layout], given
    if name.startswith("move"):
        letters.insert(b % 4, letters.pop(a % 4))
    else:
        letters[a], letters[b] = letters[b], letters[a]
    return "".join(letters)
