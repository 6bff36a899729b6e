"""Inside of torch.vmap: tensors hide a dimension there, which is taken for more images."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from torch import Tensor
from torch._C._functorch import (
    get_unwrapped,
    is_batchedtensor,
    is_functorch_wrapped_tensor,
    maybe_get_bdim,
    peek_interpreter_stack,
)

from .application import Application, Call, Recipe
from .operations import Meaning, meaning_of, plain_name

_FIXED = "it runs inside of torch.vmap, where nothing can be put in its place: call the network on the whole batch"


def is_mapped(tensor: Tensor) -> bool:
    """Whether the tensor hides a dimension."""
    while is_functorch_wrapped_tensor(tensor):
        if is_batchedtensor(tensor):
            return True
        tensor = get_unwrapped(tensor)
    return False


def unmapped(tensor: Tensor) -> Tensor:
    """The tensor with the hidden dimension in front, if it hides one."""
    while is_functorch_wrapped_tensor(tensor):
        inner = get_unwrapped(tensor)
        batched = is_batchedtensor(tensor)
        tensor = inner.movedim(maybe_get_bdim(tensor), 0) if batched else inner
    return tensor


@dataclass(frozen=True, slots=True)
class Mapped(Call):
    """A call inside of torch.vmap, as it would be without it."""

    inside: Call = field(kw_only=True)

    def run(self) -> Tensor:
        """What the network does."""
        return self.inside.run()


def inside_of_func() -> bool:
    """Whether the code that runs was called by torch.vmap, torch.func.grad or the like."""
    return peek_interpreter_stack() is not None


def read(
    recipe: Recipe, call: Call, operands: Sequence[Tensor], batch: int, hides_images: bool = False
) -> Application | None:
    """The operation as this kind of application, also inside of torch.vmap; None where it cannot be.

    `hides_images` says that the images counted in `batch` are only those that torch.vmap shows.
    """
    if not inside_of_func() or not any(map(is_mapped, operands)):
        return recipe.application(call, operands, batch)
    whole = _whole(call, operands)
    if whole is None:
        return None
    outside = _exchanged(call, {id(operand): each for operand, each in zip(operands, whole, strict=True)})
    seen = Mapped(outside.function, outside.args, outside.kwargs, inside=call)
    application = recipe.application(seen, whole, batch * _hidden(operands) if hides_images else batch)
    if application is not None:
        application.fixed = _FIXED
    return application


def _whole(call: Call, operands: Sequence[Tensor]) -> list[Tensor] | None:
    # The hidden dimension joins the first one, which must then be that of images everywhere.
    hidden = _hidden(operands)
    if plain_name(call.function) == "einsum":
        return [_joined(operand, hidden, operand.dim(), 1) for operand in operands] if _keeps_first(call) else None
    at_least = 1 if meaning_of(call.function) is Meaning.MULTIPLIES else 3
    rank = max(at_least, *(operand.dim() for operand in operands))
    first = max((operand.shape[0] for operand in operands if operand.dim() == rank), default=1)
    return [_joined(operand, hidden, rank, first) for operand in operands]


def _hidden(operands: Sequence[Tensor]) -> int:
    return next(unmapped(operand).shape[0] for operand in operands if is_mapped(operand))


def _joined(operand: Tensor, hidden: int, rank: int, first: int) -> Tensor:
    whole = unmapped(operand) if is_mapped(operand) else unmapped(operand).expand(hidden, *operand.shape)
    whole = whole[(slice(None), *[None] * (rank - operand.dim()))]  # (hidden, ones, the operand's own)
    return whole.expand(-1, max(first, whole.shape[1]), *whole.shape[2:]).flatten(0, 1)


def _keeps_first(call: Call) -> bool:
    equation = call.args[0]
    if not isinstance(equation, str):
        return False
    return len({part.strip()[:1] for part in equation.replace("->", ",").split(",")}) == 1


def _exchanged(call: Call, known: dict[int, Tensor]) -> Call:
    def put(given: Any) -> Any:
        if type(given) in (list, tuple):
            return type(given)(map(put, given))
        return known.get(id(given), given)

    return replace(
        call, args=tuple(map(put, call.args)), kwargs={name: put(part) for name, part in call.kwargs.items()}
    )
