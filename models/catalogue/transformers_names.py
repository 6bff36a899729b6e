"""Whether a checkpoint's names are those of transformers, and of which type of its networks."""

import re
from collections.abc import Iterable

_MARKS = re.compile(
    r"""(^|\.)(
        (encoder\.)?layers?\.\d+\.(attention\.(attention|self)|self_attn|attention)\.(query|key|q_proj|k_proj)\.
        | embeddings\.(patch_embeddings|cls_token|position_embeddings)
        | encoder\.(layers|stages)\.\d+\.(blocks|layers)\.\d+\.(attention\.self|layernorm_before|dwconv|layer\.\d)
        | (vision_model|text_model)\.(embeddings|encoder)\.
        | embedder\.(embedder|embedder_first|conv_stem)\.
        | embeddings\.(patch_embed|batchnorm|convolution)
        | patch_embeddings\.
        | encoder\.layers\.\d+\.patch_embedding\.
    )""",
    re.VERBOSE,
)
"""Parts of names that its image networks have and hardly any other code."""

_IMAGE_TYPES = """vit deit beit data2vec_vision swin swinv2 dinov2 dinov2_with_registers dinov3_vit dinov3_convnext
convnext convnextv2 resnet regnet mobilevit mobilevitv2 segformer pvt pvt_v2 cvt levit poolformer focalnet hiera
efficientnet swiftformer mobilenet_v1 mobilenet_v2 vit_msn vit_hybrid donut_swin clip_vision_model siglip_vision_model
van bit ijepa"""
IMAGE_TYPES = frozenset(_IMAGE_TYPES.split())
"""Values of config.json's "model_type" for networks that take an image alone, with _ for -."""

_WITHIN = IMAGE_TYPES | {"vit_mae", "clip", "siglip", "blip", "glpn"}
"""The first parts of names, where a network lies within another: they are its type."""


def transformers_type(names: Iterable[str]) -> str | None:
    """The type that config.json would name ("vit", "swin"), "" where only the manner is its, None for other names."""
    known = [name for name in names if _MARKS.search(name)]
    if not known:
        return None
    parts = (part for name in known for part in name.split(".")[:2])
    return next((part for part in parts if part in _WITHIN), "")
