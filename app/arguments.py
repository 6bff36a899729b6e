"""The command line: commands, their options, and examples of their use."""

import argparse
from collections.abc import Callable
from importlib import import_module

from .. import __version__

COMMANDS: dict[str, tuple[str, str, str]] = {
    "view": ("view_command", "open the window (the default)", "attnscope photo.jpg --model torchvision/vit_b_16"),
    "models": ("models_command", "list the networks that can be loaded", "attnscope models swin --here"),
    "layers": ("layers_command", "list the attention layers found in a network", "attnscope layers tour --json"),
    "export": (
        "export_command",
        "pictures and numbers of every layer",
        "attnscope export cat.jpg -o out --formats png,csv",
    ),
    "train-tour": (
        "training_command",
        "train the tour network from nothing",
        "attnscope train-tour --out tour --device auto",
    ),
    "engine": ("engine.engine", "the engine, on standard streams (the window starts it)", "attnscope engine"),
}
"""Command -> the module that has its `add_arguments` and `run`, what it does, an example."""


def parse(words: list[str]) -> tuple[argparse.Namespace, Callable[[argparse.Namespace], int]]:
    """The options, and what to run with them. Only the module of the wished command is imported."""
    command = words[0] if words and words[0] in COMMANDS else "view"
    if words[:1] in (["-h"], ["--help"], ["--version"]):
        _overview().parse_args(words)
    module_name, does, example = COMMANDS[command]
    module = import_module(f".{module_name}", __package__)
    parser = _Parser(
        prog=f"attnscope {command}",
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    return parser.parse_args(words[1:] if words and words[0] == command else words), module.run


class _Parser(argparse.ArgumentParser):
    """One line for a mistake in the options, and exit status 2."""

    def error(self, message: str) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.exit(2, f"attnscope: {message}: see {self.prog} --help\n")


def _overview() -> argparse.ArgumentParser:
    lines = [f"  {name:<12}{does}" for name, (_, does, _) in COMMANDS.items()]
    parser = _Parser(
        prog="attnscope",
        usage="attnscope [COMMAND] [ARGUMENT ...]",
        description="See what a vision network attends to.\n\ncommands:\n" + "\n".join(lines),
        epilog="attnscope COMMAND --help says more.\nexample: attnscope photo.jpg",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"attnscope {__version__}")
    return parser
