"""How many layers of each kind torchvision's networks have, counted in the papers' tables and in the code."""

_BLOCKS_WITH_SE = {
    "efficientnet_b0": 1 + 2 + 2 + 3 + 3 + 4 + 1,
    "efficientnet_b1": 2 + 3 + 3 + 4 + 4 + 5 + 2,
    "efficientnet_b2": 2 + 3 + 3 + 4 + 4 + 5 + 2,
    "efficientnet_b3": 2 + 3 + 3 + 5 + 5 + 6 + 2,
    "efficientnet_b4": 2 + 4 + 4 + 6 + 6 + 8 + 2,
    "efficientnet_b5": 3 + 5 + 5 + 7 + 7 + 9 + 3,
    "efficientnet_b6": 3 + 6 + 6 + 8 + 8 + 11 + 3,
    "efficientnet_b7": 4 + 7 + 7 + 10 + 10 + 13 + 4,
    "efficientnet_v2_s": 6 + 9 + 15,  # the fused blocks before have none
    "efficientnet_v2_m": 7 + 14 + 18 + 5,
    "efficientnet_v2_l": 10 + 19 + 25 + 7,
    "mobilenet_v3_small": 1 + 8,
    "mobilenet_v3_large": 3 + 2 + 3,
    "quantized_mobilenet_v3_large": 3 + 2 + 3,
    "regnet_y_400mf": 1 + 3 + 6 + 6,
    "regnet_y_800mf": 1 + 3 + 8 + 2,
    "regnet_y_1_6gf": 2 + 6 + 17 + 2,
    "regnet_y_3_2gf": 2 + 5 + 13 + 1,
    "regnet_y_8gf": 2 + 4 + 10 + 1,
    "regnet_y_16gf": 2 + 4 + 11 + 1,
    "regnet_y_32gf": 2 + 5 + 12 + 1,
    "regnet_y_128gf": 2 + 7 + 17 + 1,
}
_BLOCKS_WITH_HEADS = {
    "swin_t": 2 + 2 + 6 + 2,
    "swin_s": 2 + 2 + 18 + 2,
    "swin_b": 2 + 2 + 18 + 2,
    "swin_v2_t": 2 + 2 + 6 + 2,
    "swin_v2_s": 2 + 2 + 18 + 2,
    "swin_v2_b": 2 + 2 + 18 + 2,
    "vit_b_16": 12,
    "vit_b_32": 12,
    "vit_l_16": 24,
    "vit_l_32": 24,
    "vit_h_14": 32,
}
_MAXVIT_BLOCKS = 2 + 2 + 5 + 2  # each with squeeze and excitation, attention in windows and in a grid


def torchvision_count(name: str) -> dict[str, int]:
    """By kind; all classification networks but these have no attention."""
    if name == "maxvit_t":
        return {"channel": _MAXVIT_BLOCKS, "heads": 2 * _MAXVIT_BLOCKS}
    if name in _BLOCKS_WITH_SE:
        return {"channel": _BLOCKS_WITH_SE[name]}
    return {"heads": _BLOCKS_WITH_HEADS[name]} if name in _BLOCKS_WITH_HEADS else {}
