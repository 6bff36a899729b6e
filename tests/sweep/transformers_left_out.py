"""The vision networks of transformers that have no row of their own, and why."""

from collections.abc import Iterator, Set
from typing import Any

_REASONS = {
    "dinat": "needs natten, which is not installed",
    "layoutlm": "reads words and their boxes, no pixels",
    "layoutlmv2": "needs detectron2, which is not installed",
    "timm_backbone": "stands for a network of timm: see there",
    "timm_wrapper": "stands for a network of timm: see there",
    "mlcd": "its vision tower has a row: MLCDVisionModel",
    "lw_detr_vit": "the backbone of LwDetrForObjectDetection, which has a row",
    "rf_detr_dinov2": "the backbone of RfDetrForObjectDetection, which has a row",
    "vitpose_backbone": "the backbone of VitPoseForPoseEstimation, which has a row",
    "fast_vlm": "its vision tower is a network of timm: see there",
    "gemma3n": "its vision tower is a network of timm: see there",
    "perception_lm": "its vision tower is a network of timm: see there",
    "omdet-turbo": "its backbone is a network of timm: see there",
    "sam3_tracker": "its encoder of images has a row: Sam3VisionModel",
    "sam3_video": "its encoder of images has a row: Sam3ViTModel",
    "sam2_video": "its encoder of images has a row: Sam2HieraDetModel",
    "edgetam_video": "its memory is made by other frames of the video; Sam2Model has a row",
    "edgetam": "its backbone is a network of timm: see there",
    "deepseek_ocr2": "its encoder of images has a row: DeepseekOcr2SamVisionEncoder",
    "unlimited_ocr": "its encoder of images has a row: UnlimitedOcrSamVisionEncoder",
    "pp_chart2table": "a GotOcr2 with other weights, whose encoder of images has a row: GotOcr2VisionEncoder",
    "pp_formulanet": "its encoder of images has a row: PPFormulaNetVisionModel",
    "gemma4": "its vision tower has a row: Gemma4VisionModel",
    "pi0": "its vision tower has a row: SiglipVisionModel",
    "t5gemma2": "its vision tower has a row: SiglipVisionModel",
    "gemma4_unified": "a language model that takes patches for words: it has no vision tower",
    "chameleon": "not tried: a language model that takes codes of a picture for words",
    "emu3": "not tried: a language model that takes codes of a picture for words",
    "evolla": "reads proteins, no pixels",
    "mistral4": "a language model: it reads no pixels",
    "idefics": "not tried: its vision tower, made as that of CLIP, is no network by itself",
    "udop": "not tried: words, boxes and patches in one encoder, as in LayoutLMv3Model, which has a row",
    "inkling_mm_model": "not tried: its vision tower only folds and projects patches",
    "fuyu": "a language model that takes patches for words: it has no vision tower",
}
_LISTS = """BACKBONE DEPTH_ESTIMATION IMAGE_CLASSIFICATION IMAGE IMAGE_SEGMENTATION IMAGE_TO_IMAGE INSTANCE_SEGMENTATION
KEYPOINT_DETECTION KEYPOINT_MATCHING MASKED_IMAGE_MODELING MASK_GENERATION OBJECT_DETECTION SEMANTIC_SEGMENTATION
UNIVERSAL_SEGMENTATION VIDEO_CLASSIFICATION ZERO_SHOT_IMAGE_CLASSIFICATION ZERO_SHOT_OBJECT_DETECTION IMAGE_TEXT_TO_TEXT
VISUAL_QUESTION_ANSWERING DOCUMENT_QUESTION_ANSWERING IMAGE_MATTING CAUSAL_IMAGE_MODELING"""


def left_out(known: Set[str]) -> Iterator[tuple[str, str]]:
    """(model type, reason) of every type in transformers' own lists of vision networks that is not among the known."""
    for kind in sorted(_listed() - known):
        yield kind, _REASONS.get(kind) or _by_its_parts(kind, known) or "not tried"


def _listed() -> set[str]:
    from transformers.models.auto import modeling_auto

    return {kind for name in _LISTS.split() for kind in getattr(modeling_auto, f"MODEL_FOR_{name}_MAPPING_NAMES")}


def _by_its_parts(kind: str, known: Set[str]) -> str:
    # A vision-language network is a vision tower in front of a language model.
    from transformers import AutoConfig, PretrainedConfig

    config: Any = AutoConfig.for_model(kind)
    parts = {value.model_type for value in vars(config).values() if isinstance(value, PretrainedConfig)}
    found = sorted(parts & known)
    return f"no row as a whole, but its parts have: {', '.join(found)}" if found else ""
