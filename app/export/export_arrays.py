"""The arrays themselves in one NPZ file, with the settings as JSON beside them."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from .safe_writing import replacing

SETTINGS = "settings"
"""The name of the array that holds the settings: one string of JSON."""


def write_arrays(path: Path, arrays: Mapping[str, np.ndarray], told: Mapping[str, object]) -> Path:
    """All of them, each under its name; `numpy.load` reads them. **Raises**: UserError where it cannot be written."""
    named = {**arrays, SETTINGS: np.array(json.dumps(dict(told)))}
    with replacing(path) as file:
        np.savez_compressed(file, **named)  # pyright: ignore[reportArgumentType]
    return path
