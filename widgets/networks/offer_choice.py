"""What somebody chose in the pick list, and what there is to choose for a network in it. No widgets."""

from dataclasses import dataclass

from ...models.model_request import RANDOM
from ...models.offers import Offer
from ..look.size_text import bytes_text
from ..look.texts import tr


@dataclass(frozen=True, slots=True)
class Choice:
    """A network to be loaded; the fields are those of a `ModelRequest`."""

    model: str
    weights: str | None = None
    """The name of published weights, "random", or None: the source's own choice."""
    download: bool = False
    """Whether the user agreed that weights may be fetched."""


def choices(offer: Offer) -> tuple[tuple[str, Choice], ...]:
    """What can be done with a network: the words on each button and what it means, the likely one first.

    None where the package that has the network is not installed.
    """
    weights = offer.weights or None
    unlearnt = (tr("Load with random weights"), Choice(offer.model, RANDOM))
    if offer.state == "extra":
        return ()
    if offer.state == "download":
        size = bytes_text(offer.bytes) if offer.bytes else ""
        fetch = tr("Download {0} and load").format(size) if size else tr("Download and load")
        return (fetch, Choice(offer.model, weights, download=True)), unlearnt
    if offer.state == "none" and offer.source != "yours":
        return (unlearnt,)
    return ((tr("Load"), Choice(offer.model, weights)),)


def network_only(offer: Offer, file: str) -> tuple[tuple[str, Choice], ...]:
    """The same where the weights come out of a file of the user's: only the network is to be chosen."""
    if offer.state == "extra":
        return ()
    return ((tr("Load {0} into it").format(file), Choice(offer.model)),)


def install_command(offer: Offer) -> str:
    """What a user types to have the package with the network."""
    return f'pip install "attnscope[{offer.source}]"'
