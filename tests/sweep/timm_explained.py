"""Differences to the reference in timm's networks, as reviewed: network -> pattern of module paths -> the reason."""

_GATED_UNIT = "a gated linear unit: one half of the features times the other, as they are"
_SPATIAL_UNIT = "a spatial gating unit: a learned map over positions, which nothing bounds, times the features"
_UNBOUNDED = "gates that a linear map makes and nothing bounds, which the reference does not look for"
_ADDITIVE = "additive attention, normalised by its length, which the reference does not look for"
_BILINEAR = "matrices of sigmoids for rows and for columns, of which the reference sees one, as a product"
_CONVOLUTION = "a grouped convolution, named attention by its authors; nothing is weighed by the input"

EXPLAINED: dict[str, dict[str, str]] = {
    "bat": {"layer*.se.ba": _BILINEAR},
    "bat_resnext26ts": {"stages.*.ba": _BILINEAR},
    "focalnet_tiny_lrf": {"layers.*.modulation": _UNBOUNDED},
    "focalnet_tiny_srf": {"layers.*.modulation": _UNBOUNDED},
    "gemma4_vit_167m": {"encoder.blocks.*.mlp": _GATED_UNIT},
    "gmlp_ti16_224": {"blocks.*.gate": _SPATIAL_UNIT},
    "mambaout_femto": {"stages.*.blocks.*": _GATED_UNIT},
    "nextvit_small": {"stages.*.mhca": _CONVOLUTION},
    "swiftformer_xs": {"stages.*.attn": _ADDITIVE},
    "test_mambaout": {"stages.*.blocks.*": _GATED_UNIT},
}
