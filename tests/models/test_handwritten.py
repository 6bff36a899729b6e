"""Every hand-written network shows what it applies and nothing else, exactly, in full and by the short way."""

import copy
from collections import Counter

import attnscope
import pytest
import torch

from ..handwritten import HANDWRITTEN, Handwritten

pytestmark = pytest.mark.filterwarnings("ignore:.*flex_attention called without torch.compile")


def ids(entry: Handwritten) -> str:
    return entry.name


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(13)


def test_every_network_has_a_name_of_its_own() -> None:
    assert len({entry.name for entry in HANDWRITTEN}) == len(HANDWRITTEN)


@pytest.mark.parametrize("entry", HANDWRITTEN, ids=ids)
def test_what_is_there_is_found_and_nothing_else(entry: Handwritten) -> None:
    model, inputs = entry.build().eval(), entry.inputs()
    state = torch.get_rng_state()
    with torch.no_grad():
        plain = model(*inputs)
        for _ in ("in full", "the short way"):
            torch.set_rng_state(state)
            trace = attnscope.record(model, *inputs)
            assert Counter(layer.kind for layer in trace.layers) == Counter(dict(entry.expected))
            assert bool(trace.missed) == entry.missed
            torch.testing.assert_close(trace.output, plain, atol=1e-5, rtol=0)
            for layer in trace.layers:
                assert layer.error <= (1e-5 if layer.kind in ("heads", "other") else 0)
            if entry.shape is not None:
                assert trace.layers[0].shape == entry.shape


WITH_FORMULA = [entry for entry in HANDWRITTEN if entry.weights is not None]


@pytest.mark.parametrize("entry", WITH_FORMULA, ids=ids)
def test_the_weights_are_those_of_the_formula(entry: Handwritten) -> None:
    inputs = entry.inputs()
    (layer,) = attnscope.record(entry.build().eval(), *inputs).layers
    assert entry.weights is not None
    torch.testing.assert_close(layer.weights.double(), entry.weights(*inputs), atol=1e-6, rtol=0)
    torch.testing.assert_close(layer.row(1, 2, batch=1), layer.weights[1, 1, 2], atol=1e-6, rtol=0)


EDITABLE = [entry for entry in HANDWRITTEN if entry.expected and not entry.name.startswith("chunks")]


@pytest.mark.parametrize("entry", EDITABLE, ids=ids)
def test_weights_can_be_taken_out(entry: Handwritten) -> None:
    """Without its weights a layer gives zeros, in full and by the short way alike."""
    model, inputs = entry.build().eval(), entry.inputs()
    with torch.no_grad():
        name = attnscope.record(model, *inputs).layers[0].name
        edits = [attnscope.Edit(name, None, 0.0)]
        short = attnscope.record(model, *inputs, edits=edits)
        in_full = attnscope.record(copy.deepcopy(model), *inputs, edits=edits)
    edited = [layer for layer in short.layers if layer.name == name]
    assert all(not layer.weights.any() and layer.error <= 1e-5 for layer in edited)
    torch.testing.assert_close(short.output, in_full.output, atol=1e-6, rtol=0)
