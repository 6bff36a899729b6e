"""`attnscope train-tour`: trains the tour network again, from nothing."""

import argparse
import os
import sys
from pathlib import Path

_DESCRIPTION = """Train the tour network from nothing, on scenes that are rendered on the way. Writes tour.safetensors
and MODEL_CARD.md to the folder. Ctrl+C keeps the run; the same command goes on with it."""
_EXAMPLE = "example: attnscope train-tour --out tour --device auto"


def _at_least(least: int, text: str) -> int:
    number = int(text)
    if number < least:
        raise argparse.ArgumentTypeError(f"{number} is too small: give {least} or more")
    return number


def _count(text: str) -> int:
    return _at_least(1, text)


def _natural(text: str) -> int:
    return _at_least(0, text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell a parser what the command takes."""
    parser.description, parser.epilog = _DESCRIPTION, _EXAMPLE
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the weights and the card go")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:N or mps (default: auto)")
    parser.add_argument(
        "--steps", type=_count, metavar="N", help="steps of 48 scenes (default: as the embedded weights)"
    )
    parser.add_argument(
        "--seed", type=_natural, default=0, metavar="N", help="another number, another run (default: 0)"
    )
    free = max(1, (os.cpu_count() or 2) - 1)
    parser.add_argument(
        "--workers", type=_natural, default=free, metavar="N", help=f"processes that render (default: {free})"
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, measure, write; the exit status.

    **Raises**: UserError where the folder holds another run or the device is missing.
    """
    from ..models.training.tour_card import CARD, write_card
    from ..models.training.tour_training import WEIGHTS, Settings, train

    settings = Settings(seed=arguments.seed)
    if arguments.steps is not None:
        settings = Settings(steps=arguments.steps, seed=arguments.seed)
    try:
        training = train(arguments.out, arguments.device, settings, arguments.workers)
        measured = write_card(training, arguments.out)
    except KeyboardInterrupt:
        print(f"Stopped; the run is kept in {arguments.out}: the same command goes on with it.", file=sys.stderr)
        return 2
    print(f"{arguments.out / WEIGHTS}: {measured.accuracy:.2%} of {measured.scenes:,} unseen scenes named right")
    print(f"{arguments.out / CARD}: how it was trained, and where its attention points")
    return 0
