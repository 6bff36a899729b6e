"""All classification networks of torchvision, and its quantized ones."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from torch import nn

from .entries import Entry, image_inputs
from .torchvision_counted import torchvision_count

_SIZES = {"alexnet": 96, "googlenet": 96, "inception_v3": 128, "maxvit_t": 224, "vit_h_14": 56}
"""Sizes of input other than the small one that does for most."""
_SMALL = 64


def torchvision_entries() -> Iterator[Entry]:
    """One entry per network, in the order of their names."""
    import torchvision

    for module in (torchvision.models, torchvision.models.quantization):
        for name in torchvision.models.list_models(module=module):
            size = _SIZES.get(name.removeprefix("quantized_"), _SMALL)
            count = torchvision_count(name)
            yield Entry("torchvision", name, partial(_build, name, size), image_inputs(size), expected=count)


def _build(name: str, size: int) -> nn.Module:
    import torchvision

    sized: dict[str, Any] = {"image_size": size} if name.startswith("vit_") else {}
    if name.startswith("quantized_"):
        sized["quantize"] = True
    return torchvision.models.get_model(name, weights=None, **sized).eval()
