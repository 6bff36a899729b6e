"""Networks that were pickled as a whole: the file is the network, and reading it runs the code in it."""

from collections.abc import Mapping
from pathlib import Path

from torch import nn

from ..checkpoints.checkpoint import read_checkpoint
from ..checkpoints.file_kinds import kind_of
from ..checkpoints.pickles import read_pickle
from ..errors import UserError
from .default_preparation import guessed_preprocess
from .order import Built, Order
from .spec import Spec
from .user_code import importing_from

_PICKLES = ("zip", "legacy", "pickle", "tar")
_DEPTH = 3


def whole_network(spec: Spec, order: Order) -> Built:
    """The network in a file that was made with torch.save(network, ...).

    **Raises** UntrustedError where nobody has said that its code may run; UserError where no network is in it.
    """
    path = Path(spec.place).expanduser()
    network = network_in(path) if order.trust else None
    if network is None:
        read_checkpoint(path, order.trust)  # says what is wrong with it, where anything is
        raise UserError(f"{path.name} holds weights alone: name their network as MODEL, and the file as its --weights.")
    return Built(network, guessed_preprocess(network), (), path.name, False, (), path.name)


def network_in(path: Path) -> nn.Module | None:
    """The network in a trusted file; None where there is none. Classes are looked for beside the file as well."""
    kind = kind_of(path)
    if kind not in _PICKLES:
        return None
    with importing_from((path.absolute().parent,)):
        return _module_in(read_pickle(path, kind, trust=True), _DEPTH)


def _module_in(found: object, depth: int) -> nn.Module | None:
    """Itself, or the first in the dictionaries that training scripts save; an averaged copy before the plain one."""
    if isinstance(found, nn.Module):
        return found
    if not isinstance(found, Mapping) or not depth:
        return None
    averaged = sorted(found.items(), key=lambda item: "ema" not in str(item[0]).lower())
    return next((module for _, part in averaged if (module := _module_in(part, depth - 1)) is not None), None)
