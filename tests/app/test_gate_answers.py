"""What the engine says of a gate's features: the strongest channels, or those asked for, and energy where it lies."""

import numpy as np
import pytest
from attnscope.app.engine.engine_requests import Requests
from attnscope.app.link.pass_records import pass_info
from attnscope.app.link.protocol import Message
from attnscope.models.errors import UserError


@pytest.fixture(scope="module")
def requests() -> Requests:
    requests = Requests()
    ask(requests, "load", model="tour", device="cpu")
    pixels = np.random.default_rng(4).integers(0, 256, (80, 60, 3), dtype=np.uint8)
    requests.kept = requests.answer(Message({"kind": "record", "id": 2}, {"image": pixels}))
    return requests


def ask(requests: Requests, kind: str, **fields: object) -> Message:
    return requests.answer(Message({"kind": kind, "id": 1, **fields}))


def layer_of(requests: Requests, kind: str) -> int:
    return next(index for index, layer in enumerate(requests.trace.layers) if layer.kind == kind)


def test_where_no_channels_are_named_the_twelve_strongest_come_strongest_first(requests):
    index = layer_of(requests, "channel")
    told = ask(requests, "features", layer=index, channels=[])
    bars = ask(requests, "bars", layer=index).arrays["values"]
    assert told.header["channels"] == np.argsort(-bars)[:12].tolist()
    assert told.header["weights"] == pytest.approx(np.sort(bars)[::-1][:12].tolist())
    assert told.arrays["values"].shape == (12, 48, 48)


def test_channels_that_were_chosen_come_in_their_order_as_each_alone(requests):
    index = layer_of(requests, "channel")
    told = ask(requests, "features", layer=index, channels=[9, 2])
    for number, channel in enumerate([9, 2]):
        alone = ask(requests, "feature", layer=index, channel=channel).arrays
        assert np.array_equal(told.arrays["values"][number], alone["after"])
        assert np.array_equal(told.arrays["before"][number], alone["before"])
    assert (told.header["channels"], told.header["extent"]) == ([9, 2], [0, 0, 96, 96])


def test_energy_lies_where_the_map_of_its_gate_lies(requests):
    index = layer_of(requests, "spatial")
    told, shown = (ask(requests, kind, layer=index) for kind in ("energy", "map"))
    assert told.header["extent"] == shown.header["extent"]
    product = told.arrays["values"] * shown.arrays["values"]
    assert told.arrays["product"] == pytest.approx(product, abs=1e-6)
    assert told.arrays["values"].min() >= 0


@pytest.mark.parametrize("channels", [["a"], [10**6], [-1]])
def test_channels_that_are_none_are_refused(requests, channels):
    with pytest.raises(UserError, match="channel"):
        ask(requests, "features", layer=layer_of(requests, "channel"), channels=channels)


def test_window_learns_the_number_of_every_predicted_class(requests):
    told = pass_info(requests.kept.header["pass"]).predictions
    assert sorted(one.index for one in told) == list(range(12))
    scores = requests.trace.output[0].tolist()
    assert [one.index for one in told] == sorted(range(12), key=lambda index: -scores[index])
