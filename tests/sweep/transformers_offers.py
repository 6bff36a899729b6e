"""Well-known vision networks of transformers that are offered by name, as their published configurations are."""

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

from torch import nn

from .measuring import Architecture

_SMALL: dict[str, Any] = {"hidden_size": 384, "num_attention_heads": 6, "intermediate_size": 1536}
_TINY: dict[str, Any] = {"hidden_size": 192, "num_attention_heads": 3, "intermediate_size": 768}
_LARGE: dict[str, Any] = {
    "hidden_size": 1024,
    "num_hidden_layers": 24,
    "num_attention_heads": 16,
    "intermediate_size": 4096,
}
_SWIN_SMALL: dict[str, Any] = {"depths": [2, 2, 18, 2]}
_SWIN_BASE: dict[str, Any] = {**_SWIN_SMALL, "embed_dim": 128, "num_heads": [4, 8, 16, 32]}
_DINOV2: dict[str, Any] = {"image_size": 518, "patch_size": 14}
_BEIT: dict[str, Any] = {"use_relative_position_bias": True, "layer_scale_init_value": 0.1}
_REGNETY_40: dict[str, Any] = {"hidden_sizes": [128, 192, 512, 1088], "depths": [2, 6, 12, 2], "groups_width": 64}
_EFFICIENTNET_B0: dict[str, Any] = {
    "width_coefficient": 1.0,
    "depth_coefficient": 1.0,
    "image_size": 224,
    "hidden_dim": 1280,
    "depthwise_padding": [],
}

_VIT = "vit.ViTForImageClassification"
_SWIN = "swin.SwinForImageClassification"
_SWIN2 = "swinv2.Swinv2ForImageClassification"

_KNOWN: tuple[tuple[str, str, int, Mapping[str, Any]], ...] = (
    ("google/vit-base-patch16-224", _VIT, 224, {}),
    ("google/vit-base-patch32-384", _VIT, 384, {"image_size": 384, "patch_size": 32}),
    ("google/vit-large-patch16-224", _VIT, 224, _LARGE),
    ("google/vit-base-patch16-224-in21k", "vit.ViTModel", 224, {}),
    ("facebook/deit-tiny-patch16-224", _VIT, 224, _TINY),
    ("facebook/deit-small-patch16-224", _VIT, 224, _SMALL),
    ("facebook/deit-base-distilled-patch16-224", "deit.DeiTForImageClassificationWithTeacher", 224, {}),
    ("facebook/dino-vits16", "vit.ViTModel", 224, _SMALL),
    ("facebook/dino-vits8", "vit.ViTModel", 224, {**_SMALL, "patch_size": 8}),
    ("facebook/dino-vitb16", "vit.ViTModel", 224, {}),
    ("facebook/vit-msn-small", "vit_msn.ViTMSNModel", 224, _SMALL),
    ("facebook/dinov2-small", "dinov2.Dinov2Model", 224, {**_DINOV2, "hidden_size": 384, "num_attention_heads": 6}),
    ("facebook/dinov2-base", "dinov2.Dinov2Model", 224, _DINOV2),
    ("facebook/dinov2-large", "dinov2.Dinov2Model", 224, {**_DINOV2, **_LARGE}),
    ("facebook/dinov2-with-registers-base", "dinov2_with_registers.Dinov2WithRegistersModel", 224, _DINOV2),
    ("microsoft/beit-base-patch16-224", "beit.BeitForImageClassification", 224, _BEIT),
    ("microsoft/swin-tiny-patch4-window7-224", _SWIN, 224, {}),
    ("microsoft/swin-small-patch4-window7-224", _SWIN, 224, _SWIN_SMALL),
    ("microsoft/swin-base-patch4-window7-224", _SWIN, 224, _SWIN_BASE),
    ("microsoft/swinv2-tiny-patch4-window8-256", _SWIN2, 256, {"image_size": 256, "window_size": 8}),
    ("microsoft/swinv2-base-patch4-window8-256", _SWIN2, 256, {**_SWIN_BASE, "image_size": 256, "window_size": 8}),
    ("facebook/levit-128", "levit.LevitForImageClassificationWithTeacher", 224, {}),
    ("microsoft/cvt-13", "cvt.CvtForImageClassification", 224, {}),
    ("Zetatech/pvt-tiny-224", "pvt.PvtForImageClassification", 224, {}),
    ("OpenGVLab/pvt_v2_b0", "pvt_v2.PvtV2ForImageClassification", 224, {}),
    ("nvidia/mit-b0", "segformer.SegformerForImageClassification", 224, {}),
    ("apple/mobilevit-small", "mobilevit.MobileViTForImageClassification", 256, {}),
    ("microsoft/focalnet-tiny", "focalnet.FocalNetForImageClassification", 224, {}),
    ("facebook/regnet-y-040", "regnet.RegNetForImageClassification", 224, _REGNETY_40),
    ("google/efficientnet-b0", "efficientnet.EfficientNetForImageClassification", 224, _EFFICIENTNET_B0),
    ("microsoft/resnet-50", "resnet.ResNetForImageClassification", 224, {}),
    ("facebook/convnext-tiny-224", "convnext.ConvNextForImageClassification", 224, {}),
)
"""The repository, the class that loads it, the side of its input, and where its configuration is not the default."""


def transformers_architectures() -> Iterator[Architecture]:
    """In the order of the list."""
    for name, network, side, options in _KNOWN:
        yield Architecture(f"hf/{name}", partial(_build, network, options), (side, side))


def _build(network: str, options: Mapping[str, Any]) -> nn.Module:
    place, _, name = network.partition(".")
    kind = getattr(import_module(f"transformers.models.{place}.modeling_{place}"), name)
    return kind(kind.config_class(**options, num_labels=1000))
