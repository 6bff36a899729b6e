"""Notes that ride on tensor objects for the length of one pass."""

import threading
from typing import Any, Generic, TypeVar
from weakref import ref

from torch import Tensor

Note = TypeVar("Note")


class Marks(Generic[Note]):
    """Notes on tensors, kept as an attribute of the object: they die with it, and can all be taken off again."""

    def __init__(self, key: str) -> None:
        self._key = f"{key}_{threading.get_ident()}"  # the same parameters may run in other threads
        self._marked: list[ref[Tensor]] = []

    def get(self, tensor: Tensor) -> Note | None:
        """The note on this tensor object; None where there is none."""
        return tensor.__dict__.get(self._key)

    def set(self, tensor: Tensor, note: Note) -> None:
        """Puts a note on the tensor object, in place of one that it has."""
        held: dict[str, Any] = vars(tensor)
        if self._key not in held:
            self._marked.append(ref(tensor))
        held[self._key] = note

    def clear(self) -> None:
        """Takes all notes off."""
        for marked in self._marked:
            tensor = marked()
            if tensor is not None:
                vars(tensor).pop(self._key, None)
        self._marked.clear()
