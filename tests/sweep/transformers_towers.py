"""Networks of transformers that see and read, and the vision towers of large language models."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch

from .transformers_entries import Tiny, image, noise, tensor, words

_WIDTHS: dict[str, Any] = {"hidden_size": 32, "num_attention_heads": 2, "num_hidden_layers": 2}
_VIT: dict[str, Any] = {**_WIDTHS, "intermediate_size": 64, "image_size": 64, "patch_size": 16}
_TEXT: dict[str, Any] = {
    **_WIDTHS,
    "num_hidden_layers": 1,
    "vocab_size": 99,
    "intermediate_size": 37,
    "max_position_embeddings": 16,
    "projection_dim": 16,
}
_LLAMA: dict[str, Any] = {
    **_WIDTHS,
    "model_type": "llama",
    "vocab_size": 99,
    "intermediate_size": 64,
    "num_key_value_heads": 1,
    "max_position_embeddings": 64,
}
_BOTH: dict[str, Any] = {"text_config": _TEXT, "vision_config": _VIT, "projection_dim": 16}
_QWEN: dict[str, Any] = {
    "depth": 2,
    "hidden_size": 32,
    "num_heads": 2,
    "intermediate_size": 64,
    "out_hidden_size": 32,
    "patch_size": 14,
}
_PIXELS = {"pixel_values": image()}
_READ = {"pixel_values": image(), "input_ids": words()}
_TWO = {"heads": 2}


def _vit(network: str, layers: int = 2, **other: Any) -> Tiny:
    return Tiny(network, {**_VIT, **other}, _PIXELS, {"heads": layers})


def _packed(network: str, width: int = 3 * 2 * 14 * 14, **config: Any) -> Tiny:
    # All images of a batch as one row of patches, and how many rows and columns of patches each has.
    inputs: dict[str, Callable[[], Any]] = {"hidden_states": noise(16, width), "grid_thw": tensor([[1, 4, 4]])}
    return Tiny(network, {**_QWEN, **config}, inputs, _TWO)


def _qwen3(network: str, **config: Any) -> Tiny:
    packed = _packed(network, num_position_embeddings=16, **config)
    return replace(packed, explained={"": "weighs the positions around each patch: an interpolation, no attention"})


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
        {**_VIT, "head_dim": 16},
        {"pixel_values": image(), "image_sizes": tensor([[64, 64]])},
        _TWO,
    ),
    Tiny(
        "got_ocr2.GotOcr2VisionEncoder",
        {**_WIDTHS, "mlp_dim": 64, "image_size": 64, "patch_size": 8, "window_size": 3, "global_attn_indexes": [1]},
        _PIXELS,
        _TWO,
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
        _PIXELS,
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
    Tiny(
        "video_llama_3.VideoLlama3VisionModel",
        {**_WIDTHS, "intermediate_size": 64, "patch_size": 16},
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
    Tiny("clip.CLIPModel", _BOTH, _READ, {"heads": 3}),
    Tiny("siglip.SiglipModel", {"text_config": _TEXT, "vision_config": _VIT}, _READ, {"heads": 4}),
    Tiny("owlvit.OwlViTForObjectDetection", {**_BOTH, "projection_dim": 32}, _READ, {"heads": 3}),
    Tiny("owlv2.Owlv2ForObjectDetection", {**_BOTH, "projection_dim": 32}, _READ, {"heads": 3}),
    Tiny(  # three of the image, one of the words, three of the decoder
        "clipseg.CLIPSegForImageSegmentation",
        {
            "text_config": _TEXT,
            "vision_config": {**_VIT, "num_hidden_layers": 3},
            "projection_dim": 32,
            "extract_layers": [0, 1, 2],
            "reduce_dim": 16,
            "decoder_num_attention_heads": 2,
            "decoder_intermediate_size": 32,
        },
        _READ,
        {"heads": 7},
    ),
    Tiny(  # three blocks of the image, two groupings of two each, one of the words
        "groupvit.GroupViTModel",
        {
            "text_config": _TEXT,
            "vision_config": {
                **_VIT,
                "patch_size": 8,
                "depths": [1, 1, 1],
                "num_hidden_layers": 3,
                "num_group_tokens": [4, 2, 0],
                "num_output_groups": [4, 2, 2],
            },
            "projection_dim": 16,
            "projection_intermediate_dim": 32,
        },
        _READ,
        {"heads": 8},
        explained={
            "attentions": "transformers returns the grouping before it was normalised over the places",
            "*.assign": "a softmax over groups, divided by its sum over places: the reference loses it there",
        },
    ),
    Tiny(
        "vilt.ViltModel",
        {**_VIT, "vocab_size": 99, "max_position_embeddings": 16},
        {**_READ, "pixel_mask": tensor([[[1] * 64] * 64])},
        _TWO,
    ),
    Tiny(
        "blip_2.Blip2QFormerModel",
        {**_WIDTHS, "intermediate_size": 64, "encoder_hidden_size": 24, "cross_attention_frequency": 2},
        {"query_embeds": noise(1, 5, 32), "encoder_hidden_states": noise(1, 17, 24)},
        {"heads": 3},
        explained={"attentions": "transformers returns the one across twice"},
    ),
    Tiny(  # two of the encoder; one more for each of the three readings
        "mgp_str.MgpstrForSceneTextRecognition",
        {
            **_WIDTHS,
            "image_size": [32, 64],
            "patch_size": 4,
            "max_token_length": 5,
            "num_character_labels": 9,
            "num_bpe_labels": 11,
            "num_wordpiece_labels": 13,
        },
        {"pixel_values": image(32, 64)},
        {"heads": 5},
    ),
    Tiny(
        "llava.LlavaForConditionalGeneration",
        {"vision_config": {**_VIT, "model_type": "clip_vision_model"}, "text_config": _LLAMA, "image_token_index": 98},
        {"pixel_values": image(), "input_ids": tensor([[1, *[98] * 16, 5, 6]])},
        {"heads": 4},
    ),
    Tiny(  # two of the image; one among the words and one across in each layer of the decoder
        "vision_encoder_decoder.VisionEncoderDecoderModel",
        {
            "encoder": {**_VIT, "model_type": "vit"},
            "decoder": {
                "model_type": "trocr",
                "vocab_size": 99,
                "d_model": 32,
                "decoder_layers": 2,
                "decoder_attention_heads": 2,
                "decoder_ffn_dim": 64,
                "max_position_embeddings": 16,
                "is_decoder": True,
                "add_cross_attention": True,
            },
        },
        {"pixel_values": image(), "decoder_input_ids": words()},
        {"heads": 6},
    ),
    Tiny(
        "layoutlmv3.LayoutLMv3Model",
        {
            **_WIDTHS,
            "intermediate_size": 64,
            "vocab_size": 99,
            "max_position_embeddings": 32,
            "coordinate_size": 5,
            "shape_size": 6,
            "input_size": 64,
            "patch_size": 16,
        },
        {**_READ, "bbox": tensor([[[10, 10, 20, 20]] * 6])},
        _TWO,
    ),
)
