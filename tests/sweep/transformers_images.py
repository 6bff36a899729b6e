"""Networks of transformers that classify images and videos, or make features of them."""

from typing import Any

from .transformers_entries import Tiny, image, noise, tensor, words
from .transformers_parts import DINO, PIXELS, VIT, WIDTHS

_SWIN: dict[str, Any] = {"image_size": 64, "patch_size": 2, "embed_dim": 16, "depths": [2, 2], "num_heads": [2, 4]}
_PYRAMID: dict[str, Any] = {"depths": [1, 1, 1, 1], "hidden_sizes": [8, 16, 16, 32]}
_REDUCING: dict[str, Any] = {**_PYRAMID, "num_attention_heads": [1, 2, 2, 2], "image_size": 64}
_CONVOLVING: dict[str, Any] = {**_PYRAMID, "embedding_size": 8}
_TWO = {"heads": 2}
_NONE: dict[str, int] = {}


def _vit(network: str, layers: int = 2, **other: Any) -> Tiny:
    return Tiny(network, {**VIT, **other}, PIXELS, {"heads": layers})


def _windows(network: str, **other: Any) -> Tiny:
    return Tiny(network, {**_SWIN, "window_size": 4, **other}, PIXELS, {"heads": 4})


def _convolving(network: str, **config: Any) -> Tiny:
    return Tiny(network, config, PIXELS, _NONE)


IMAGES: tuple[Tiny, ...] = (
    _vit("vit.ViTForImageClassification"),
    _vit("deit.DeiTForImageClassificationWithTeacher"),
    _vit("beit.BeitForImageClassification", use_relative_position_bias=True),
    _vit("data2vec.Data2VecVisionForImageClassification", use_shared_relative_position_bias=True),
    _vit("ijepa.IJepaModel"),
    _vit("vit_msn.ViTMSNModel"),
    _vit(  # two of the encoder, two of the decoder
        "vit_mae.ViTMAEForPreTraining",
        4,
        decoder_hidden_size=16,
        decoder_num_hidden_layers=2,
        decoder_num_attention_heads=2,
        decoder_intermediate_size=32,
    ),
    _vit("dinov3_vit.DINOv3ViTModel", num_register_tokens=4),
    _vit("pixio.PixioModel"),
    Tiny("sapiens2.Sapiens2Model", VIT, PIXELS, _TWO, explained={"*.mlp": "a gated linear unit"}),
    _vit("radio.RadioModel"),
    _vit("tipsv2.Tipsv2VisionModel"),
    _vit("aimv2.Aimv2VisionModel", 3),  # the third pools the tokens into one
    _vit("siglip.SiglipVisionModel", 3),  # so here
    _vit("clip.CLIPVisionModel"),
    _vit("mlcd.MLCDVisionModel"),
    Tiny("dinov2.Dinov2ForImageClassification", DINO, PIXELS, _TWO),
    Tiny("dinov2_with_registers.Dinov2WithRegistersModel", {**DINO, "num_register_tokens": 4}, PIXELS, _TWO),
    Tiny(
        "vitdet.VitDetModel",
        {
            **DINO,
            "patch_size": 8,
            "window_size": 3,
            "window_block_indices": [0],
            "use_relative_position_embeddings": True,
        },
        PIXELS,
        _TWO,
    ),
    _windows("swin.SwinForImageClassification"),
    _windows("swinv2.Swinv2ForImageClassification"),
    _windows("donut.DonutSwinModel"),
    _windows("maskformer.MaskFormerSwinModel"),
    Tiny(
        "swin2sr.Swin2SRForImageSuperResolution",
        {**_SWIN, "patch_size": 1, "num_heads": [2, 2], "window_size": 4, "image_size": 32, "upscale": 2},
        {"pixel_values": image(32, 32)},
        {"heads": 4},
    ),
    Tiny(
        "hiera.HieraForImageClassification",
        {"embed_dim": 8, "image_size": [64, 64], "depths": [1] * 4, "num_heads": [1, 1, 2, 2], "mlp_ratio": 2.0},
        PIXELS,
        {"heads": 4},
    ),
    Tiny("segformer.SegformerForSemanticSegmentation", _REDUCING, PIXELS, {"heads": 4}),
    Tiny("pvt.PvtForImageClassification", _REDUCING, PIXELS, {"heads": 4}),
    Tiny("pvt_v2.PvtV2ForImageClassification", _REDUCING, PIXELS, {"heads": 4}),
    Tiny(
        "pvt_v2.PvtV2ForImageClassification",
        {**_REDUCING, "linear_attention": True},
        PIXELS,
        {"heads": 4},
        note="pooled keys",
    ),
    Tiny(  # one in every block, one at both ways down
        "levit.LevitForImageClassification",
        {
            "image_size": 64,
            "hidden_sizes": [16, 24, 32],
            "num_attention_heads": [2, 3, 4],
            "depths": [1, 1, 1],
            "key_dim": [8, 8, 8],
        },
        PIXELS,
        {"heads": 5},
    ),
    Tiny(
        "cvt.CvtForImageClassification",
        {"embed_dim": [16, 16, 32], "num_heads": [1, 2, 2], "depth": [1, 2, 3]},
        PIXELS,
        {"heads": 6},
        explained={"*_projection": "projects the queries, keys or values of an attention"},
    ),
    Tiny(  # two, four and three blocks in its three stages
        "mobilevit.MobileViTForImageClassification",
        {
            "image_size": 64,
            "hidden_sizes": [16, 24, 32],
            "neck_hidden_sizes": [8, 8, 16, 16, 24, 24, 32],
            "num_attention_heads": 2,
        },
        PIXELS,
        {"heads": 9},
    ),
    Tiny(
        "mobilevitv2.MobileViTV2ForImageClassification",
        {"image_size": 64, "width_multiplier": 0.25, "n_attn_blocks": [1, 2, 1]},
        PIXELS,
        {"heads": 4},
    ),
    Tiny(  # in each of two blocks one for each of two levels and one for the whole image
        "focalnet.FocalNetForImageClassification",
        {"image_size": 64, "embed_dim": 16, "depths": [1, 1], "focal_levels": [2, 2], "hidden_sizes": [16, 32]},
        PIXELS,
        {"spatial": 6},
        explained={"*.modulation": "its gates have no bounds, by which the reference knows gates"},
    ),
    Tiny(
        "swiftformer.SwiftFormerForImageClassification",
        {"image_size": 64, "depths": [1, 1, 1, 1], "embed_dims": [8, 16, 16, 32]},
        PIXELS,
        {"heads": 4},
    ),
    Tiny(  # a squeeze and excitation in every block, of which there are (1, 1, 1, 1, 1, 2, 1)
        "efficientnet.EfficientNetForImageClassification",
        {"image_size": 64, "width_coefficient": 0.25, "depth_coefficient": 0.3, "hidden_dim": 320},
        PIXELS,
        {"channel": 8},
    ),
    Tiny(
        "regnet.RegNetForImageClassification",
        {**_CONVOLVING, "groups_width": 8, "layer_type": "y"},
        PIXELS,
        {"channel": 4},
    ),
    Tiny("pp_lcnet.PPLCNetBackbone", {"scale": 0.25}, PIXELS, {"channel": 2}),
    Tiny("pp_lcnet_v3.PPLCNetV3Backbone", {"scale": 0.25}, PIXELS, {"channel": 2}),
    Tiny("pp_lcnet_v4.PPLCNetV4Backbone", {}, PIXELS, {"channel": 5}),
    _convolving("regnet.RegNetForImageClassification", **_CONVOLVING, groups_width=8, layer_type="x"),
    _convolving("resnet.ResNetForImageClassification", **_CONVOLVING),
    _convolving("rt_detr.RTDetrResNetBackbone", **_CONVOLVING),
    _convolving("bit.BitForImageClassification", **_CONVOLVING, num_groups=4),
    _convolving("convnext.ConvNextForImageClassification", **_PYRAMID),
    _convolving("convnextv2.ConvNextV2ForImageClassification", **_PYRAMID),
    _convolving("dinov3_convnext.DINOv3ConvNextModel", **_PYRAMID),
    _convolving("poolformer.PoolFormerForImageClassification", **_PYRAMID),
    _convolving("mobilenet_v1.MobileNetV1ForImageClassification", image_size=64, depth_multiplier=0.25),
    _convolving("mobilenet_v2.MobileNetV2ForImageClassification", image_size=64, depth_multiplier=0.25),
    _convolving("textnet.TextNetForImageClassification"),
    _convolving("hgnet_v2.HGNetV2ForImageClassification"),
    _convolving("uvdoc.UVDocBackbone"),
    Tiny(
        "imagegpt.ImageGPTForImageClassification",
        {"vocab_size": 99, "n_positions": 64, "n_embd": 32, "n_layer": 2, "n_head": 2},
        {"input_ids": words(64)},
        _TWO,
    ),
    Tiny(  # the image to the latents once, then two of the latents among themselves, and the decoder's
        "perceiver.PerceiverForImageClassificationConvProcessing",
        {
            "num_latents": 10,
            "d_latents": 32,
            "d_model": 32,
            "num_self_attends_per_block": 2,
            "num_self_attention_heads": 2,
            "num_cross_attention_heads": 1,
            "image_size": 64,
        },
        {"inputs": image()},
        {"heads": 4},
    ),
    Tiny(
        "videomae.VideoMAEForVideoClassification",
        {**VIT, "num_frames": 4, "tubelet_size": 2, "image_size": 32},
        {"pixel_values": image(4, 32, 32)},
        _TWO,
    ),
    Tiny(  # in time and in space, in each of two blocks
        "timesformer.TimesformerForVideoClassification",
        {**VIT, "num_frames": 3, "image_size": 32},
        {"pixel_values": image(3, 32, 32)},
        {"heads": 4},
    ),
    Tiny(
        "vivit.VivitForVideoClassification",
        {
            **{name: value for name, value in VIT.items() if name != "patch_size"},
            "num_frames": 4,
            "tubelet_size": [2, 16, 16],
            "image_size": 32,
        },
        {"pixel_values": image(4, 32, 32)},
        _TWO,
    ),
    Tiny(  # two of the encoder; the pooler has one among the tokens and one across
        "vjepa2.VJEPA2ForVideoClassification",
        {
            **WIDTHS,
            "crop_size": 32,
            "frames_per_clip": 4,
            "pred_hidden_size": 32,
            "pred_num_attention_heads": 2,
            "pred_num_hidden_layers": 2,
            "num_pooler_layers": 2,
        },
        {"pixel_values_videos": image(4, 32, 32)},
        {"heads": 5},
        explained={"vjepa2.predictor": "does not run where videos are classified"},
    ),
    Tiny(
        "siglip2.Siglip2VisionModel",
        {**WIDTHS, "intermediate_size": 64, "patch_size": 16, "num_patches": 16},
        {
            "pixel_values": noise(1, 16, 768),
            "pixel_attention_mask": tensor([[1] * 16]),
            "spatial_shapes": tensor([[4, 4]]),
        },
        {"heads": 3},
    ),
)
