"""What training scripts put beside weights and what can run no code: a pickle may make these without trust.

Each was decided by whether calling it with any arguments can do harm. Where the real class would run code of its own,
or believes what a pickle says, a plain one stands in: a configuration becomes an `OrderedDict`, a path a pure path.
Nothing that calls what it is given (`functools.partial`), imports or opens is here.
"""

import argparse
import collections
import datetime as dt
import pathlib
import types
from collections import OrderedDict
from typing import Any

from .pickled_arrays import PickledArray, PickledDtype, pickled_scalar

_BUILTINS = (list, dict, tuple, frozenset, int, float, str, bool)
_DATES = (dt.datetime, dt.date, dt.time, dt.timedelta, dt.timezone)
_ARRAYS = (
    ("numpy.dtype", PickledDtype),
    ("numpy.ndarray", PickledArray),
    *(
        (f"numpy.{core}.multiarray.{name}", stand_in)
        for core in ("core", "_core")
        for name, stand_in in (("scalar", pickled_scalar), ("_reconstruct", PickledArray))
    ),
)
_PATHS = (
    *(
        (f"pathlib{part}.{flavour}PosixPath", pathlib.PurePosixPath)
        for part in ("", "._local")
        for flavour in ("", "Pure")
    ),
    *(
        (f"pathlib{part}.{flavour}WindowsPath", pathlib.PureWindowsPath)
        for part in ("", "._local")
        for flavour in ("", "Pure")
    ),
)
_CONFIGURATIONS = (
    "yacs.config.CfgNode",
    "easydict.EasyDict",
    "addict.addict.Dict",
    "mmcv.utils.config.ConfigDict",
    "mmengine.config.config.ConfigDict",
    "pytorch_lightning.utilities.parsing.AttributeDict",
    "lightning.pytorch.utilities.parsing.AttributeDict",
    "lightning_fabric.utilities.data.AttributeDict",
    "lightning.fabric.utilities.data.AttributeDict",
)


def _default_dict(_factory: object = None, *_more: object) -> dict[Any, Any]:
    return {}


def _deque(*_made_of: object) -> list[Any]:
    return []


HARMLESS: tuple[tuple[Any, str], ...] = (
    *((kind, f"builtins.{kind.__name__}") for kind in _BUILTINS),
    *((kind, f"datetime.{kind.__name__}") for kind in _DATES),
    *((stand_in, name) for name, stand_in in (*_ARRAYS, *_PATHS)),
    *((OrderedDict, name) for name in _CONFIGURATIONS),
    (argparse.Namespace, "argparse.Namespace"),
    (types.SimpleNamespace, "types.SimpleNamespace"),
    (_default_dict, "collections.defaultdict"),
    (_deque, "collections.deque"),
    (collections.Counter, "collections.Counter"),
    (str, "torch.torch_version.TorchVersion"),
)
"""What is made, by the name that a pickle calls it; `torch.serialization.safe_globals` takes them so."""
