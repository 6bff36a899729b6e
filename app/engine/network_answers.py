"""What the engine answers about networks that are not loaded yet: which there are, and what a file is of."""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...models.catalogue.all_offers import offers
from ...models.catalogue.architectures import guess_architectures
from ...models.catalogue.connection import offline_reason
from ...models.checkpoints.checkpoint import Checkpoint, read_checkpoint
from ...models.checkpoints.class_head import head_classes
from ...models.checkpoints.fit_record import Fit
from ...models.checkpoints.fitting import fit
from ...models.devices.devices import devices_here
from ...models.errors import UserError
from ...models.offers import CheckpointFacts, Guess
from ...models.zoo.loaded import Loaded
from ...models.zoo.makers import makers
from ...models.zoo.named_path import named_path
from ...models.zoo.user_code import importing_from
from ...models.zoo.whole_network import network_in

Fields = dict[str, Any]
Answer = Callable[[Mapping[str, Any], Loaded | None], Fields]
"""Takes the request's fields and the network that is loaded now."""


def answers(kind: str) -> Answer | None:
    """What answers a request of this kind; None where it is about something else."""
    return _ANSWERS.get(kind)


def _offers(fields: Mapping[str, Any], loaded: Loaded | None) -> Fields:
    del fields, loaded
    return {"offers": [dataclasses.asdict(offer) for offer in offers()], "offline": offline_reason()}


def _devices(fields: Mapping[str, Any], loaded: Loaded | None) -> Fields:
    del fields, loaded
    return {"devices": [list(device) for device in devices_here()]}


def _makers(fields: Mapping[str, Any], loaded: Loaded | None) -> Fields:
    del loaded
    path = _path(fields)
    return {"path": str(path), "makers": [dataclasses.asdict(maker) for maker in makers(path)]}


def _checkpoint(fields: Mapping[str, Any], loaded: Loaded | None) -> Fields:
    path = _path(fields)
    trust = bool(fields.get("trust"))
    with importing_from((path.absolute().parent,) if trust else ()):
        checkpoint = read_checkpoint(path, trust)
    facts = facts_of(path, checkpoint)
    found = (*_whole(path, trust), *_loaded_now(loaded, checkpoint), *facts.guesses)
    guesses = {guess.model: guess for guess in reversed(found)}
    return {"facts": dataclasses.asdict(dataclasses.replace(facts, guesses=tuple(reversed(guesses.values()))))}


def _whole(path: Path, trust: bool) -> tuple[Guess, ...]:
    """The file itself, where a whole network was pickled."""
    if not trust or not path.is_file() or network_in(path) is None:
        return ()
    return (Guess(str(path), True, "the whole network lies in the file"),)


def _loaded_now(loaded: Loaded | None, checkpoint: Checkpoint) -> tuple[Guess, ...]:
    """The network that is on screen, where the file may be of it: the next epoch of one's own training."""
    if loaded is None:
        return ()
    found = fit(loaded.model, checkpoint)
    return (Guess(loaded.spec, found.complete, "the network that is loaded now"),) if _fits(found) else ()


def _fits(found: Fit) -> bool:
    return found.complete or found.only_head


def facts_of(path: Path, checkpoint: Checkpoint) -> CheckpointFacts:
    """What a checkpoint says of itself, and which architecture its names tell of."""
    shapes = checkpoint.shapes
    return CheckpointFacts(
        path=str(path),
        tensors=len(shapes),
        parameters=sum(tensor.numel() for tensor in checkpoint.tensors.values()),
        classes=head_classes(shapes),
        wrapping=checkpoint.wrapping,
        guesses=(*_beside(path), *guess_architectures(shapes)),
    )


def _beside(path: Path) -> tuple[Guess, ...]:
    """The folder of the file, where transformers saved a network there: its configuration says what it is."""
    folder = path if path.is_dir() else path.parent
    if not (folder / "config.json").is_file():
        return ()
    return (Guess(f"hf/{folder}", True, "config.json lies beside it"),)


def _path(fields: Mapping[str, Any]) -> Path:
    text = fields.get("path")
    if not isinstance(text, str) or not text:
        raise UserError("No file was named: choose one.")
    return named_path(text)


_ANSWERS: dict[str, Answer] = {
    "offers": _offers,
    "devices": _devices,
    "makers": _makers,
    "checkpoint": _checkpoint,
}
