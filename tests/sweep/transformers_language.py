"""Networks of transformers that see and read."""

from typing import Any

from .transformers_entries import Tiny, image, noise, tensor, words
from .transformers_parts import VIT, WIDTHS

_TEXT: dict[str, Any] = {
    **WIDTHS,
    "num_hidden_layers": 1,
    "vocab_size": 99,
    "intermediate_size": 37,
    "max_position_embeddings": 16,
    "projection_dim": 16,
}
_LLAMA: dict[str, Any] = {
    **WIDTHS,
    "model_type": "llama",
    "vocab_size": 99,
    "intermediate_size": 64,
    "num_key_value_heads": 1,
    "max_position_embeddings": 64,
}
_BOTH: dict[str, Any] = {"text_config": _TEXT, "vision_config": VIT, "projection_dim": 16}
_READ = {"pixel_values": image(), "input_ids": words()}
_TWO = {"heads": 2}


LANGUAGE: tuple[Tiny, ...] = (
    Tiny(  # in each of two blocks among frames and within them; one more among frames, one of words, two across
        "x_clip.XCLIPModel",
        {
            "vision_config": {
                **VIT,
                "num_frames": 2,
                "mit_hidden_size": 16,
                "mit_intermediate_size": 64,
                "mit_num_hidden_layers": 1,
                "mit_num_attention_heads": 2,
            },
            "text_config": _TEXT,
            "projection_dim": 16,
            "prompt_num_attention_heads": 2,
        },
        {"pixel_values": image(2, 64, 64), "input_ids": words()},
        {"heads": 8},
    ),
    Tiny("clip.CLIPModel", _BOTH, _READ, {"heads": 3}),
    Tiny("siglip.SiglipModel", {"text_config": _TEXT, "vision_config": VIT}, _READ, {"heads": 4}),
    Tiny("owlvit.OwlViTForObjectDetection", {**_BOTH, "projection_dim": 32}, _READ, {"heads": 3}),
    Tiny("owlv2.Owlv2ForObjectDetection", {**_BOTH, "projection_dim": 32}, _READ, {"heads": 3}),
    Tiny(  # three of the image, one of the words, three of the decoder
        "clipseg.CLIPSegForImageSegmentation",
        {
            "text_config": _TEXT,
            "vision_config": {**VIT, "num_hidden_layers": 3},
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
                **VIT,
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
        {**VIT, "vocab_size": 99, "max_position_embeddings": 16},
        {**_READ, "pixel_mask": tensor([[[1] * 64] * 64])},
        _TWO,
    ),
    Tiny(
        "blip_2.Blip2QFormerModel",
        {**WIDTHS, "intermediate_size": 64, "encoder_hidden_size": 24, "cross_attention_frequency": 2},
        {"query_embeds": noise(1, 5, 32), "encoder_hidden_states": noise(1, 17, 24)},
        {"heads": 3},
        explained={"attentions": "transformers returns the one across twice"},
    ),
    Tiny(  # two of the encoder; one more for each of the three readings
        "mgp_str.MgpstrForSceneTextRecognition",
        {
            **WIDTHS,
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
        {"vision_config": {**VIT, "model_type": "clip_vision_model"}, "text_config": _LLAMA, "image_token_index": 98},
        {"pixel_values": image(), "input_ids": tensor([[1, *[98] * 16, 5, 6]])},
        {"heads": 4},
    ),
    Tiny(  # two of the image; one among the words and one across in each layer of the decoder
        "vision_encoder_decoder.VisionEncoderDecoderModel",
        {
            "encoder": {**VIT, "model_type": "vit"},
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
            **WIDTHS,
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
