"""What in a Python file may make a network, read from its text: nothing of it is run."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import UserError
from ..offers import Maker
from .named_path import named_path

_LIKELY = re.compile(r"build|make|create|model|net|former|vit|conv|classif|backbone|encoder", re.IGNORECASE)
_UNLIKELY = re.compile(
    r"^_|^main$|train|test|eval|load|data|loss|metric|plot|draw|save|optim|parse|args|init", re.IGNORECASE
)
_MODULES = ("Module", "Sequential", "LightningModule", "PreTrainedModel")
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def makers(path: Path) -> tuple[Maker, ...]:
    """What may make a network in this file, the likeliest first; empty where nothing looks like it.

    **Raises** UserError where the file cannot be read as Python.
    """
    tree = _tree(path)
    classes = _network_classes(tree.body)
    found = [*_functions(tree.body), *(_class(node) for node in classes.values()), *_variables(tree.body, classes)]
    parts = _used_inside(tree.body, set(classes))
    return tuple(sorted(found, key=lambda maker: (-_likelihood(maker, parts), -maker.line)))


def _tree(path: Path) -> ast.Module:
    try:
        return ast.parse(named_path(str(path)).read_bytes(), str(path))
    except FileNotFoundError as error:
        raise UserError(f"There is no Python file {path}: check its name.") from error
    except OSError as error:
        raise UserError(f"{path.name} cannot be read ({error.strerror}): choose another file.") from error
    except SyntaxError as error:
        raise UserError(f"{path.name} is no Python that can be read ({error.msg}, line {error.lineno}).") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise UserError(f"{path.name} is no Python that can be read ({error}).") from error


def _network_classes(body: Iterable[ast.stmt]) -> dict[str, ast.ClassDef]:
    """Classes that are modules, by their bases; a base may stand in the same file."""
    found: dict[str, ast.ClassDef] = {}
    for node in body:
        if isinstance(node, ast.ClassDef) and any(_last(base) in found or _is_module(base) for base in node.bases):
            found[node.name] = node
    return found


def _is_module(base: ast.expr) -> bool:
    name = _last(base)
    return name in _MODULES or bool(re.search(r"Net$|Model$|Transformer$", name))


def _last(node: ast.expr) -> str:
    """The last word of a dotted name: "Module" of nn.Module."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _functions(body: Iterable[ast.stmt]) -> Iterator[Maker]:
    for node in body:
        if isinstance(node, ast.FunctionDef) and _returns(node):
            yield Maker(node.name, "function", *_arguments(node), node.lineno)


def _returns(function: ast.FunctionDef) -> bool:
    """Whether it gives anything that may be a network back."""
    plain = (ast.Constant, ast.Compare, ast.JoinedStr, ast.Dict, ast.BoolOp)
    given = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    return any(value is not None and not isinstance(value, plain) for value in given)


def _class(node: ast.ClassDef) -> Maker:
    births = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
    needs, takes = _arguments(births[0]) if births else ((), ())
    return Maker(node.name, "class", needs[1:] if births else (), takes, node.lineno)


def _arguments(function: _Function) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names without and with a default."""
    told = function.args
    placed = [*told.posonlyargs, *told.args]
    without = len(placed) - len(told.defaults)
    needs = [one.arg for one in placed[:without]]
    takes = [one.arg for one in placed[without:]]
    for one, default in zip(told.kwonlyargs, told.kw_defaults, strict=True):
        (needs if default is None else takes).append(one.arg)
    return tuple(needs), tuple(takes)


def _variables(body: Iterable[ast.stmt], classes: dict[str, ast.ClassDef]) -> Iterator[Maker]:
    """Names that are given a network of one of the classes as the file is imported."""
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and _last(node.value.func) in classes:
            for target in node.targets:
                if isinstance(target, ast.Name):
                    yield Maker(target.id, "network", line=node.lineno)


def _used_inside(body: Iterable[ast.stmt], names: set[str]) -> set[str]:
    """Classes that another class of the file builds itself from: parts of a network, not the network."""
    return {
        _last(call)
        for node in body
        if isinstance(node, ast.ClassDef)
        for call in ast.walk(node)
        if isinstance(call, ast.Name | ast.Attribute) and _last(call) in names - {node.name}
    }


def _likelihood(maker: Maker, parts: set[str]) -> int:
    score = 4 if not maker.needs else 0
    score += 2 if _LIKELY.search(maker.name) else 0
    score -= 5 if _UNLIKELY.search(maker.name) else 0
    score -= 3 if maker.name in parts else 0
    return score + (1 if maker.kind == "function" else 0)
