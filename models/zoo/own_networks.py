"""The networks that come with the program, and those out of a user's own code."""

import json
from pathlib import Path

from safetensors import safe_open
from torch import nn

from ..checkpoints.checkpoint import read_checkpoint
from ..checkpoints.fitting import fit
from ..checkpoints.putting import put
from ..errors import UserError
from ..foreign import Foreign
from ..networks import tour
from ..networks.residual_network import gated_resnet
from ..pictures.preprocess import Preprocess
from .default_preparation import guessed_preprocess
from .downloads import fetch
from .imagenet_names import imagenet_labels
from .order import Built, Order
from .published import Published, cached_file, published
from .random_weights import same_random_numbers
from .spec import Spec
from .user_code import network_from_file, network_from_module


def tour_network(order: Order, weights: Path | None) -> Built:
    """The embedded network, or another training of it in a file that train-tour wrote.

    **Raises** UserError where the file is none of its.
    """
    path = tour.EMBEDDED_WEIGHTS if weights is None else weights
    if order.arguments or (order.random and weights is None):
        raise UserError("The tour network takes no arguments and is never random: name it tour alone.")
    if order.size not in (None, (tour.INPUT_SIZE, tour.INPUT_SIZE)):
        raise UserError(
            f"The tour network takes {tour.INPUT_SIZE} x {tour.INPUT_SIZE} pixels alone: leave out the size."
        )
    network = tour.load_tour(path)
    with safe_open(path, framework="pt") as file:
        notes = {key: json.loads(text) for key, text in file.metadata().items() if key in ("classes", "mean", "std")}
    # Cropped, as it was trained on scenes without borders: the bars of a letterbox draw its attention to themselves.
    size = (tour.INPUT_SIZE, tour.INPUT_SIZE)
    mean, std = (tuple(notes.get(key, default)) for key, default in (("mean", tour.MEAN), ("std", tour.STD)))
    name = "" if weights is None else path.name
    return Built(network, Preprocess(size, "crop", mean, std), tuple(notes["classes"]), "tour network", False, (), name)


def own_network(order: Order) -> Built:
    """A residual network of the CBAM, BAM or SE papers, in the layout that published checkpoints have.

    **Raises** UserError for a depth or an argument that it does not have.
    """
    spec = f"{order.family}/{order.name}"
    depth = order.name.removeprefix("resnet")
    unknown = set(order.arguments) - {"num_classes", "stem"}
    if not order.name.startswith("resnet") or not depth.isdecimal() or unknown:
        hint = "it takes num_classes and stem (imagenet or cifar)" if unknown else "choose resnet18, 34, 50 or 101"
        raise UserError(f"There is no {spec} with {', '.join(unknown) or 'that name'}: {hint}.")
    options = {"num_classes": order.classes} if order.classes else {}
    with same_random_numbers(), Foreign(spec):
        network = gated_resnet(order.family, int(depth), **(options | dict(order.arguments)))  # pyright: ignore[reportArgumentType]
    side = int(getattr(network, "input_size", 224))
    resize = 256 if side == 224 else None
    built = Built(network, Preprocess((side, side), "crop", resize=resize), _classes(network), spec, True)
    return _with_published(built, order)


def users_network(spec: Spec, order: Order) -> Built:
    """What the user's own code makes.

    **Raises** UserError whatever goes wrong in it.
    """
    load = network_from_file if spec.source == "file" else network_from_module
    place = Path(spec.place) if spec.source == "file" else spec.place
    made = load(place, spec.name, order.arguments, order.classes)  # pyright: ignore[reportArgumentType]
    title = f"{Path(spec.place).name}:{spec.name}" if spec.source == "file" else spec.text
    return Built(made.network, guessed_preprocess(made.network), (), title, not made.learnt)


def _with_published(built: Built, order: Order) -> Built:
    """The network with the weights that were published for it, where they are here or may be fetched."""
    weights = published(f"{order.family}/{order.name}")
    if order.random or order.arguments or order.classes:
        return built
    if order.weights is not None and (weights is None or order.weights != weights.name):
        has = f"it has {weights.name}" if weights else "give the file with the weights"
        raise UserError(f"{built.title} has no weights {order.weights!r}: {has}.")
    if weights is None:
        return built
    path = cached_file(weights)
    if not path.is_file() and order.download:
        fetch(weights.url, path, order.progress, weights.sha256, weights.bytes)
    if not path.is_file():
        return _not_here(built, order, weights)
    notes = put(built.network, fit(built.network, read_checkpoint(path)))
    return Built(built.network, built.preprocess, built.labels, built.title, False, notes, weights.name)


def _not_here(built: Built, order: Order, weights: Published) -> Built:
    size = f" ({weights.bytes / 1e6:.0f} MB)" if weights.bytes else ""
    where = "are not on this machine: add --download to fetch them"
    sentence = f"The weights {weights.name} of {built.title} {where}{size}."
    if order.weights is not None:
        raise UserError(sentence)
    return Built(built.network, built.preprocess, built.labels, built.title, True, (sentence,))


def _classes(network: nn.Module) -> tuple[str, ...]:
    """ImageNet's names where the network has as many classes as ImageNet."""
    head = getattr(network, "fc", None)
    return imagenet_labels() if isinstance(head, nn.Linear) and head.out_features == 1000 else ()
