"""Networks from a user's own Python: a file, or an installed package, and the name of what makes the network.

A user's project often has a `models` or `app` package of its own; it is imported under that name, and ours is
`attnscope.models`, so that neither harms the other.
"""

import ast
import contextlib
import importlib
import importlib.util
import sys
import sysconfig
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from operator import attrgetter
from pathlib import Path
from types import CodeType, ModuleType

from ..errors import UserError
from ..foreign import Foreign
from .maker_calls import Arguments, Made, made_by
from .named_path import named_path

_OTHERS = (Path(sysconfig.get_path("stdlib")), Path(sysconfig.get_path("platstdlib")), Path(__file__).parents[2])
_imported: set[str] = set()
"""Modules that came out of users' folders: forgotten before the next import, so that edited code is read anew."""


def network_from_file(path: Path, name: str, arguments: Arguments, classes: int | None = None) -> Made:
    """What `name` in this file makes of the arguments.

    `classes` is told to it where it takes a number of classes and the arguments say none.

    **Raises** UserError whatever goes wrong in the file.
    """
    path = named_path(str(path)).absolute()
    if not path.is_file():
        raise UserError(f"There is no Python file {path}: check the path in front of the colon.")
    _forget()
    top = _package_top(path)
    alone = _free_name(path)
    with importing_from((top or path.parent, path.parent)), _as_script(str(path)):
        with Foreign(path.name, path.parent):
            module = _import_file(path, alone) if top is None else _import_in_package(path, top)
        return made_by(_named(module, name, path.name), f"{name} in {path.name}", path.parent, arguments, classes)


def network_from_module(module_name: str, name: str, arguments: Arguments, classes: int | None = None) -> Made:
    """What `name` in an importable module makes of the arguments; else as `network_from_file`.

    **Raises** UserError whatever goes wrong in the module.
    """
    _forget()
    here = Path.cwd()
    with importing_from((here,)), _as_script(module_name):
        with Foreign(module_name, here):
            module = importlib.import_module(module_name)
        return made_by(_named(module, name, module_name), f"{name} in {module_name}", here, arguments, classes)


def _package_top(path: Path) -> Path | None:
    """The folder around the package that the file needs to be imported as a part of; None where it needs none.

    Of folders without an `__init__.py`, as many belong to the package as the file goes up in.
    """
    level = _relative_level(path)
    if not level:
        return None
    without = next(folder for folder in path.parents if not (folder / "__init__.py").exists())
    highest = path.parents[min(level, len(path.parents) - 1)]
    return without if highest.is_relative_to(without) else highest


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
    spec = importlib.util.spec_from_file_location(name, path, loader=_Afresh(name, str(path)))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class _Afresh(SourceFileLoader):
    """Compiles the file every time: Python tells an edited one from its compiled one by whole seconds and its size."""

    def get_code(self, fullname: str) -> CodeType:
        """The code as it stands in the file now."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)


def _relative_level(path: Path) -> int:
    """How many dots its imports begin with, at most."""
    with Foreign(path.name, path.parent):
        tree = ast.parse(path.read_bytes(), path.name)
    return max((node.level for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)), default=0)


@contextlib.contextmanager
def _as_script(name: str) -> Iterator[None]:
    """Inside, the command line is that of a script without arguments: ours is none of the user's code's."""
    words = sys.argv
    sys.argv = [name]
    try:
        yield
    finally:
        sys.argv = words


def _forget() -> None:
    for name in _imported:
        sys.modules.pop(name, None)
    _imported.clear()
    importlib.invalidate_caches()


@contextlib.contextmanager
def importing_from(folders: tuple[Path, ...]) -> Iterator[None]:
    """Inside, these folders are first on the path, as Python has a script's own; what comes out of them is noted."""
    path, known = list(sys.path), set(sys.modules)
    sys.path[:0] = [str(folder) for folder in dict.fromkeys(folders)]
    try:
        yield
    finally:
        sys.path[:] = path
        _imported.update(name for name in set(sys.modules) - known if _lies_in(sys.modules[name], folders))


def _lies_in(module: ModuleType, folders: tuple[Path, ...]) -> bool:
    # A namespace package has no file.
    places = [getattr(module, "__file__", None), *getattr(module, "__path__", ())]
    found = [Path(place) for place in places if place]
    return any(place.is_relative_to(folder) and not _of_others(place) for place in found for folder in folders)


def _of_others(place: Path) -> bool:
    """Whether it is no code of the user's, although it lies in his folder: Python, an environment, and ourselves."""
    return "site-packages" in place.parts or any(map(place.is_relative_to, _OTHERS))


def _named(module: ModuleType, name: str, where: str) -> object:
    with contextlib.suppress(AttributeError), Foreign(where, through=(AttributeError,)):
        return attrgetter(name)(module)
    own = [key for key, value in vars(module).items() if getattr(value, "__module__", None) == module.__name__]
    has = f"it has {', '.join(own[:8])}" if own else "it defines nothing that could make a network"
    raise UserError(f"There is no {name} in {where}: {has}.")
