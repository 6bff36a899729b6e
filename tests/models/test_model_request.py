"""A request to load a network travels as JSON and comes out the same, or is refused in a sentence."""

import json

import pytest
from attnscope import UserError, load_model
from attnscope.models.model_request import ModelRequest, Preparation

FULL = ModelRequest(
    "net.py:build?depth=50",
    "w.pth",
    "names.txt",
    "cuda:1",
    "bf16",
    trust=True,
    download=True,
    skip_head=True,
    preparation=Preparation((224, 320), "letterbox", (0.1, 0.2, 0.3), (0.5,)),
)


@pytest.mark.parametrize("request_", [ModelRequest(), FULL])
def test_a_request_survives_json(request_):
    assert ModelRequest.from_json(json.loads(json.dumps(request_.as_json()))) == request_


def test_what_is_missing_is_at_its_default_and_what_is_unknown_is_left_out():
    assert ModelRequest.from_json(
        {"model": "se/resnet18", "weights": None, "kind": "load", "colour": 3}
    ) == ModelRequest("se/resnet18")


@pytest.mark.parametrize(
    "fields",
    [{"precision": "int8"}, {"model": 5}, {"weights": ["a"]}, {"preparation": {"colour": 1}}, {"preparation": 3}],
)
def test_what_cannot_be_meant_is_refused(fields):
    with pytest.raises(UserError) as caught:
        ModelRequest.from_json(fields)
    assert "\n" not in str(caught.value)


def test_a_wrong_precision_is_refused_from_python_as_well():
    with pytest.raises(UserError, match=r"choose float32, bf16, fp16"):
        load_model("tour", precision="int8")  # pyright: ignore[reportArgumentType]
