"""Networks from a user's own Python: a file, or an installed package, and the name of what makes the network.

A user's project often has a `models` or `app` package of its own; it is imported under that name, and ours is
`attnscope.models`, so that neither harms the other.
"""

import ast
import importlib
import importlib.util
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from torch import nn

from ..errors import UserError
from ..foreign import Foreign
from .random_weights import noticing_weights, same_random_numbers

_imported: set[str] = set()
"""Modules that came out of users' folders: forgotten before the next import, so that edited code is read anew."""


def network_from_file(path: Path, name: str) -> tuple[nn.Module, bool]:
    """The network that `name` in this file makes, and whether it loaded weights while it did.

    **Raises** UserError whatever goes wrong in the file.
    """
    path = path.expanduser().absolute()
    if not path.is_file():
        raise UserError(f"There is no Python file {path}: check the path in front of the colon.")
    _forget()
    top = _package_top(path)
    alone = _free_name(path)
    with _importing((top or path.parent, path.parent)):
        with Foreign(path.name, path.parent):
            module = _import_file(path, alone) if top is None else _import_in_package(path, top)
        return _made(_named(module, name, path.name), f"{name} in {path.name}", path.parent)


def network_from_module(module_name: str, name: str) -> tuple[nn.Module, bool]:
    """The network that `name` in an importable module makes, and whether it loaded weights while it did.

    **Raises** UserError whatever goes wrong in the module.
    """
    _forget()
    here = Path.cwd()
    with _importing((here,)):
        with Foreign(module_name, here):
            module = importlib.import_module(module_name)
        return _made(_named(module, name, module_name), f"{name} in {module_name}", here)


def _package_top(path: Path) -> Path | None:
    """The folder around the package that the file needs to be imported as a part of; None where it needs none."""
    if not _imports_relatively(path) or not (path.parent / "__init__.py").exists():
        return None
    return next(folder for folder in path.parents if not (folder / "__init__.py").exists())


def _import_in_package(path: Path, top: Path) -> ModuleType:
    return importlib.import_module(".".join(path.relative_to(top).with_suffix("").parts))


def _free_name(path: Path) -> str:
    """What to call the file's module: a file may have any name, also that of a module that is here already."""
    name = path.stem
    if name.isidentifier() and name not in sys.modules:
        found = importlib.util.find_spec(name)
        if found is None or found.origin == str(path):
            return name
    return f"file {name}"


def _import_file(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _imports_relatively(path: Path) -> bool:
    with Foreign(path.name, path.parent):
        tree = ast.parse(path.read_bytes())
    return any(isinstance(node, ast.ImportFrom) and node.level for node in ast.walk(tree))


def _forget() -> None:
    for name in _imported:
        sys.modules.pop(name, None)
    _imported.clear()
    importlib.invalidate_caches()


@contextmanager
def _importing(folders: tuple[Path, ...]) -> Iterator[None]:
    """The folders first on the path, as Python has a script's own folder; what comes out of them is remembered."""
    path, known = list(sys.path), set(sys.modules)
    sys.path[:0] = [str(folder) for folder in dict.fromkeys(folders)]
    try:
        yield
    finally:
        sys.path[:] = path
        _imported.update(name for name in set(sys.modules) - known if _lies_in(sys.modules[name], folders))


def _lies_in(module: ModuleType, folders: tuple[Path, ...]) -> bool:
    # A namespace package has no file. An environment inside the user's folder is not his code.
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    found = [Path(place) for place in places if place]
    return any(
        place.is_relative_to(folder) and "site-packages" not in place.parts for place in found for folder in folders
    )


def _named(module: ModuleType, name: str, where: str) -> object:
    if hasattr(module, name):
        return getattr(module, name)
    own = [key for key, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    has = f"it has {', '.join(own[:8])}" if own else "it defines nothing that could make a network"
    raise UserError(f"There is no {name} in {where}: {has}.")


def _made(maker: object, what: str, folder: Path) -> tuple[nn.Module, bool]:
    if isinstance(maker, nn.Module):
        return maker, False
    if not callable(maker):
        raise UserError(f"{what} is of type {type(maker).__name__}: name a function or a class that makes the network.")
    _require_no_arguments(maker, what)
    with Foreign(what, folder), noticing_weights() as loaded, same_random_numbers():
        network = maker()
    if not isinstance(network, nn.Module):
        raise UserError(f"{what} returned {_kind(network)}: let it return the network, a torch.nn.Module.")
    return network, bool(loaded)


def _require_no_arguments(maker: Callable[..., object], what: str) -> None:
    try:
        parameters = inspect.signature(maker).parameters.values()
    except ValueError:
        return  # something written in C, which does not tell
    open_kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    needed = [p.name for p in parameters if p.default is inspect.Parameter.empty and p.kind not in open_kinds]
    if needed:
        raise UserError(f"{what} needs arguments ({', '.join(needed)}): give them defaults.")


def _kind(value: object) -> str:
    return "nothing" if value is None else f"an object of type {type(value).__name__}"
