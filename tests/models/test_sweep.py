"""A spread of the sweep's networks: what is recorded of each is complete, exact, and the same in the second pass.

The layers of every one were counted by hand. `python -m tests.sweep` runs all networks of the catalogue.
"""

from functools import cache

import pytest
import torch

from ..sweep.entries import Entry
from ..sweep.entry_list import catalogue
from ..sweep.sweeping import row_of

_SPREAD = {
    "torchvision": """efficientnet_b0 mobilenet_v3_small regnet_y_400mf resnet18 shufflenet_v2_x0_5 squeezenet1_1
        swin_t vit_b_32""",
    "timm": """botnet26t_256 cait_xxs24_224 caformer_s18 convit_tiny crossvit_9_dagger_240 deit_tiny_patch16_224
        edgenext_xx_small efficientformerv2_s0 efficientvit_b0 efficientvit_m0 fastvit_sa12 ghostnet_050 gmlp_ti16_224
        levit_128s mobilevit_xxs nf_seresnet26 pvt_v2_b0 skresnet18 test_coatnet test_mambaout test_vit test_vit3
        twins_svt_small vit_dwee_patch16_reg1_gap_256 vit_tiny_patch16_dinov3_qkvb vit_tiny_r_s16_p8_224
        xcit_nano_12_p8_224""",
    "timm attn_layer": "cbam coord eca gc gca halo lambda nl sk splat strip",
    "timm layers": "AttentionPool2d DiffAttention",
    "torchvision detection": "lraspp_mobilenet_v3_large",
}
_TRANSFORMERS = {
    "clip.CLIPVisionModel": "eager",
    "detr.DetrForObjectDetection": "sdpa",
    "dinov2_with_registers.Dinov2WithRegistersModel": "sdpa",
    "sam.SamModel": "sdpa",
    "segformer.SegformerForSemanticSegmentation": "eager",
    "swin.SwinForImageClassification": "eager",
    "vit.ViTForImageClassification": "sdpa",
}
_CHOSEN = [(source, name) for source, names in _SPREAD.items() for name in names.split()]
_CHOSEN += [("transformers", f"{network}, {attention}") for network, attention in _TRANSFORMERS.items()]


@cache
def _entries(source: str) -> dict[str, Entry]:
    return {entry.name: entry for entry in catalogue(source)}


@pytest.mark.parametrize(("source", "name"), _CHOSEN, ids=lambda part: part.replace(", ", "-").replace(" ", "-"))
def test_everything_promised_holds_of(source: str, name: str) -> None:
    torch.set_num_threads(1)
    entry = _entries(source)[name]
    assert entry.expected is not None
    row = row_of(entry)
    assert dict(row.kinds) == {kind: count for kind, count in entry.expected.items() if count}
    assert row.unexplained == ()
    assert row.narrow
