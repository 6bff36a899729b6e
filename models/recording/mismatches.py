"""Why a network cannot take a picture: the usual reasons, each with what to do about it."""

import inspect
import re
from collections.abc import Iterator

from torch import Tensor, nn

from ..errors import UserError

_DEFAULTLESS = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
_REQUIRED = (*_DEFAULTLESS, inspect.Parameter.KEYWORD_ONLY)
_SIZE_WORDS = re.compile(
    r"(input|image).{0,20}(height|width|size).{0,60}(match|model|expected|support)"
    r"|shapes cannot be multiplied|Wrong image (height|width)|must match the size of tensor"
    r"|divisible by|shape .* is invalid for input of size|smaller than kernel size|Output size is too small"
    r"|Kernel size can't be greater",
    re.IGNORECASE,
)


def wants_more_inputs(model: nn.Module, title: str) -> str | None:
    """A sentence where the network cannot be called with one picture alone; None where it can."""
    try:
        parameters = list(inspect.signature(model.forward).parameters.values())
    except (ValueError, TypeError):
        return None
    needed = [p.name for p in parameters if p.kind in _REQUIRED and p.default is inspect.Parameter.empty]
    open_places = any(p.kind is inspect.Parameter.VAR_POSITIONAL for p in parameters)
    placed = any(p.kind in _DEFAULTLESS for p in parameters)
    if not placed and not open_places:
        return f"{title} takes no input: let its forward take a batch of images (1, 3, rows, columns)."
    if len(needed) <= 1:
        return None
    return (
        f"{title} wants {len(needed)} inputs ({', '.join(needed)}), and a picture is one: "
        "give the others defaults, or load a module that supplies them."
    )


class InputSizeError(UserError):
    """A network cannot take an input of this size."""


def explained(said: str, model: nn.Module, title: str, size: tuple[int, int]) -> UserError | None:
    """What a network said when it failed on a picture, with what to do; None for what is not known here."""
    if (found := re.search(r"to have (\d+) channels, but got (\d+) channels", said)) and found[2] == "3":
        return UserError(
            f"{title} wants images of {found[1]} channel{'s' if found[1] != '1' else ''}, and a picture has 3 (red, "
            f"green, blue): load a module that makes {found[1]} of them first."
        )
    if re.search(r"same device|expected device|but got device|on different devices|is on (cuda|cpu|mps|meta)", said):
        elsewhere = sorted({str(tensor.device) for _, tensor in _strays(model)})
        where = f" ({', '.join(elsewhere)})" if elsewhere else ""
        return UserError(
            f"{title} keeps a tensor on another device than its weights{where}: "
            "make it a parameter or a buffer (register_buffer), so that it moves along."
        )
    if re.search(r"does not require grad and does not have a grad_fn", said):
        return UserError(
            f"{title} works out gradients in its forward, and is run without: put that under `torch.enable_grad()`."
        )
    if _SIZE_WORDS.search(said):
        return InputSizeError(
            f"{title} cannot take an input of {size[0]} x {size[1]} pixels ({said[:160]}): "
            "choose the size that it was made for (--size)."
        )
    return None


def _strays(model: nn.Module) -> Iterator[tuple[str, Tensor]]:
    """Tensors that are attributes of modules, and neither parameters nor buffers."""
    weight = next(model.parameters(), None)
    for path, module in model.named_modules():
        for name, value in vars(module).items():
            if isinstance(value, Tensor) and weight is not None and value.device != weight.device:
                yield f"{path}.{name}", value
