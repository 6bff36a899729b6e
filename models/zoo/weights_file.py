"""A network with the weights of a checkpoint: built with as many classes as the file has, filled, and told."""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

from torch import Tensor

from ..checkpoints.checkpoint import Checkpoint, read_checkpoint
from ..checkpoints.fit_record import Fit
from ..checkpoints.fitting import fit
from ..checkpoints.position_sizes import is_position
from ..checkpoints.putting import put
from ..errors import UserError
from ..model_request import ModelRequest
from .order import Built, Order
from .timm_zoo import timm_filtered
from .user_code import importing_from

Builder = Callable[[Order], Built]


def with_weights_of(file: Path, build: Builder, order: Order, request: ModelRequest) -> Built:
    """The network that `build` makes, with the weights of the file in it.

    Where the file's head tells of another number of classes, the network is built with that number if it can be.

    **Raises** UserError where the file cannot be read; MisfitError where its weights do not fit, and where all but the
    head does, unless the request allows to leave it out.
    """
    order.progress(f"Reading {file.name} …")
    # A trusted pickle may ask for classes beside it; a file that is not must have nothing imported from its folder.
    with importing_from((file.absolute().parent,) if request.trust else ()):
        checkpoint = read_checkpoint(file, request.trust)
    built = build(order)
    found = _fitted(built, checkpoint)
    if not found.complete and found.only_head and found.classes:
        built, found = _with_classes(build, order, checkpoint, built, found)
    no_matter = found.difference.only_auxiliary
    learnt = put(built.network, found, request.skip_head or no_matter)
    retrained = found.classes is not None and found.classes != len(built.labels)
    return dataclasses.replace(
        built,
        # Nobody says how the pictures were prepared that it was trained on since.
        preprocess=dataclasses.replace(built.preprocess, guessed=built.preprocess.guessed or retrained),
        labels=_names(built, checkpoint, found),
        random_weights=False,
        random_head=not found.complete and not no_matter,
        notes=(*checkpoint.notes, *learnt),
        weights=file.name,
    )


def _with_classes(
    build: Builder, order: Order, checkpoint: Checkpoint, before: Built, fitted: Fit
) -> tuple[Built, Fit]:
    """Built anew with the file's number of classes; as it was where the network takes no such number."""
    try:
        built = build(dataclasses.replace(order, classes=fitted.classes))
    except UserError:
        return before, fitted
    found = _fitted(built, checkpoint)
    fits = found.complete or found.difference.only_auxiliary
    return (built, found) if fits else (before, fitted)


def _fitted(built: Built, checkpoint: Checkpoint) -> Fit:
    """How the file fits as it is, or once it was put into timm's way of naming where timm knows it."""
    found = fit(built.network, checkpoint)
    if found.complete or found.only_head:
        return found
    tensors = timm_filtered(built.network, checkpoint.tensors)
    if tensors is None:
        return found
    other = fit(built.network, dataclasses.replace(checkpoint, tensors=tensors))
    if len(other.matched) <= len(found.matched):
        return found
    return dataclasses.replace(other, notes=(*other.notes, *_stretched(checkpoint.shapes, tensors)))


def _stretched(before: Mapping[str, tuple[int, ...]], after: Mapping[str, Tensor]) -> tuple[str, ...]:
    """What to know where tensors were made to suit another input size."""
    ends = {name.rpartition(".")[2]: shape for name, shape in before.items() if is_position(name)}
    names = [name for name in after if is_position(name)]
    other = [name for name in names if ends.get(name.rpartition(".")[2]) not in (None, tuple(after[name].shape))]
    return ("the position embeddings were stretched to the input's size, as timm does it",) if other else ()


def _names(built: Built, checkpoint: Checkpoint, found: Fit) -> tuple[str, ...]:
    """The file's own class names; else the source's, as long as there are as many as classes."""
    if checkpoint.classes:
        return checkpoint.classes
    return built.labels if found.classes is None or found.classes == len(built.labels) else ()
