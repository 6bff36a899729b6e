"""Class scores are found in whatever a network returns, and nothing is made up where there are none."""

from dataclasses import dataclass

import pytest
import torch
from attnscope.models.predictions import predictions

LOGITS = torch.log(torch.tensor([[1.0, 3.0, 6.0]]))


@dataclass
class Output:
    logits: torch.Tensor
    loss: None = None


@pytest.mark.parametrize(
    "output",
    [
        *(LOGITS, LOGITS.double(), LOGITS.half(), LOGITS.softmax(1)),
        *(Output(LOGITS), {"logits": LOGITS}, {"features": torch.ones(1, 4, 2, 2), "out": LOGITS}),
        *((torch.ones(1, 3, 8, 8), LOGITS), [LOGITS], ((LOGITS,), None)),
    ],
    ids=str,
)
def test_scores_become_probabilities(output):
    found = predictions(output, ("cat", "dog", "owl"))
    assert [p.label for p in found] == ["owl", "dog", "cat"]
    assert [p.probability for p in found] == pytest.approx([0.6, 0.3, 0.1], abs=1e-3)


def test_classes_are_numbered_where_the_names_do_not_fit():
    assert [p.label for p in predictions(LOGITS, ("cat", "dog"))] == ["class 2", "class 1", "class 0"]


def test_every_class_comes_with_its_number():
    assert [p.index for p in predictions(LOGITS, ("cat", "dog", "owl"))] == [2, 1, 0]


def test_the_first_twenty_are_told():
    assert len(predictions(torch.randn(1, 1000), ())) == 20


@pytest.mark.parametrize(
    "output",
    [None, 3, torch.ones(1, 1), torch.ones(2, 5), torch.ones(1, 3, 4, 4), torch.ones(1, 5, dtype=torch.long), {}],
)
def test_other_outputs_predict_nothing(output):
    assert predictions(output, ()) == ()


def test_scores_that_are_no_numbers_come_last():
    found = predictions(torch.tensor([[float("nan"), 0.0, 0.0]]), ())
    assert [p.probability for p in found] == pytest.approx([0.5, 0.5, 0])


def test_the_features_of_a_backbone_are_no_scores():
    features = {"last_hidden_state": torch.zeros(1, 5, 8), "pooler_output": torch.randn(1, 8)}
    assert predictions(features, ()) == ()
    assert len(predictions(features | {"logits": torch.randn(1, 3)}, ())) == 3
