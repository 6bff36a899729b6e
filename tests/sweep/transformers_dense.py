"""Networks of transformers that segment, measure depth, or match points."""

from typing import Any

from .transformers_entries import Tiny, image, noise, tensor, words
from .transformers_parts import ALL_STAGES, DINO, PIXELS, SWIN, VIT, WIDTHS

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
_MASKED: dict[str, Any] = {
    "backbone_config": SWIN,
    "num_queries": 5,
    "mask_feature_size": 32,
    "hidden_dim": 32,
    "encoder_feedforward_dim": 32,
    "encoder_layers": 2,
    "decoder_layers": 3,
    "num_attention_heads": 2,
    "dim_feedforward": 32,
    "common_stride": 2,
}
_EOMT: dict[str, Any] = {**DINO, "num_blocks": 1, "num_queries": 5, "num_hidden_layers": 3, "num_upscale_blocks": 1}
_DEPTH: dict[str, Any] = {"neck_hidden_sizes": [8, 8, 16, 16], "fusion_hidden_size": 16}
_DEPTH_ANYTHING: dict[str, Any] = {
    **_DEPTH,
    "backbone_config": {
        **DINO,
        "model_type": "dinov2",
        "num_hidden_layers": 4,
        "out_features": ALL_STAGES,
        "reshape_hidden_states": False,
    },
    "patch_size": 16,
    "reassemble_hidden_size": 32,
    "head_hidden_size": 8,
}
_POINTS: dict[str, Any] = {
    "model_type": "superpoint",
    "encoder_hidden_sizes": [8, 8, 8, 8],
    "decoder_hidden_size": 16,
    "descriptor_decoder_dim": 16,
    "max_keypoints": 20,
}
_SAM: dict[str, Any] = {
    "vision_config": {
        **WIDTHS,
        "mlp_dim": 32,
        "output_channels": 16,
        "window_size": 3,
        "global_attn_indexes": [1],
        "image_size": 64,
        "patch_size": 8,
        "num_pos_feats": 8,
    },
    "prompt_encoder_config": {"hidden_size": 16, "image_size": 64, "patch_size": 8, "mask_input_channels": 4},
    "mask_decoder_config": {
        **WIDTHS,
        "hidden_size": 16,
        "mlp_dim": 32,
        "iou_head_hidden_dim": 16,
        "attention_downsample_rate": 2,
        "vit_dim": 32,
    },
}
_HIERA: dict[str, Any] = {  # six blocks
    "model_type": "sam2_hiera_det_model",
    "hidden_size": 8,
    "image_size": [64, 64],
    "blocks_per_stage": [1, 2, 2, 1],
    "embed_dim_per_stage": [8, 16, 32, 64],
    "num_attention_heads_per_stage": [1, 1, 2, 2],
    "window_size_per_stage": [8, 4, 4, 2],
    "global_attention_blocks": [4],
    "window_positional_embedding_background_size": [2, 2],
}
_SAM2: dict[str, Any] = {
    "vision_config": {
        "backbone_config": _HIERA,
        "backbone_channel_list": [64, 32, 16, 8],
        "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]],
        "fpn_hidden_size": 32,
    },
    "prompt_encoder_config": {"hidden_size": 32, "image_size": 64, "patch_size": 16, "mask_input_channels": 4},
    "mask_decoder_config": {**WIDTHS, "mlp_dim": 32, "iou_head_hidden_dim": 16, "attention_downsample_rate": 2},
}
_PROMPTED = {"pixel_values": image(), "input_points": tensor([[[[20.0, 30.0]]]])}
_PAIR = {"pixel_values": image(2, 64, 64)}
_SAM_RETURNS = {"attentions": "transformers returns what attention gives, not its weights"}
_PART: dict[str, Any] = {**VIT, "model_type": "dinov2", "image_size": 32, "patch_size": 8}


def _sees(network: str, heads: int, config: dict[str, Any], **other: Any) -> Tiny:
    return Tiny(network, {**config, **other}, PIXELS, {"heads": heads} if heads else {})


DENSE: tuple[Tiny, ...] = (
    _sees(  # five of Swin, and in each of two layers of the decoder two
        "maskformer.MaskFormerModel",
        9,
        {"backbone_config": SWIN, "fpn_feature_size": 32, "mask_feature_size": 32},
        decoder_config={**_DETR, "model_type": "detr"},
    ),
    _sees("mask2former.Mask2FormerModel", 11, _MASKED, feature_size=32),  # two more in its pixel decoder
    Tiny(  # two more again, in a decoder of its one task
        "oneformer.OneFormerModel",
        {**_MASKED, "conv_dim": 32, "mask_dim": 32, "query_dec_layers": 1, "text_encoder_width": 32},
        {"pixel_values": image(), "task_inputs": words(77)},
        {"heads": 13},
        explained={"attentions": "transformers returns the mean over the heads"},
    ),
    _sees("eomt.EomtForUniversalSegmentation", 3, _EOMT),
    _sees("eomt_dinov3.EomtDinov3ForUniversalSegmentation", 3, _EOMT, intermediate_size=64),
    # Two in the encoder of the image; in each layer of the decoder of masks three, and one at its end.
    Tiny("sam.SamModel", _SAM, _PROMPTED, {"heads": 9}, explained=_SAM_RETURNS),
    Tiny("sam_hq.SamHQModel", _SAM, _PROMPTED, {"heads": 9}, explained=_SAM_RETURNS),
    Tiny("sam2.Sam2Model", _SAM2, _PROMPTED, {"heads": 13}, explained=_SAM_RETURNS),
    Tiny("sam2.Sam2HieraDetModel", _HIERA, PIXELS, {"heads": 6}, explained=_SAM_RETURNS),
    _sees("sam3.Sam3ViTModel", 2, VIT, window_size=2, global_attn_indexes=[1], pretrain_image_size=64),
    _sees(
        "sam3.Sam3VisionModel",
        2,
        {"fpn_hidden_size": 32, "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]]},
        backbone_config={
            **VIT,
            "model_type": "sam3_vit_model",
            "window_size": 2,
            "global_attn_indexes": [1],
            "pretrain_image_size": 64,
        },
    ),
    Tiny(  # two blocks for both frames, and the last for each with the queries of the one before
        "videomt.VideomtForUniversalSegmentation",
        _EOMT,
        {"pixel_values_videos": image(2, 64, 64)},
        {"heads": 4},
    ),
    Tiny(  # two for the whole image, two for its parts
        "depth_pro.DepthProModel",
        {
            "patch_size": 32,
            "fusion_hidden_size": 16,
            "intermediate_hook_ids": [1, 0],
            "intermediate_feature_dims": [16, 16],
            "scaled_images_ratios": [0.25, 0.5, 1],
            "scaled_images_overlap_ratios": [0.0, 0.5, 0.25],
            "scaled_images_feature_dims": [16, 16, 16],
            **{f"{part}_model_config": _PART for part in ("image", "patch", "fov")},
        },
        {"pixel_values": image(128, 128)},
        {"heads": 4},
    ),
    _sees("upernet.UperNetForSemanticSegmentation", 5, {"backbone_config": SWIN}, hidden_size=16, auxiliary_channels=8),
    _sees("dpt.DPTForDepthEstimation", 4, {**VIT, **_DEPTH}, num_hidden_layers=4, backbone_out_indices=[0, 1, 2, 3]),
    _sees("depth_anything.DepthAnythingForDepthEstimation", 4, _DEPTH_ANYTHING),
    _sees("prompt_depth_anything.PromptDepthAnythingForDepthEstimation", 4, _DEPTH_ANYTHING),
    _sees(  # four, and the mean of the depths of all bins, which is weighed by a softmax as by an attention
        "zoedepth.ZoeDepthForDepthEstimation",
        5,
        _DEPTH,
        backbone_config={
            **VIT,
            "model_type": "beit",
            "num_hidden_layers": 4,
            "use_relative_position_bias": True,
            "out_features": ALL_STAGES,
            "reshape_hidden_states": False,
        },
        backbone_hidden_size=32,
        bottleneck_features=16,
        num_attractors=[4, 2, 2, 1],
        bin_embedding_dim=16,
        num_relative_features=8,
    ),
    Tiny(  # two gates in each of three fusions: one for the local, one for the wide features
        "glpn.GLPNForDepthEstimation",
        {
            "depths": [1, 1, 1, 1],
            "hidden_sizes": [8, 16, 16, 32],
            "num_attention_heads": [1, 2, 2, 2],
            "decoder_hidden_size": 16,
        },
        PIXELS,
        {"heads": 4, "spatial": 6},
    ),
    Tiny(
        "vitmatte.VitMatteForImageMatting",
        {
            "backbone_config": {
                **DINO,
                "model_type": "vitdet",
                "pretrain_image_size": 64,
                "num_channels": 4,
                "out_features": ["stage2"],
            },
            "hidden_size": 32,
            "fusion_hidden_sizes": [16, 8, 8, 4],
            "convstream_hidden_sizes": [8, 8, 8],
        },
        {"pixel_values": image(channels=4)},
        {"heads": 2},
    ),
    Tiny(
        "vitpose.VitPoseForPoseEstimation",
        {
            "backbone_config": {
                **DINO,
                "model_type": "vitpose_backbone",
                "image_size": [64, 48],
                "patch_size": [16, 16],
                "out_features": ["stage2"],
            }
        },
        {"pixel_values": image(64, 48)},
        {"heads": 2},
    ),
    _sees("superpoint.SuperPointForKeypointDetection", 0, _POINTS),
    Tiny(
        "superglue.SuperGlueForKeypointMatching",
        {
            "keypoint_detector_config": _POINTS,
            "hidden_size": 16,
            "keypoint_encoder_sizes": [8, 16],
            "gnn_layers_types": ["self", "cross"],
            "num_attention_heads": 2,
            "sinkhorn_iterations": 3,
        },
        _PAIR,
        {"heads": 2},
    ),
    Tiny(
        "lightglue.LightGlueForKeypointMatching",
        {
            "keypoint_detector_config": _POINTS,
            "descriptor_dim": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
        },
        _PAIR,
        {"heads": 4},
    ),
    Tiny(
        "seggpt.SegGptModel",
        {
            **WIDTHS,
            "image_size": [64, 32],
            "patch_size": 8,
            "mlp_dim": 32,
            "decoder_hidden_size": 8,
            "pretrain_image_size": 32,
            "merge_index": 0,
            "intermediate_hidden_state_indices": [1],
        },
        {name: noise(1, 3, 32, 32) for name in ("pixel_values", "prompt_pixel_values", "prompt_masks")},
        {"heads": 2},
    ),
)
