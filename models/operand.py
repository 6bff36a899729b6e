"""A tensor of the network's, kept by reference for after the pass."""

from torch import Tensor


class Operand:
    """Refers to a tensor without copying it, and notices when it has been changed in place since.

    A reference holds the whole buffer alive that the tensor is a view of, but the autograd graph only on request.
    """

    __slots__ = ("_tensor", "_version")

    def __init__(self, tensor: Tensor, graph: bool = False) -> None:
        self._tensor = tensor.detach() if tensor.requires_grad and not graph else tensor
        self._version = -1
        if self._tensor.is_inference():  # has no version to tell changes by
            self._tensor = self._tensor.clone()
        else:
            self._version = self._tensor._version

    def read(self) -> Tensor | None:
        """The tensor as it was; None where the network, or anybody since, wrote over it."""
        changed = self._version >= 0 and self._tensor._version != self._version
        return None if changed else self._tensor
