"""NumPy's arrays and numbers out of a pickle, rebuilt without NumPy's own code for it.

That code believes what the pickle says of sizes and types, and a file that lies can make it read foreign memory.
These stand in for it: they keep what they are told, and make an array of it only where it all agrees.
"""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

_CODES = {"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"}


class PickledDtype:
    """Stands in for `numpy.dtype`: a code such as "f4", and the order of bytes."""

    def __init__(self, code: object = "", *_more: object) -> None:
        self.code = str(code)
        self.order = "="

    def __setstate__(self, state: object) -> None:
        if isinstance(state, tuple) and len(state) > 1 and state[1] in ("<", ">", "|", "="):
            self.order = state[1]


class PickledArray:
    """Stands in for `numpy.ndarray`: what a pickle says of an array, unchecked."""

    def __init__(self, *_made_of: object) -> None:
        self._state: object = None

    def __setstate__(self, state: object) -> None:
        self._state = state

    def array(self) -> npt.NDArray[Any] | None:
        """The array; None where it is none of numbers, or where its size does not agree with its bytes."""
        match self._state:
            case (_, tuple(shape), PickledDtype() as dtype, fortran, bytes(data)):
                found = _flat(dtype, data)
            case _:
                return None
        if found is None or not all(isinstance(n, int) and n >= 0 for n in shape) or math.prod(shape) != found.size:
            return None
        return found.reshape(shape, order="F" if fortran else "C")


def pickled_scalar(dtype: object, data: object = b"") -> object:
    """Stands in for NumPy's maker of single numbers: the number as Python has it, or None."""
    found = _flat(dtype, data) if isinstance(dtype, PickledDtype) and isinstance(data, bytes) else None
    return found[0].item() if found is not None and found.size == 1 else None


def _flat(dtype: PickledDtype, data: bytes) -> npt.NDArray[Any] | None:
    if dtype.code not in _CODES or len(data) % int(dtype.code[1]):
        return None
    order = dtype.order if dtype.order in "<>" else "="
    found = np.frombuffer(data, np.dtype(f"{order}{dtype.code}"))
    return found.astype(np.dtype(dtype.code))  # torch takes the computer's own order of bytes only
