"""Files of weights: read without running code, and put into a network that they fit."""

import pickle
import struct
import zipfile
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from ..errors import UserError
from ..foreign import Foreign

_WRAPPINGS = ("state_dict", "model_state_dict", "model", "net", "network", "ema")
_PREFIXES = ("module.", "_orig_mod.")
_DAMAGE = (OSError, RuntimeError, EOFError, ValueError, KeyError, AttributeError, struct.error, zipfile.BadZipFile)

Weights = dict[str, torch.Tensor]


def load_weights(network: nn.Module, path: Path, trust: bool = False) -> None:
    """Put the weights of a file into the network.

    **Raises** UserError where the file cannot be read, or its weights do not fit; the network is unchanged then.
    """
    weights = read_weights(path, trust)
    own = {name: tensor for name, tensor in network.state_dict().items() if isinstance(tensor, torch.Tensor)}
    wrong = [
        *_listed("lacks", sorted(own.keys() - weights.keys())),
        *_listed("has unknown", sorted(weights.keys() - own.keys())),
        *_listed(
            "has another size of", [name for name in own if name in weights and _differ(own[name], weights[name])]
        ),
    ]
    if wrong:
        raise UserError(
            f"{path.name} does not fit this network: it {'; it '.join(wrong)}. Choose the matching network."
        )
    network.load_state_dict(weights)


def read_weights(path: Path, trust: bool = False) -> Weights:
    """The tensors of a checkpoint by name, out of their usual wrappings.

    `trust` lets a pickle run the code in it.

    **Raises** UserError where the file is missing, damaged, no checkpoint, or holds more than weights.
    """
    if not path.is_file():
        raise UserError(f"There is no file of weights {path}: check its name.")
    found = _safetensors(path) if path.suffix.lower() == ".safetensors" else _pickled(path, trust)
    weights = _unwrapped(found)
    if not weights:
        raise UserError(f"{path.name} holds no weights by name: choose a file made with torch.save(net.state_dict()).")
    return weights


def _safetensors(path: Path) -> Weights:
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        raise _damaged(path) from error


def _pickled(path: Path, trust: bool) -> object:
    if trust:
        with Foreign(path.name):
            return torch.load(path, map_location="cpu", weights_only=False)
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        if "Unsupported global" not in str(error) and "unsupported GLOBAL" not in str(error):
            raise _damaged(path) from error
        raise UserError(
            f"{path.name} holds more than weights, and reading it could run code: if you know who made it, use --trust."
        ) from error
    except _DAMAGE as error:
        raise _damaged(path) from error


def _unwrapped(found: Any) -> Weights:
    if isinstance(found, nn.Module):
        found = found.state_dict()
    while isinstance(found, dict) and (inner := next((key for key in _WRAPPINGS if _holds(found, key)), None)):
        found = found[inner]
    if not isinstance(found, dict):
        return {}
    weights = {
        name: value for name, value in found.items() if isinstance(value, torch.Tensor) and isinstance(name, str)
    }
    for prefix in _PREFIXES:
        if weights and all(name.startswith(prefix) for name in weights):
            weights = {name.removeprefix(prefix): tensor for name, tensor in weights.items()}
    return weights


def _holds(found: dict[Any, Any], key: str) -> bool:
    return isinstance(found.get(key), dict)


def _differ(own: torch.Tensor, other: torch.Tensor) -> bool:
    return not nn.parameter.is_lazy(own) and own.shape != other.shape


def _listed(what: str, names: list[str]) -> list[str]:
    if not names:
        return []
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return [f"{what} {', '.join(names[:3])}{more}"]


def _damaged(path: Path) -> UserError:
    return UserError(f"{path.name} is damaged or no checkpoint: copy or download it again.")
