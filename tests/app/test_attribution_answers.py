"""What the engine says about classes: of which, how far it is, once only, and stopped when nobody waits."""

import numpy as np
import pytest
from attnscope.app.engine import attribution_answers
from attnscope.app.engine.kept_passes import KeptPass
from attnscope.app.link.protocol import encode
from attnscope.models.errors import UserError
from attnscope.models.progress import Cancelled
from attnscope.models.recording.record import record

from ..models.attributed_networks import CLASSES, Attentive, Convolving, made, passed
from .talk import Talk, picture

SLOW = '''
import sys, time, torch
from torch import nn

class Slow(nn.Module):
    """Takes its time where gradients are asked for."""
    input_size = (24, 32)
    def __init__(self):
        super().__init__()
        self.enter, self.head = nn.Conv2d(3, 5, 4, 4), nn.Linear(5, 4)
        self.rest = nn.ModuleList(nn.Identity() for _ in range(3000))
    def forward(self, x):
        x = self.enter(x)
        x = x * torch.sigmoid(x.mean((2, 3), keepdim=True))
        if torch.is_grad_enabled():
            print("the gradients run", file=sys.stderr, flush=True)
            for layer in self.rest:
                time.sleep(0.01)
                x = layer(x)
        return self.head(x.mean((2, 3)))
'''


@pytest.fixture
def kept() -> KeptPass:
    return KeptPass(1, passed(made(Attentive)))


@pytest.mark.parametrize("kind", ["gradcam", "gradients"])
def test_answer_names_the_class_and_where_it_lies(kept, kind):
    told, arrays = attribution_answers.answer(kept, kind, {"target": 2})
    assert (told["target"], told["label"], told["extent"]) == (2, CLASSES[2], [0, 0, 24, 32])
    assert arrays["values"].min() >= 0
    encode({"kind": kind, "id": 1, **told}, arrays)


def test_without_a_class_it_is_the_most_probable_one(kept):
    told, _ = attribution_answers.answer(kept, "gradients", {"target": None})
    assert told["target"] == int(kept.trace.output[0].argmax())


def test_strength_of_a_pixel_is_what_it_adds_whatever_its_sign(kept):
    told, arrays = attribution_answers.answer(kept, "gradients", {"target": 1})
    assert np.array_equal(arrays["values"], np.abs(arrays["signed"]))
    assert (arrays["values"] > told["high"]).mean() == pytest.approx(0.005, abs=0.002)


@pytest.mark.parametrize("kind", ["gradcam", "gradients"])
def test_same_question_costs_once_for_a_pass(kept, kind, monkeypatch):
    runs = []
    kept.made.loaded.model.register_forward_hook(lambda *told: runs.append(1))
    first = attribution_answers.answer(kept, kind, {"target": None})
    asked = len(runs)
    again = attribution_answers.answer(kept, kind, {"target": first[0]["target"]})
    assert asked
    assert len(runs) == asked
    assert again is first
    other = KeptPass(2, passed(kept.made.loaded.model, seed=6))
    assert not np.array_equal(attribution_answers.answer(other, kind, {})[1]["values"], first[1]["values"])


def test_rollout_by_gradients_is_that_of_the_class_that_was_asked_for(kept):
    # Chefer et al., 2021, arXiv 2103.15679, equations 5 and 6.
    last = len(kept.trace.layers) - 1
    for target in (3, 1):
        told, arrays = attribution_answers.answer(kept, "gradient_rollout", {"layer": last, "target": target})
        relevance = np.eye(13)
        for layer in record(kept.made.loaded.model, kept.made.image, gradients=target).layers:
            positive = np.maximum((layer.gradients * layer.weights)[0].numpy(), 0).mean(0)  # over heads
            relevance = relevance + positive @ relevance
        assert (told["target"], told["label"]) == (target, CLASSES[target])
        assert arrays["values"] == pytest.approx(relevance[0, 1:].reshape(3, 4), rel=1e-4, abs=1e-9)


def test_pass_with_gradients_is_kept_until_another_class_is_asked_for(kept):
    first = kept.with_gradients(2)
    assert kept.with_gradients(2) is first
    other = kept.with_gradients(3)
    assert other is not first
    with pytest.raises(UserError, match="closed before"):
        first.layers[0].gradients  # noqa: B018 - reading it is what fails
    assert other.layers[0].gradients.abs().max() > 0


@pytest.mark.parametrize("target", ["cat", 1.5, True])
def test_class_is_asked_for_by_its_number(kept, target):
    with pytest.raises(UserError, match="by its number"):
        attribution_answers.answer(kept, "gradcam", {"target": target})


class Endless(Convolving):
    """Scores that are no numbers."""

    def forward(self, x):
        return super().forward(x) * float("nan")


def test_scores_that_are_no_numbers_can_still_be_told():
    told, arrays = attribution_answers.answer(KeptPass(1, passed(made(Endless))), "gradients", {})
    assert (told["change"], told["high"]) == (None, None)
    encode({"kind": "gradients", "id": 1, **told}, arrays)


@pytest.mark.parametrize("kind", ["gradcam", "gradients", "gradient_rollout"])
def test_nothing_of_what_was_stopped_is_taken_for_an_answer(kept, kind):
    fields = {"layer": len(kept.trace.layers) - 1, "target": 2}
    with pytest.raises(Cancelled):
        attribution_answers.answer(kept, kind, fields, lambda: True)
    assert attribution_answers.answer(kept, kind, fields)[1]["values"].any()


def test_long_answer_tells_how_far_it_is_and_is_cancelled_through_the_inbox(tmp_path):
    (tmp_path / "slow.py").write_text(SLOW, encoding="utf-8")
    talk = Talk()
    try:
        talk.ask("load", model=f"{tmp_path / 'slow.py'}:Slow", device="cpu")
        assert talk.ask("record", {"image": picture()}).kind == "recorded"
        number = talk.send("gradients", target=None)
        told = talk.next_of_all()
        while told.kind != "progress":
            told = talk.next_of_all()
        assert (told.id, told.header["done"], told.header["total"]) == (number, 0, 20)
        talk.wait_for_words("the gradients run")
        talk.send("cancel", target=number)
        assert ((message := talk.next()).kind, message.id) == ("cancelled", number)
        assert talk.ask("preview", layer=0).kind == "preview"
    finally:
        talk.leave()
