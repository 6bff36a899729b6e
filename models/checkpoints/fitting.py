"""Whether the weights of a file fit a network: whatever stands before their names, and but for what does not matter."""

from collections import Counter
from collections.abc import Iterator, Mapping

import torch
from torch import nn

from .checkpoint import Checkpoint
from .class_head import head_classes, head_parts, head_weight
from .difference import Difference, OtherSize, Shape
from .file_kinds import shown
from .fit_record import Fit, MisfitError
from .network_tensors import OwnTensors, inside, is_reckoned, own_tensors
from .pairing import Pairing, paired
from .position_sizes import patch_of
from .putting import put
from .renaming import renamed_by_transformers
from .wrappers import COPIES

__all__ = ["Fit", "MisfitError", "OtherSize", "fit", "put"]
_MOST_GROUPS = 3


def fit(network: nn.Module, checkpoint: Checkpoint) -> Fit:
    """How the weights fit; nothing is put into the network, and nothing copied."""
    own = own_tensors(network)
    namings = [checkpoint.tensors, *_other_namings(network, checkpoint.tensors)]
    pairings = [paired(own.shapes, _shapes(tensors)) for tensors in namings]
    pairing, tensors = max(zip(pairings, namings, strict=True), key=lambda way: len(way[0].names))
    found, shapes = {name: tensors[other] for name, other in pairing.names.items()}, _shapes(tensors)
    matched = {name: tensor for name, tensor in found.items() if _takes(own, name, tensor)}
    matched |= {tie: matched[name] for name in matched for tie in own.ties.get(name, ()) if tie not in found}
    difference = _difference(network, own, found, frozenset(matched), pairing, shapes)
    return Fit(shown(checkpoint.path), matched, difference, tuple(_notes(pairing, difference)))


def _other_namings(network: nn.Module, tensors: Mapping[str, torch.Tensor]) -> Iterator[Mapping[str, torch.Tensor]]:
    names = renamed_by_transformers(network, tensors)
    if len(set(names.values())) == len(tensors):
        yield {names[name]: tensor for name, tensor in tensors.items()}


def _shapes(tensors: Mapping[str, torch.Tensor]) -> dict[str, Shape]:
    return {name: tuple(tensor.shape) for name, tensor in tensors.items()}


def _difference(
    network: nn.Module,
    own: OwnTensors,
    found: Mapping[str, torch.Tensor],
    matched: frozenset[str],
    pairing: Pairing,
    shapes: Mapping[str, Shape],
) -> Difference:
    heads = head_parts(own.shapes)
    weight = head_weight(own.shapes, heads)
    unmatched = {name: tensor for name, tensor in found.items() if name not in matched and name not in own.reckoned}
    sizes = [name for name in unmatched if not _same_size(own, name, unmatched[name])]
    unexpected = tuple(name for name in shapes if name not in pairing.names.values() and not is_reckoned(name))
    here = {pairing.here(name): shapes[name] for name in unexpected if pairing.reaches(name)}
    return Difference(
        own=own.shapes,
        found=shapes,
        matched=matched,
        missing=tuple(name for name in own.shapes if name not in {*found, *matched, *own.reckoned}),
        other_size=tuple(OtherSize(name, own.shapes[name], tuple(found[name].shape)) for name in sizes),
        other_numbers=tuple(name for name in unmatched if name not in sizes),
        unexpected=unexpected,
        inner={name: here[name] for name in inside(own.shapes, here)},
        heads=heads,
        head=weight,
        classes=_classes(found.get(weight or ""), shapes),
        own_classes=next(iter(own.shapes[weight]), None) if weight else None,
        patch=patch_of(network),
    )


def _classes(head: torch.Tensor | None, shapes: Mapping[str, Shape]) -> int | None:
    """As many as the tensor that goes where the network's head is has rows; else as the file's own names tell."""
    return head.shape[0] if head is not None and head.ndim else head_classes(shapes)


def _takes(own: OwnTensors, name: str, tensor: torch.Tensor) -> bool:
    mine = own.tensors[name]
    if name in own.reckoned:
        return mine.shape == tensor.shape and mine.dtype == tensor.dtype
    return _same_size(own, name, tensor) and _same_numbers(mine, tensor)


def _same_size(own: OwnTensors, name: str, tensor: torch.Tensor) -> bool:
    # Before torch 0.4 a single number was a list of one.
    mine, other = own.shapes[name], tuple(tensor.shape)
    return name in own.lazy or mine == other or (mine, other) == ((), (1,))


def _same_numbers(own: torch.Tensor, tensor: torch.Tensor) -> bool:
    if own.is_complex():
        return tensor.is_complex() or tensor.is_floating_point()
    return not tensor.is_complex() and own.is_floating_point() == tensor.is_floating_point()


def _notes(pairing: Pairing, difference: Difference) -> Iterator[str]:
    copies = [part for part in pairing.strip.split(".") if part in COPIES]
    if copies:
        yield f"the file holds more than one copy of the network: {copies[0]} was taken"
    groups = Counter(_group(name) for name in difference.unexpected if name not in difference.inner)
    if groups:
        told = [f"{group} ({count} tensor{'s' * (count > 1)})" for group, count in groups.most_common(_MOST_GROUPS)]
        more = f" and {len(groups) - _MOST_GROUPS} more" if len(groups) > _MOST_GROUPS else ""
        yield f"left out of the file, as the network has no such part: {', '.join(told)}{more}"


def _group(name: str) -> str:
    """Enough of a name to know what it belongs to: its first two parts, without numbers."""
    parts = name.split(".")[:-1][:2]
    return ".".join(part for part in parts if not part.isdigit()) or name
