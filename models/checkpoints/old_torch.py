"""torch's format before 1.6: a few pickles, then the numbers. It allocates what the pickle claims; so that is checked.

A file can hold no more numbers than it has bytes.
"""

import pickletools
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import torch

_PICKLES_BEFORE = 3


def claims_too_much(path: Path) -> bool:
    """Whether the storages that the file speaks of would have more elements than it has bytes."""
    with path.open("rb") as stream:
        for _ in range(_PICKLES_BEFORE):
            for _ in pickletools.genops(stream):
                pass
        return sum(_claims(stream)) > path.stat().st_size


def holds_too_much(found: object, path: Path) -> bool:
    """Whether the tensors that were read have more bytes than the file: one may name a size beyond its storage's."""
    storages = {storage.data_ptr(): storage.nbytes() for storage in map(torch.Tensor.untyped_storage, _tensors(found))}
    return sum(storages.values()) > path.stat().st_size


def _claims(stream: BinaryIO) -> Iterator[int]:
    """Elements of each storage: the largest number in what pickle calls a persistent identity."""
    numbers: list[int] = []
    claimed: dict[str, int] = {}
    texts: list[str] = []
    for operation, argument, _ in pickletools.genops(stream):
        if operation.name == "MARK":
            numbers, texts = [], []
        elif operation.name == "BINPERSID":
            claimed["/".join(texts)] = max(numbers, default=0)
        elif isinstance(argument, str):
            texts.append(argument)
        elif isinstance(argument, int) and operation.name not in _PLACES_IN_MEMO:
            numbers.append(argument)
    yield from claimed.values()


_PLACES_IN_MEMO = ("BINGET", "LONG_BINGET", "BINPUT", "LONG_BINPUT", "GET", "PUT")


def _tensors(found: object) -> Iterator[torch.Tensor]:
    todo, seen = [found], set[int]()
    while todo:
        one = todo.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, torch.Tensor):
            if one.layout is torch.strided and not one.is_quantized:
                yield one
        elif isinstance(one, dict):
            todo += one.values()
        elif isinstance(one, list | tuple | set):
            todo += one
        elif hasattr(one, "__dict__"):
            todo += vars(one).values()
