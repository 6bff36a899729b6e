"""Collects the sentences that reach the window from parts without Qt, where no text can pass through Qt's translation.

They are made by f-strings all over models/ and app/. Each becomes a template with numbered holes: "There is no file
{0}: it may have been moved or renamed." What is no prose, or is only ever printed by a command, is left out.
"""

import ast
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SILENT = (
    "app/__main__.py",
    "app/arguments.py",
    "app/link/engine_log.py",
    "app/layers_command.py",
    "app/models_command.py",
    "app/link/protocol.py",
    "app/desk/timing.py",
    "app/training_command.py",
    "app/view_command.py",
    "models/catalogue/fingerprints.py",
    "models/catalogue/transformers_names.py",
    "models/memory_full.py",
    "models/places/shadow_rules.py",
    "models/tags/layouts.py",
    "models/tags/operations.py",
    "models/tags/summing.py",
    "models/tags/tag_rules.py",
    "models/training/",
)
"""Files whose texts never reach the window: what a terminal is told, and lists of names."""
NOT_SHOWN = {"tr", "translate", "add_argument", "add_parser", "ArgumentParser", "compile", "search", "match", "sub"}
"""Calls whose texts are translated already, are printed by --help, or are patterns."""
NO_PROSE = {
    "add_arguments",
    "add_look_arguments",
    "add_focus_arguments",
    "add_model_arguments",
    "__repr__",
    "_outlined",
}
"""Functions whose texts are printed by --help, or by Python."""
UNSAID = (
    "Using `torch.compile",
    "to not have been used in the graph",
    "connection refused",
    "permission denied",
    "no list",
    "tour, cbam/resnet50, se/resnet50, torchvision",
    "--engine ",
    "style=",
)
"""How texts begin that are looked for, or are no sentences."""
SINGLE = ("crashed",)
"""Texts of one word, which look like names."""
OF_THE_SYSTEM = (
    "Device or resource busy",
    "Disk quota exceeded",
    "File exists",
    "File name too long",
    "File too large",
    "Input/output error",
    "Is a directory",
    "No space left on device",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Permission denied",
    "Read-only file system",
)
"""What operating systems say of files."""
HOLE = "\0"
_WAYS = 8
"""Ways in which one f-string may end up, at most; beyond, the parts that vary are translated by themselves."""


def templates() -> list[str]:
    """All of them, sorted."""
    found = {*SINGLE, *OF_THE_SYSTEM, *_notes()}
    for folder in ("models", "app"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(SILENT):
                found |= sentences_in(path.read_text(encoding="utf-8"))
    return sorted(numbered(text) for text in found if text in (*SINGLE, *OF_THE_SYSTEM) or is_prose(text))


def _notes() -> set[str]:
    """What the catalogue says of the program's own networks: the last column of its rows."""
    catalogue = json.loads((ROOT / "assets" / "catalogue.json").read_text(encoding="utf-8"))
    return {row[-1] for row in catalogue["own"]}


def sentences_in(source: str) -> set[str]:
    """Every text that is written out in a file, each of its ways with holes; prose or not."""
    return set(_in(ast.parse(source)))


def is_prose(text: str) -> bool:
    """Whether it is something to be read: words with blanks between them, and no pattern, path or page."""
    if text.startswith(UNSAID):
        return False
    words = re.findall(r"[A-Za-z]{2,}", text)
    spoken = any(len(word) > 2 for word in words) and len("".join(words)) >= 4
    blank = re.search(rf"[A-Za-z0-9{HOLE},;:.'\")] +[A-Za-z{HOLE}(\"'`]", text)
    return bool(spoken and blank) and not re.search(r"[<|\\]|^\s*#|^attnscope |\n", text)


def numbered(text: str) -> str:
    """Its holes as {0}, {1}, ..."""
    numbers = itertools.count()
    return re.sub(HOLE, lambda _: f"{{{next(numbers)}}}", text)


def _in(node: ast.AST) -> Iterator[str]:
    """The texts within, without docstrings."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in NO_PROSE:
        return
    if isinstance(node, ast.Call) and _is_silent(node):
        return
    ways = _ways(node)
    if ways is not None:
        yield from ways
        yield from itertools.chain.from_iterable(map(_in, _holes(node)))
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
            yield from _in(child)


def _is_silent(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    on = call.func.value if isinstance(call.func, ast.Attribute) else None
    return name in NOT_SHOWN or (name == "split" and isinstance(on, ast.Constant))


def _ways(node: ast.AST) -> list[str] | None:
    """What a text may be, with holes; None where it is no text that is written out."""
    if isinstance(node, ast.Constant):
        return [_with_holes(node.value)] if isinstance(node.value, str) else None
    if isinstance(node, ast.IfExp):
        ways = [_ways(node.body), _ways(node.orelse)]
        return None if None in ways else [text for some in ways for text in some or ()]
    if isinstance(node, ast.JoinedStr):
        return _joined(node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and (ways := _ways(node.left)):
        return [*ways, ""]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [node.left, node.right]
        return _joined(parts) if any(_ways(part) for part in parts) else None
    return None


def _joined(parts: list[ast.expr]) -> list[str]:
    ways = [_ways(part.value if isinstance(part, ast.FormattedValue) else part) or [HOLE] for part in parts]
    literal = [[part.value] if isinstance(part, ast.Constant) else way for part, way in zip(parts, ways, strict=True)]
    while len(list(itertools.product(*literal))) > _WAYS:
        longest = max(range(len(literal)), key=lambda at: len(literal[at]))
        literal[longest] = [HOLE]
    return ["".join(chosen) for chosen in itertools.product(*literal)]


def _holes(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in the holes, which may hold texts of its own."""
    for child in ast.iter_child_nodes(node):
        inner = child.value if isinstance(child, ast.FormattedValue) else child
        if isinstance(inner, ast.Constant):
            continue
        if _ways(inner) is not None and not isinstance(node, ast.IfExp):
            yield from _holes(inner)
        yield inner


def _with_holes(text: str) -> str:
    """A text for `str.format`: its fields as holes."""
    return re.sub(r"\{[^{}]*\}", HOLE, text)
