"""A state with a pass and answers that a test makes up."""

import numpy as np
from attnscope.app.link.protocol import Message
from attnscope.app.state.state import Answer, State
from attnscope.app.state.wishes import Question
from attnscope.models.records import Affine, LayerInfo, PassInfo, Prediction

GATE = LayerInfo("stages.0.gate", 0, "channel", (1, 6), "sigmoid")
DEEPER = LayerInfo("stages.1.gate", 0, "channel", (1, 2, 4), "sigmoid")
PLACE = LayerInfo("stages.1.place", 0, "spatial", (1, 2, 3), "sigmoid", places=(2, 3))
HEADS = LayerInfo("attn", 0, "heads", (1, 3, 5, 5), "softmax", heads=3, queries=5, keys=5, places=(2, 2))


def passed(*layers: LayerInfo, missed: tuple[tuple[str, str], ...] = ()) -> PassInfo:
    """A finished pass of a network with these layers, on 64 x 64 pixels."""
    star = (Prediction("star", 0.9),)
    return PassInfo(layers, missed, star, Affine(0, 0, 1, 1), (64, 64), {"forward": 3.0})


def answer(kind: str, layer: int, arrays: dict[str, object], asked: tuple[int, ...] = (), **header: object) -> Answer:
    """What the engine says to a question about a layer."""
    question = Question(kind, layer, channels=asked)
    made = {name: np.asarray(values, dtype=np.float32) for name, values in arrays.items()}
    return Answer(question, Message({"kind": kind, "id": 1, "error": 0.0} | header, made))


def add(state: State, **answers: Answer) -> None:
    """More answers beside those that are there; "__" in a slot's name stands for ":"."""
    state.update(answers=state.now.answers | {slot.replace("__", ":"): told for slot, told in answers.items()})
