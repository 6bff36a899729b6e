"""A file of weights as it was read: the tensors by name, and what else it says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from ..errors import UserError
from ..foreign import Foreign
from . import shards
from .beside_weights import Beside, beside, written_classes
from .file_kinds import Kind, kind_of, shown
from .pickles import read_pickle
from .safetensors_files import read_safetensors
from .unwrapping import Unwrapped, unwrapped

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """The weights in a file (or in the shards of a folder), out of their wrappings.

    The tensors lie in the file still, where its format allows: nothing is copied until it is put into a network.
    """

    path: Path
    tensors: Mapping[str, torch.Tensor]
    wrapping: str = ""
    """Where in the file they lie: "state_dict", "model_ema"; "" where it holds nothing else."""
    notes: tuple[str, ...] = ()
    """What was chosen for the user, in sentences."""
    classes: tuple[str, ...] = ()
    """The names of the classes, where the file has them."""
    architecture: str = ""
    """What the training script called its network."""

    @property
    def shapes(self) -> dict[str, Shape]:
        """The size of every tensor."""
        return {name: tuple(tensor.shape) for name, tensor in self.tensors.items()}


@dataclass(slots=True)
class _Read:
    weights: Unwrapped
    beside: Beside = field(default_factory=Beside)


def read_checkpoint(path: Path, trust: bool = False) -> Checkpoint:
    """The weights of a file, of the shards that an index lists, or of a folder that holds one of these.

    Told by what is in the file, not by its name: torch's zip and its format before 1.6, safetensors, an index of
    shards. `trust` lets a pickle run the code in it, where it cannot be read without.

    **Raises** UserError where there is nothing to read, or the file is damaged or no checkpoint; UntrustedError where
    reading it could run code.
    """
    path = Path(path)
    file = shards.chosen(path) if path.is_dir() else path
    read = _READERS[kind_of(file)](file, trust)
    tensors = _usable(read.weights.tensors, file)
    return Checkpoint(
        file, tensors, read.weights.wrapping, read.weights.notes, read.beside.classes, read.beside.architecture
    )


def _torch(file: Path, trust: bool) -> _Read:
    found = read_pickle(file, kind_of(file), trust)
    with Foreign(shown(file)):  # a trusted file may hold a whole network, whose code is asked for its weights
        return _Read(unwrapped(found), beside(found))


def _safetensors(file: Path, _trust: bool) -> _Read:
    tensors, metadata = read_safetensors(file)
    return _Read(unwrapped(tensors), Beside(written_classes(metadata.get("classes"))))


def _sharded(file: Path, trust: bool) -> _Read:
    tensors: dict[str, Any] = {}
    for shard, names in shards.listed(file).items():
        held = _READERS[kind_of(shard)](shard, trust).weights
        lacking = [name for name in names if name not in held.raw]
        if lacking:
            raise UserError(f"{shown(shard)} lacks {lacking[0]}, which {shown(file)} says it has: download both again.")
        tensors |= {name: held.raw[name] for name in names}
    return _Read(unwrapped(tensors))


_READERS: dict[Kind, Callable[[Path, bool], _Read]] = {
    "zip": _torch,
    "legacy": _torch,
    "pickle": _torch,
    "tar": _torch,
    "safetensors": _safetensors,
    "index": _sharded,
}


def _usable(tensors: Mapping[str, torch.Tensor], file: Path) -> dict[str, torch.Tensor]:
    if not tensors:
        raise UserError(
            f"{shown(file)} holds no weights by name: choose a file made with torch.save(net.state_dict(), ...)."
        )
    for name, tensor in tensors.items():
        if fault := _fault(tensor):
            raise UserError(f"{shown(file)} holds {fault} ({name}): {_CURES[fault]}.")
    return dict(tensors)


_CURES = {
    "quantised weights": "choose the file of the network before it was quantised",
    "sparse weights": "save it again with dense ones (tensor.to_dense())",
    "weights without values": "save it again from a network that is not on the device meta",
    "nested weights": "save it again with plain tensors",
}


def _fault(tensor: torch.Tensor) -> str:
    if tensor.is_quantized:
        return "quantised weights"
    if tensor.is_nested:
        return "nested weights"
    if tensor.layout is not torch.strided:
        return "sparse weights"
    return "weights without values" if tensor.is_meta else ""
