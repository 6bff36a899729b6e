"""Writes assets/catalogue.json and assets/fingerprints.json anew: after an update of torchvision, timm or transformers.

    python -m tests.sweep.catalogue_files

It builds every network that can be loaded by name, on the meta device, some of them several times, and takes a quarter
of an hour on one core; it needs all the optional packages and no weights.
"""

import json
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from attnscope.models.catalogue.fingerprint_file import ASSET, packed

from .architectures_known import own_architectures, timm_architectures, torchvision_architectures
from .catalogue_rows import own_rows, timm_rows, torchvision_rows, transformers_rows
from .measuring import Alike, Architecture, Measured, measured

_CATALOGUE = ASSET.with_name("catalogue.json")
_LIBRARIES = ("torchvision", "timm", "transformers")


def main() -> None:
    """Measures all, then writes both files."""
    torch.set_num_threads(1)
    began = time.monotonic()
    own, torchvision, timm = (
        list(_measured(source)) for source in (own_architectures(), torchvision_architectures(), timm_architectures())
    )
    alike = Alike()
    for one in chain(own, torchvision, timm):
        alike.add(one.fingerprint)
    _write(ASSET, packed(alike.prints.values()))
    sections = {
        "own": own_rows(own),
        "torchvision": torchvision_rows(torchvision),
        "timm": timm_rows({one.model: one for one in timm}),
        "hf": transformers_rows(),
    }
    _write(_CATALOGUE, _text(sections))
    print(f"{time.monotonic() - began:.0f} s")


def _measured(source: Iterable[Architecture]) -> Iterator[Measured]:
    for number, architecture in enumerate(source):
        if number % 50 == 0:
            print(number, architecture.model, flush=True)
        yield measured(architecture)


def _text(sections: dict[str, Iterator[list[Any]]]) -> str:
    parts = [f'"made_with": {json.dumps({library: version(library) for library in _LIBRARIES})}']
    for name, rows in sections.items():
        lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
