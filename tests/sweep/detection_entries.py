"""Networks of torchvision that detect, segment, watch videos or measure flow."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import torch
from torch import nn

from .entries import Entry, Inputs, image_inputs

_GATES_OF_MOBILENET = {"channel": 8}
_EXPECTED: Mapping[str, Mapping[str, int]] = {
    "fasterrcnn_mobilenet_v3_large_320_fpn": _GATES_OF_MOBILENET,
    "fasterrcnn_mobilenet_v3_large_fpn": _GATES_OF_MOBILENET,
    "ssdlite320_mobilenet_v3_large": _GATES_OF_MOBILENET,
    "deeplabv3_mobilenet_v3_large": _GATES_OF_MOBILENET,
    "lraspp_mobilenet_v3_large": {"channel": 9},  # one of its own head
    "mvit_v1_b": {"heads": 16},
    "mvit_v2_s": {"heads": 16},
    "swin3d_t": {"heads": 12},
    "swin3d_s": {"heads": 24},
    "swin3d_b": {"heads": 24},
    "raft_large": {"heads": 2},  # after each of two updates, the flow is a softmax mean of its neighbours
}
_CLIPS = {"mvit_v1_b": (16, 224), "mvit_v2_s": (16, 224), "s3d": (16, 224)}
"""Frames and size of videos, where they must be larger than (4, 64)."""


def detection_entries() -> Iterator[Entry]:
    """One entry per network, by task."""
    from torchvision.models import detection, list_models, optical_flow, segmentation, video

    for name in list_models(module=detection):
        yield _entry(name, partial(_detector, name), _photos)
    for name in list_models(module=segmentation):
        yield _entry(name, partial(_segmenting, name), image_inputs(64, 96))
    for name in list_models(module=video):
        yield _entry(name, partial(_plain, name), partial(_clip, *_CLIPS.get(name, (4, 64))))
    for name in list_models(module=optical_flow):
        yield _entry(name, partial(_plain, name), _frames)


def _entry(name: str, build: Callable[[], nn.Module], inputs: Callable[[], Inputs]) -> Entry:
    return Entry("torchvision detection", name, build, inputs, expected=_EXPECTED.get(name, {}))


def _detector(name: str) -> nn.Module:
    sized: dict[str, Any] = {} if "ssd" in name else {"min_size": 96, "max_size": 96}
    return _segmenting(name, **sized)


def _segmenting(name: str, **sized: Any) -> nn.Module:
    from torchvision.models import get_model

    return get_model(name, weights=None, weights_backbone=None, **sized).eval()


def _plain(name: str) -> nn.Module:
    from torchvision.models import get_model

    return get_model(name, weights=None).eval()


def _photos() -> Inputs:
    return ([torch.rand(3, 64, 80), torch.rand(3, 80, 64)],), {}


def _clip(frames: int, size: int) -> Inputs:
    return (torch.randn(1, 3, frames, size, size),), {}


def _frames() -> Inputs:
    return (torch.randn(1, 3, 128, 128), torch.randn(1, 3, 128, 128)), {"num_flow_updates": 2}
