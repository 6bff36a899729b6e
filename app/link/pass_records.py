"""Plain records to and from the JSON of the protocol."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from ...models.offers import CheckpointFacts, Guess, Maker, Misfit, MisfitRow, Offer
from ...models.records import Affine, LayerInfo, ModelInfo, PassInfo, Prediction


def as_json(record: ModelInfo | PassInfo) -> dict[str, Any]:
    """The record as JSON can hold it."""
    return dataclasses.asdict(record)


def model_info(fields: Mapping[str, Any]) -> ModelInfo:
    """The network's record."""
    lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list | tuple)}
    return ModelInfo(**{**fields, **lists, "input_size": _pair(fields["input_size"])})


def pass_info(fields: Mapping[str, Any]) -> PassInfo:
    """The record of a pass."""
    return PassInfo(
        layers=tuple(_layer(layer) for layer in fields["layers"]),
        missed=tuple((name, reason) for name, reason in fields["missed"]),
        predictions=tuple(Prediction(**p) for p in fields["predictions"]),
        affine=Affine(**fields["affine"]),
        input_size=_pair(fields["input_size"]),
        milliseconds=dict(fields["milliseconds"]),
        bytes=int(fields["bytes"]),
        notes=tuple(fields["notes"]),
    )


def offer(fields: Mapping[str, Any]) -> Offer:
    """A row of the pick list."""
    kinds, size = fields["kinds"], fields["input_size"]
    told = None if kinds is None else tuple((kind, int(count)) for kind, count in kinds)
    return Offer(**{**fields, "kinds": told, "input_size": _pair(size) if size else None})


def checkpoint_facts(fields: Mapping[str, Any]) -> CheckpointFacts:
    """What a checkpoint says of itself."""
    return CheckpointFacts(**{**fields, "guesses": tuple(Guess(**guess) for guess in fields["guesses"])})


def misfit(fields: Mapping[str, Any]) -> Misfit:
    """How a checkpoint differs from a network."""
    return Misfit(**{**fields, "rows": tuple(MisfitRow(**row) for row in fields["rows"])})


def maker(fields: Mapping[str, Any]) -> Maker:
    """Something that may make a network."""
    return Maker(**{**fields, "needs": tuple(fields["needs"]), "takes": tuple(fields["takes"])})


def _layer(fields: Mapping[str, Any]) -> LayerInfo:
    places = fields["places"]
    return LayerInfo(**{**fields, "shape": tuple(fields["shape"]), "places": _pair(places) if places else None})


def _pair(values: list[int]) -> tuple[int, int]:
    return int(values[0]), int(values[1])
