"""The vision towers of large language models."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch

from .transformers_entries import Tiny, image, noise, tensor
from .transformers_parts import PIXELS, VIT, WIDTHS

_QWEN: dict[str, Any] = {
    "depth": 2,
    "hidden_size": 32,
    "num_heads": 2,
    "intermediate_size": 64,
    "out_hidden_size": 32,
    "patch_size": 14,
}
_SAM: dict[str, Any] = {
    **WIDTHS,
    "mlp_dim": 64,
    "image_size": 64,
    "patch_size": 8,
    "window_size": 3,
    "global_attn_indexes": [1],
}
_TWO = {"heads": 2}
_INTERPOLATION = "weighs the positions around each patch: an interpolation, no attention"


def _vit(network: str, layers: int = 2, **other: Any) -> Tiny:
    return Tiny(network, {**VIT, **other}, PIXELS, {"heads": layers})


def _packed(network: str, width: int = 3 * 2 * 14 * 14, **config: Any) -> Tiny:
    # All images of a batch as one row of patches, and how many rows and columns of patches each has.
    inputs: dict[str, Callable[[], Any]] = {"hidden_states": noise(16, width), "grid_thw": tensor([[1, 4, 4]])}
    return Tiny(network, {**_QWEN, **config}, inputs, _TWO)


def _patched(network: str, width: int, **config: Any) -> Tiny:
    # The same, by their other names.
    inputs: dict[str, Callable[[], Any]] = {"pixel_values": noise(16, width), "grid_thw": tensor([[1, 4, 4]])}
    return Tiny(network, {**WIDTHS, "intermediate_size": 64, **config}, inputs, _TWO)


def _qwen3(network: str, **config: Any) -> Tiny:
    packed = _packed(network, num_position_embeddings=16, **config)
    return replace(packed, explained={"": _INTERPOLATION})


TOWERS: tuple[Tiny, ...] = (
    _vit("altclip.AltCLIPVisionModel"),
    _vit("blip.BlipVisionModel"),
    _vit("blip_2.Blip2VisionModel"),
    _vit("chinese_clip.ChineseCLIPVisionModel"),
    _vit("flava.FlavaImageModel"),
    _vit("git.GitVisionModel"),
    _vit("granite_docling.GraniteDoclingVisionModel", deepstack_visual_indexes=[0]),
    _vit("idefics2.Idefics2VisionTransformer"),
    _vit("idefics3.Idefics3VisionTransformer"),
    _vit("instructblipvideo.InstructBlipVideoVisionModel"),
    _vit("instructblip.InstructBlipVisionModel"),
    _vit("internvl.InternVLVisionModel", image_size=[64, 64], patch_size=[16, 16]),
    _vit("qianfan_ocr.QianfanOCRVisionModel", image_size=[64, 64], patch_size=[16, 16]),
    _vit("janus.JanusVisionModel"),
    _vit("kosmos2.Kosmos2VisionModel"),
    _vit("metaclip_2.MetaClip2VisionModel"),
    _vit("ovis2.Ovis2VisionModel"),
    _vit("smolvlm.SmolVLMVisionTransformer"),
    _vit("step3p7.Step3p7VisionModel"),
    _vit(
        "llama4.Llama4VisionModel",
        intermediate_size=128,
        vision_output_dim=32,
        projector_input_dim=32,
        projector_output_dim=32,
    ),
    Tiny(
        "pixtral.PixtralVisionModel",
        {**VIT, "head_dim": 16},
        {"pixel_values": image(), "image_sizes": tensor([[64, 64]])},
        _TWO,
    ),
    *(
        Tiny(network, _SAM, PIXELS, _TWO)
        for network in (
            "got_ocr2.GotOcr2VisionEncoder",
            "deepseek_ocr2.DeepseekOcr2SamVisionEncoder",
            "unlimited_ocr.UnlimitedOcrSamVisionEncoder",
            "pp_formulanet.PPFormulaNetVisionModel",
        )
    ),
    *(
        Tiny(  # one for each of four windows between the two
            network,
            {**VIT, "insert_layer_id": 0},
            {"pixel_values": noise(1, 3, 16, 256), "target_sizes": tensor([[4, 4]])},
            {"heads": 6},
        )
        for network in (
            "minicpm_ocr.MiniCPMOcrVisionModel",
            "minicpmv4_6.MiniCPMV4_6VisionModel",
            "minicpmv4_7.MiniCPMV4_7VisionModel",
        )
    ),
    Tiny(
        "molmo2.Molmo2VisionModel",
        {**VIT, "num_key_value_heads": 2, "head_dim": 16, "image_size": [64, 64], "num_position_embeddings": 16},
        {"pixel_values": noise(1, 16, 3 * 16 * 16)},
        _TWO,
    ),
    Tiny(
        "inkling2.Inkling2VisionModel",
        {**WIDTHS, "intermediate_size": 64, "patch_size": 8, "posemb_grid_size": 4, "projection_hidden_dim": 32},
        {"pixel_values": noise(4, 16, 16, 3), "image_grid_thw": tensor([[1, 2, 2]])},
        _TWO,
        explained={"embeddings": _INTERPOLATION},
    ),
    Tiny(  # in each of two blocks one among positions and one among channels
        "florence2.Florence2VisionBackbone",
        {
            "depths": [1, 1],
            "embed_dim": [8, 16],
            "num_heads": [2, 2],
            "num_groups": [2, 2],
            "patch_size": [7, 3],
            "patch_stride": [4, 2],
            "patch_padding": [3, 1],
            "patch_prenorm": [False, True],
            "window_size": 4,
        },
        {"hidden_states": image()},
        {"heads": 2, "other": 2},
        explained={"attentions": "transformers returns what attention gives, not its weights"},
    ),
    Tiny(  # EfficientNet's squeeze and excitation in every block, of which there are (1, 1, 1, 1, 1, 2, 1)
        "align.AlignVisionModel",
        {"image_size": 64, "width_coefficient": 0.25, "depth_coefficient": 0.3, "hidden_dim": 320},
        PIXELS,
        {"channel": 8},
    ),
    _packed("qwen2_vl.Qwen2VisionTransformerPretrainedModel", embed_dim=32, mlp_ratio=2),
    _packed("qwen2_5_vl.Qwen2_5_VisionTransformerPretrainedModel", window_size=56, fullatt_block_indexes=[1]),
    _packed("qwen2_5_omni.Qwen2_5OmniVisionEncoder", window_size=56, fullatt_block_indexes=[1]),
    _packed("exaone4_5.Exaone4_5_VisionModel", num_key_value_heads=1, window_size=56),
    _packed("ernie4_5_vl_moe.Ernie4_5_VLMoeVisionTransformerPretrainedModel", 3 * 14 * 14),
    _packed("glm4v.Glm4vVisionModel", image_size=56),
    _packed("glm4v_moe.Glm4vMoeVisionModel", image_size=56),
    _packed("glm5_next.Glm5NextVisionModel", image_size=56),
    _packed("glm_ocr.GlmOcrVisionModel", image_size=56),
    _qwen3("qwen3_vl.Qwen3VLVisionModel", deepstack_visual_indexes=[0]),
    _qwen3("qwen3_vl_moe.Qwen3VLMoeVisionModel", deepstack_visual_indexes=[0]),
    _qwen3("qwen3_omni_moe.Qwen3OmniMoeVisionEncoder", deepstack_visual_indexes=[0]),
    _qwen3("cohere_compass.CohereCompassVisionModel", deepstack_visual_indexes=[0]),
    _qwen3("qwen3_5.Qwen3_5VisionModel"),
    _qwen3("qwen3_5_moe.Qwen3_5MoeVisionModel"),
    _qwen3("qwen4_exp.Qwen4ExpVisionModel"),
    *(
        Tiny(
            network,
            {
                **VIT,
                "patch_size": 14,
                "pos_emb_height": 4,
                "pos_emb_width": 4,
                "layer_types": ["window_attention", "full_attention"],
            },
            {"pixel_values": noise(16, 3 * 2 * 14 * 14), "grid_thw": tensor([[1, 4, 4]])},
            _TWO,
        )
        for network in ("muse_glimmer.MuseGlimmerVisionModel", "muse_spark.MuseSparkVisionModel")
    ),
    _patched("minimax_m3_vl.MiniMaxM3VLVisionModel", 3 * 2 * 14 * 14, image_size=64, patch_size=14),
    _patched("cosmos3_edge.Cosmos3EdgeVisionModel", 3 * 16 * 16, patch_size=16, num_patches=16),
    _patched("hunyuan_vl.HunYuanVLVisionTransformer", 3 * 16 * 16, num_key_value_heads=2, max_image_size=64),
    _patched("dots3_note.Dots3NoteVisionModel", 3 * 14 * 14, adapter_in_dim=32, mlp_layer_types=["dense"] * 2),
    _patched(  # one of three blocks only convolves
        "lfm3_vl.Lfm3VlVisionModel",
        3 * 2 * 16 * 16,
        num_key_value_heads=2,
        num_hidden_layers=3,
        layer_types=["conv", "full_attention", "full_attention"],
    ),
    Tiny(
        "kimi_k25.Kimi_K25VisionModel",
        {**WIDTHS, "intermediate_size": 64, "pos_emb_height": 4, "pos_emb_width": 4},
        {"pixel_values": noise(16, 3, 14, 14), "grid_thw": tensor([[1, 4, 4]])},
        _TWO,
    ),
    Tiny(
        "paddleocr_vl.PaddleOCRVisionModel",
        VIT,
        {"pixel_values": noise(1, 16, 3, 16, 16), "grid_thw": tensor([[1, 4, 4]])},
        _TWO,
        explained={"*.embeddings": _INTERPOLATION},
    ),
    Tiny(
        "kosmos2_5.Kosmos2_5VisionModel",
        {**WIDTHS, "head_dim": 16, "patch_embed_hidden_size": 768, "intermediate_size": 64, "max_num_patches": 16},
        {"flattened_patches": lambda: torch.cat([torch.ones(1, 16, 2), torch.randn(1, 16, 768)], -1)},
        _TWO,
    ),
    Tiny(
        "gemma4.Gemma4VisionModel",
        {
            **WIDTHS,
            "intermediate_size": 64,
            "num_key_value_heads": 2,
            "head_dim": 16,
            "pooling_kernel_size": 2,
            "position_embedding_size": 16,
        },
        {
            "pixel_values": noise(1, 16, 768),
            "pixel_position_ids": lambda: torch.cartesian_prod(torch.arange(4), torch.arange(4))[None],
        },
        _TWO,
    ),
    Tiny(
        "videoprism.VideoPrismVisionModel",
        {
            "image_size": 36,
            "num_frames": 2,
            "hidden_size": 32,
            "num_attention_heads": 2,
            "intermediate_size": 64,
            "num_spatial_layers": 1,
            "num_temporal_layers": 1,
            "num_auxiliary_layers": 1,
            "tubelet_size": [1, 18, 18],
        },
        {"pixel_values_videos": image(2, 36, 36)},
        _TWO,
    ),
    Tiny(
        "video_llama_3.VideoLlama3VisionModel",
        {**WIDTHS, "intermediate_size": 64, "patch_size": 16},
        {
            "pixel_values": noise(16, 3 * 16 * 16),
            "grid_thw": tensor([[1, 4, 4]]),
            "merge_sizes": tensor([1]),
        },
        _TWO,
    ),
    Tiny(
        "pix2struct.Pix2StructVisionModel",
        {
            "hidden_size": 32,
            "patch_embed_hidden_size": 3 * 16 * 16,
            "d_ff": 64,
            "d_kv": 16,
            "num_hidden_layers": 2,
            "num_attention_heads": 2,
            "seq_len": 16,
        },
        {"flattened_patches": lambda: torch.cat([torch.ones(1, 16, 2), torch.randn(1, 16, 3 * 16 * 16)], -1)},
        _TWO,
    ),
    Tiny(
        "mllama.MllamaVisionModel",
        {
            "hidden_size": 32,
            "attention_heads": 2,
            "num_hidden_layers": 2,
            "num_global_layers": 1,
            "intermediate_size": 64,
            "image_size": 64,
            "patch_size": 16,
            "vision_output_dim": 64,
            "intermediate_layers_indices": [1],
            "max_num_tiles": 1,
            "supported_aspect_ratios": [[1, 1]],
        },
        {
            "pixel_values": noise(1, 1, 1, 3, 64, 64),
            "aspect_ratio_ids": tensor([[1]]),
            "aspect_ratio_mask": tensor([[[1]]]),
        },
        {"heads": 3},
    ),
)
