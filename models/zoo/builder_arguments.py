"""What a library's builder says of an argument that it does not take, in a sentence."""

import contextlib
import inspect
import re
import warnings
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import nn

from ..errors import UserError
from ..foreign import Foreign

_UNEXPECTED = re.compile(r"unexpected keyword argument '(\w+)'|multiple values for (?:keyword )?argument '(\w+)'")

_MOST = 12
"""Names in a sentence."""


def unexpected(error: TypeError) -> str | None:
    """The argument that a call was refused for; None where it failed for another reason."""
    found = _UNEXPECTED.search(str(error))
    return (found[1] or found[2]) if found else None


@contextlib.contextmanager
def building(what: str, plain: Callable[[], nn.Module]) -> Iterator[None]:
    """Around the call of a library's builder; `plain` builds the same network without arguments.

    **Raises** UserError whatever goes wrong in it, with the arguments that there are where one is not among them.
    """
    try:
        with Foreign(what, through=(TypeError,)), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except TypeError as error:
        name = unexpected(error)
        if name is None:
            raise UserError(f"{what} failed with TypeError: {str(error).splitlines()[0]}.") from error
        raise UserError(f"{what} takes no argument {name}: it takes {listed(_taken(plain))}.") from error


def listed(names: Sequence[str]) -> str:
    """The first few names, as a sentence can hold them."""
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"


def _taken(plain: Callable[[], nn.Module]) -> list[str]:
    """The arguments of the class of the network that the builder makes."""
    with warnings.catch_warnings(), torch.device("meta"):
        warnings.simplefilter("ignore")
        network = plain()
    told = inspect.signature(type(network)).parameters
    return [name for name, one in told.items() if one.default is not inspect.Parameter.empty]
