"""A tensor of the network's, kept by reference for after the pass."""

import torch
from torch import Tensor

from ..tags.mapped import unmapped


def plain(tensor: Tensor) -> Tensor:
    """The tensor with values that can be calculated with: unpacked from 8 bits, or from what torch.func wraps it in."""
    return tensor.dequantize() if tensor.is_quantized else unmapped(tensor)


def in_the_form_of(tensor: Tensor, values: Tensor) -> Tensor:
    """The values in the number format of the tensor."""
    if tensor.is_quantized:
        return torch.quantize_per_tensor(values, tensor.q_scale(), tensor.q_zero_point(), tensor.dtype)
    return values.to(tensor.dtype)


def buffer_of(tensor: Tensor) -> tuple[int, int]:
    """What tells the memory that a tensor keeps alive from all other, and its size in bytes."""
    try:
        storage = tensor.untyped_storage()
        return storage.data_ptr(), storage.nbytes()
    except NotImplementedError:  # torch.func's tensors stand for others
        return id(tensor), tensor.nbytes


class Operand:
    """Refers to a tensor without copying it, and notices when it has been changed in place since.

    A reference holds the whole buffer alive that the tensor is a view of, but the autograd graph only on request.
    """

    __slots__ = ("_version", "tensor")

    def __init__(self, tensor: Tensor, graph: bool = False) -> None:
        self.tensor = tensor.detach() if tensor.requires_grad and not graph else tensor
        self._version = -1
        if self.tensor.is_inference():  # has no version to tell changes by
            self.tensor = self.tensor.clone()
        else:
            self._version = self.tensor._version

    def own(self) -> None:
        """Copies the tensor, so that nobody writes over it any more."""
        self.tensor, self._version = self.tensor.clone(), -1

    def read(self) -> Tensor | None:
        """The tensor as it was; None where the network, or anybody since, wrote over it."""
        changed = self._version >= 0 and self.tensor._version != self._version
        return None if changed else self.tensor
