"""`attnscope layers`: the attention layers found in a network, as a table or as JSON."""

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from .export.model_arguments import add_model_arguments

if TYPE_CHECKING:
    from ..models.records import ModelInfo, PassInfo
    from .export.local_engine import LocalEngine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `attnscope layers`."""
    add_model_arguments(parser, "model")
    parser.add_argument("--image", metavar="FILE", help="the image to run it on (default: a sample)")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Run the network once and list what was found.

    **Raises**: `UserError` when the network or the image cannot be had.
    """
    from .state.resources import first_sample

    print_pass(Path(arguments.image) if arguments.image else first_sample(), arguments, arguments.json)
    return 0


def print_pass(image: Path, arguments: argparse.Namespace, as_json: bool = False) -> None:
    """Record the image and print the layers, each with its proof, and the prediction."""
    from ..models.errors import UserError
    from .export.local_engine import LocalEngine
    from .state.wishes import Question

    engine = LocalEngine.load(arguments)
    outcome = engine.record(image)
    errors: list[float | None] = []
    unproved = ""
    for index in range(len(outcome.layers)):
        try:
            errors.append(engine.ask(Question("error", index)).message.header["error"])
        except UserError as error:  # the layers are there all the same
            errors.append(None)
            unproved = str(error)
    print(_json(engine, outcome, errors) if as_json else _table(engine.model, outcome, errors, unproved))


def _table(model: "ModelInfo", outcome: "PassInfo", errors: list[float | None], unproved: str) -> str:
    head = ("", "layer", "kind", "weights", "made by", "error")
    rows = [
        (str(number), layer.title, layer.kind, "×".join(map(str, layer.shape)), layer.source, _error(error))
        for number, (layer, error) in enumerate(zip(outcome.layers, errors, strict=True), start=1)
    ]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [head, *rows]
    ]
    lines += [f"⚠ not proved: {unproved}"] if unproved else []
    lines += [f"{layer.title}: {layer.note}" for layer in outcome.layers if layer.note]
    lines += [f"⚠ not recorded: {name or 'the network'}: {reason}" for name, reason in outcome.missed]
    best = "  ".join(f"{p.label} {p.probability:.1%}" for p in outcome.predictions[:3])
    facts = [model.title, model.weights, f"{model.parameters:,} parameters", model.device, model.precision]
    facts += ["random weights, untrained"] if model.random_weights else []
    facts += ["random head"] if model.random_head else []
    notes = [f"⚠ {note}" for note in (*model.notes, *outcome.notes)]
    head = " · ".join(fact for fact in facts if fact)
    return "\n".join([head, *notes, *lines, f"prediction: {best}" if best else ""]).rstrip()


def _error(error: float | None) -> str:
    return "–" if error is None else f"{error:.1e}"


def _json(engine: "LocalEngine", outcome: "PassInfo", errors: list[float | None]) -> str:
    layers = [
        {**dataclasses.asdict(layer), "error": error} for layer, error in zip(outcome.layers, errors, strict=True)
    ]
    missed = [{"name": name, "reason": reason} for name, reason in outcome.missed]
    return json.dumps({"model": engine.model.spec, "layers": layers, "missed": missed}, indent=2)
