"""Small configurations that the networks of transformers in the sweep share."""

from typing import Any

from .transformers_entries import image

WIDTHS: dict[str, Any] = {"hidden_size": 32, "num_attention_heads": 2, "num_hidden_layers": 2}
VIT: dict[str, Any] = {**WIDTHS, "intermediate_size": 64, "image_size": 64, "patch_size": 16}
DINO: dict[str, Any] = {**WIDTHS, "mlp_ratio": 2, "image_size": 64, "patch_size": 16}
ALL_STAGES = ["stage1", "stage2", "stage3", "stage4"]
RESNET: dict[str, Any] = {
    "model_type": "resnet",
    "embedding_size": 8,
    "hidden_sizes": [8, 16, 16, 32],
    "depths": [1, 1, 1, 1],
    "out_features": ALL_STAGES[1:],
}
SWIN: dict[str, Any] = {  # five blocks
    "model_type": "swin",
    "image_size": 64,
    "patch_size": 2,
    "embed_dim": 16,
    "depths": [1, 1, 1, 2],
    "num_heads": [1, 2, 2, 2],
    "window_size": 4,
    "out_features": ALL_STAGES,
}
PIXELS = {"pixel_values": image()}
