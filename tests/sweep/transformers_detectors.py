"""Detectors of transformers."""

from dataclasses import replace
from typing import Any

from .transformers_entries import Tiny, image, words
from .transformers_parts import ALL_STAGES, DINO, PIXELS, RESNET, SWIN, VIT, WIDTHS

_HGNET: dict[str, Any] = {
    "model_type": "hgnet_v2",
    "stem_channels": [3, 8, 8],
    "stage_in_channels": [8, 8, 16, 32],
    "stage_mid_channels": [8, 8, 8, 8],
    "stage_out_channels": [8, 16, 32, 64],
    "stage_num_blocks": [1, 1, 1, 1],
    "stage_numb_of_layers": [1, 1, 1, 1],
    "hidden_sizes": [8, 16, 32, 64],
    "embedding_size": 8,
    "depths": [1, 1, 1, 1],
    "out_features": ALL_STAGES[1:],
}
_DETR: dict[str, Any] = {
    "num_queries": 5,
    "encoder_layers": 2,
    "encoder_ffn_dim": 32,
    "encoder_attention_heads": 2,
    "decoder_layers": 2,
    "decoder_ffn_dim": 32,
    "decoder_attention_heads": 2,
    "d_model": 32,
}
_RT_DETR: dict[str, Any] = {
    "backbone_config": {
        **RESNET,
        "model_type": "rt_detr_resnet",
        "hidden_sizes": [8, 16, 32, 64],
        "layer_type": "basic",
    },
    "encoder_hidden_dim": 32,
    "encoder_in_channels": [16, 32, 64],
    "encoder_ffn_dim": 32,
    "encoder_attention_heads": 2,
    "d_model": 32,
    "num_queries": 5,
    "decoder_in_channels": [32, 32, 32],
    "decoder_ffn_dim": 32,
    "decoder_layers": 2,
    "decoder_attention_heads": 2,
    "num_denoising": 0,
}
_D_FINE: dict[str, Any] = {**_RT_DETR, "backbone_config": _HGNET, "decoder_n_points": [2, 2, 2]}
_LW_DETR: dict[str, Any] = {
    "projector_scale_factors": [1.0],
    "d_model": 32,
    "decoder_ffn_dim": 32,
    "decoder_layers": 2,
    "decoder_self_attention_heads": 2,
    "decoder_cross_attention_heads": 2,
    "num_queries": 5,
    "group_detr": 2,
    "decoder_n_points": 2,
}
_BERT: dict[str, Any] = {
    **WIDTHS,
    "model_type": "bert",
    "num_hidden_layers": 1,
    "vocab_size": 99,
    "intermediate_size": 37,
    "max_position_embeddings": 32,
}
_READ = {"pixel_values": image(), "input_ids": words()}
_GATEWAY = {"*.gateway": "weighs two values by a projection of both, nothing pooled: a gated linear unit"}
_SIZES = "the bounded sizes of boxes scale places"
_BOXES = {"model.decoder": _SIZES}
_OFFSETS = {"*.encoder_attn": _SIZES}


def _sees(network: str, heads: int, config: dict[str, Any], **other: Any) -> Tiny:
    return Tiny(network, {**config, **other}, PIXELS, {"heads": heads} if heads else {})


def _detects(network: str, heads: int, config: dict[str, Any], **other: Any) -> Tiny:
    return replace(_sees(network, heads, config, **other), explained=_BOXES)


DETECTORS: tuple[Tiny, ...] = (
    # The encoder's, and in every layer of the decoder one among the queries and one across to the image.
    _sees("detr.DetrForObjectDetection", 6, _DETR, backbone_config=RESNET),
    _sees("table_transformer.TableTransformerForObjectDetection", 6, _DETR, backbone_config=RESNET),
    _sees("conditional_detr.ConditionalDetrForObjectDetection", 6, _DETR, backbone_config=RESNET),
    _detects("dab_detr.DabDetrForObjectDetection", 6, _DETR, hidden_size=32, backbone_config=RESNET),
    _detects(
        "deformable_detr.DeformableDetrForObjectDetection", 6, _DETR, backbone_config=RESNET, num_feature_levels=3
    ),
    Tiny(
        "deformable_detr.DeformableDetrForObjectDetection",
        {
            **_DETR,
            "backbone_config": RESNET,
            "num_feature_levels": 3,
            "two_stage": True,
            "with_box_refine": True,
            "two_stage_num_proposals": 5,
        },
        PIXELS,
        {"heads": 6},
        note="two stages",
        explained=_BOXES,
    ),
    # One in the encoder, two in each of two layers of the decoder.
    Tiny("rt_detr.RTDetrForObjectDetection", _RT_DETR, PIXELS, {"heads": 5}, explained=_OFFSETS),
    Tiny("rt_detr_v2.RTDetrV2ForObjectDetection", _RT_DETR, PIXELS, {"heads": 5}, explained=_OFFSETS),
    Tiny("d_fine.DFineForObjectDetection", _D_FINE, PIXELS, {"heads": 5}, explained={**_OFFSETS, **_GATEWAY}),
    Tiny("deimv2.Deimv2ForObjectDetection", _D_FINE, PIXELS, {"heads": 5}, explained={**_OFFSETS, **_GATEWAY}),
    _sees(  # three in its backbone
        "lw_detr.LwDetrForObjectDetection",
        7,
        _LW_DETR,
        backbone_config={
            **DINO,
            "model_type": "lw_detr_vit",
            "num_hidden_layers": 3,
            "pretrain_image_size": 64,
            "window_block_indices": [1],
            "num_windows": 4,
            "out_features": ["stage2", "stage3"],
        },
    ),
    _sees(
        "rf_detr.RfDetrForObjectDetection",
        7,
        _LW_DETR,
        backbone_config={
            **DINO,
            "model_type": "rf_detr_dinov2",
            "num_hidden_layers": 3,
            "window_block_indexes": [0],
            "num_windows": 2,
            "out_features": ["stage2", "stage3"],
        },
    ),
    _sees("yolos.YolosForObjectDetection", 2, VIT, image_size=[64, 64], num_detection_tokens=5),
    Tiny(  # five of Swin, one of the words; in every layer of the encoder four, of the decoder three
        "grounding_dino.GroundingDinoForObjectDetection",
        {
            **_DETR,
            "backbone_config": {**SWIN, "out_features": ALL_STAGES[1:]},
            "text_config": _BERT,
            "num_feature_levels": 3,
            "fusion_dropout": 0.0,
            "max_text_len": 16,
        },
        _READ,
        {"heads": 20},
        explained=_BOXES,
    ),
    Tiny(
        "mm_grounding_dino.MMGroundingDinoForObjectDetection",
        {
            **_DETR,
            "backbone_config": {**SWIN, "out_features": ALL_STAGES[1:]},
            "text_config": _BERT,
            "num_feature_levels": 3,
            "max_text_len": 16,
        },
        _READ,
        {"heads": 20},
        explained=_BOXES,
    ),
)
