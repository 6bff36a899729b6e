"""Plain records to and from the JSON of the protocol."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from ..models.records import Affine, LayerInfo, ModelInfo, PassInfo, Prediction


def as_json(record: ModelInfo | PassInfo) -> dict[str, Any]:
    """The record as JSON can hold it."""
    return dataclasses.asdict(record)


def model_info(fields: Mapping[str, Any]) -> ModelInfo:
    """The network's record."""
    return ModelInfo(**{**fields, "labels": tuple(fields["labels"]), "input_size": _pair(fields["input_size"])})


def pass_info(fields: Mapping[str, Any]) -> PassInfo:
    """The record of a pass."""
    return PassInfo(
        layers=tuple(_layer(layer) for layer in fields["layers"]),
        missed=tuple((name, reason) for name, reason in fields["missed"]),
        predictions=tuple(Prediction(**p) for p in fields["predictions"]),
        affine=Affine(**fields["affine"]),
        input_size=_pair(fields["input_size"]),
        milliseconds=dict(fields["milliseconds"]),
        notes=tuple(fields["notes"]),
    )


def _layer(fields: Mapping[str, Any]) -> LayerInfo:
    places = fields["places"]
    return LayerInfo(**{**fields, "shape": tuple(fields["shape"]), "places": _pair(places) if places else None})


def _pair(values: list[int]) -> tuple[int, int]:
    return int(values[0]), int(values[1])
