"""Networks of transformers that detect, segment, measure depth, or match points."""

from typing import Any

from .transformers_entries import Tiny, image, noise, tensor, words

_WIDTHS: dict[str, Any] = {"hidden_size": 32, "num_attention_heads": 2, "num_hidden_layers": 2}
_VIT: dict[str, Any] = {**_WIDTHS, "intermediate_size": 64, "image_size": 64, "patch_size": 16}
_DINO: dict[str, Any] = {**_WIDTHS, "mlp_ratio": 2, "image_size": 64, "patch_size": 16}
_ALL_STAGES = ["stage1", "stage2", "stage3", "stage4"]
_RESNET: dict[str, Any] = {
    "model_type": "resnet",
    "embedding_size": 8,
    "hidden_sizes": [8, 16, 16, 32],
    "depths": [1, 1, 1, 1],
    "out_features": _ALL_STAGES[1:],
}
_SWIN: dict[str, Any] = {  # five blocks
    "model_type": "swin",
    "image_size": 64,
    "patch_size": 2,
    "embed_dim": 16,
    "depths": [1, 1, 1, 2],
    "num_heads": [1, 2, 2, 2],
    "window_size": 4,
    "out_features": _ALL_STAGES,
}
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
    "out_features": _ALL_STAGES[1:],
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
        **_RESNET,
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
_MASKED: dict[str, Any] = {
    "backbone_config": _SWIN,
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
_EOMT: dict[str, Any] = {**_DINO, "num_blocks": 1, "num_queries": 5, "num_hidden_layers": 3, "num_upscale_blocks": 1}
_BERT: dict[str, Any] = {
    **_WIDTHS,
    "model_type": "bert",
    "num_hidden_layers": 1,
    "vocab_size": 99,
    "intermediate_size": 37,
    "max_position_embeddings": 32,
}
_DEPTH: dict[str, Any] = {"neck_hidden_sizes": [8, 8, 16, 16], "fusion_hidden_size": 16}
_DEPTH_ANYTHING: dict[str, Any] = {
    **_DEPTH,
    "backbone_config": {
        **_DINO,
        "model_type": "dinov2",
        "num_hidden_layers": 4,
        "out_features": _ALL_STAGES,
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
        **_WIDTHS,
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
        **_WIDTHS,
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
    "mask_decoder_config": {**_WIDTHS, "mlp_dim": 32, "iou_head_hidden_dim": 16, "attention_downsample_rate": 2},
}
_PIXELS = {"pixel_values": image()}
_READ = {"pixel_values": image(), "input_ids": words()}
_PROMPTED = {"pixel_values": image(), "input_points": tensor([[[[20.0, 30.0]]]])}
_PAIR = {"pixel_values": image(2, 64, 64)}
_SAM_RETURNS = {"attentions": "transformers returns what attention gives, not its weights"}


def _sees(network: str, heads: int, config: dict[str, Any], **other: Any) -> Tiny:
    return Tiny(network, {**config, **other}, _PIXELS, {"heads": heads} if heads else {})


DENSE: tuple[Tiny, ...] = (
    # The encoder's, and in every layer of the decoder one among the queries and one across to the image.
    _sees("detr.DetrForObjectDetection", 6, _DETR, backbone_config=_RESNET),
    _sees("table_transformer.TableTransformerForObjectDetection", 6, _DETR, backbone_config=_RESNET),
    _sees("conditional_detr.ConditionalDetrForObjectDetection", 6, _DETR, backbone_config=_RESNET),
    _sees("dab_detr.DabDetrForObjectDetection", 6, _DETR, hidden_size=32, backbone_config=_RESNET),
    _sees("deformable_detr.DeformableDetrForObjectDetection", 6, _DETR, backbone_config=_RESNET, num_feature_levels=3),
    Tiny(
        "deformable_detr.DeformableDetrForObjectDetection",
        {
            **_DETR,
            "backbone_config": _RESNET,
            "num_feature_levels": 3,
            "two_stage": True,
            "with_box_refine": True,
            "two_stage_num_proposals": 5,
        },
        _PIXELS,
        {"heads": 6},
        note="two stages",
    ),
    _sees("rt_detr.RTDetrForObjectDetection", 5, _RT_DETR),  # one in its encoder
    _sees("rt_detr_v2.RTDetrV2ForObjectDetection", 5, _RT_DETR),
    Tiny("d_fine.DFineForObjectDetection", _D_FINE, _PIXELS, {"heads": 5, "other": 2}),
    Tiny("deimv2.Deimv2ForObjectDetection", _D_FINE, _PIXELS, {"heads": 5, "other": 2}),
    _sees(  # three in its backbone
        "lw_detr.LwDetrForObjectDetection",
        7,
        _LW_DETR,
        backbone_config={
            **_DINO,
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
            **_DINO,
            "model_type": "rf_detr_dinov2",
            "num_hidden_layers": 3,
            "window_block_indexes": [0],
            "num_windows": 2,
            "out_features": ["stage2", "stage3"],
        },
    ),
    _sees("yolos.YolosForObjectDetection", 2, _VIT, image_size=[64, 64], num_detection_tokens=5),
    Tiny(  # five of Swin, one of the words; in every layer of the encoder four, of the decoder three
        "grounding_dino.GroundingDinoForObjectDetection",
        {
            **_DETR,
            "backbone_config": {**_SWIN, "out_features": _ALL_STAGES[1:]},
            "text_config": _BERT,
            "num_feature_levels": 3,
            "fusion_dropout": 0.0,
            "max_text_len": 16,
        },
        _READ,
        {"heads": 20},
    ),
    Tiny(
        "mm_grounding_dino.MMGroundingDinoForObjectDetection",
        {
            **_DETR,
            "backbone_config": {**_SWIN, "out_features": _ALL_STAGES[1:]},
            "text_config": _BERT,
            "num_feature_levels": 3,
            "max_text_len": 16,
        },
        _READ,
        {"heads": 20},
    ),
    _sees(  # five of Swin, and in each of two layers of the decoder two
        "maskformer.MaskFormerModel",
        9,
        {"backbone_config": _SWIN, "fpn_feature_size": 32, "mask_feature_size": 32},
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
    Tiny("sam2.Sam2HieraDetModel", _HIERA, _PIXELS, {"heads": 6}, explained=_SAM_RETURNS),
    _sees("sam3.Sam3ViTModel", 2, _VIT, window_size=2, global_attn_indexes=[1], pretrain_image_size=64),
    _sees(
        "upernet.UperNetForSemanticSegmentation", 5, {"backbone_config": _SWIN}, hidden_size=16, auxiliary_channels=8
    ),
    _sees("dpt.DPTForDepthEstimation", 4, {**_VIT, **_DEPTH}, num_hidden_layers=4, backbone_out_indices=[0, 1, 2, 3]),
    _sees("depth_anything.DepthAnythingForDepthEstimation", 4, _DEPTH_ANYTHING),
    _sees("prompt_depth_anything.PromptDepthAnythingForDepthEstimation", 4, _DEPTH_ANYTHING),
    _sees(
        "zoedepth.ZoeDepthForDepthEstimation",
        4,
        _DEPTH,
        backbone_config={
            **_VIT,
            "model_type": "beit",
            "num_hidden_layers": 4,
            "use_relative_position_bias": True,
            "out_features": _ALL_STAGES,
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
        _PIXELS,
        {"heads": 4, "spatial": 6},
    ),
    Tiny(
        "vitmatte.VitMatteForImageMatting",
        {
            "backbone_config": {
                **_DINO,
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
                **_DINO,
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
            **_WIDTHS,
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
