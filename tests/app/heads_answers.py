"""Made-up answers about layers of heads, for the panels that show them."""

import numpy as np
from attnscope.app.protocol import Message
from attnscope.app.state import Answer
from attnscope.app.wishes import Question
from attnscope.models.records import Affine, LayerInfo, PassInfo

EXTENT = [0, 0, 24, 40]
"""Of the network's input: 24 rows, 40 columns, in 3 x 5 cells."""


def layer(name: str, heads: int, placed: bool = True) -> LayerInfo:
    """Self-attention over a class token and 3 x 5 places."""
    places = (3, 5) if placed else None
    return LayerInfo(name, 0, "heads", (1, heads, 16, 16), "softmax", heads, 16, 16, prefix=1, places=places)


def outcome(*layers: LayerInfo) -> PassInfo:
    """A pass over 24 x 40 pixels, which are those of the picture."""
    return PassInfo(layers, (), (), Affine(0, 0, 1, 1), (24, 40), {})


def maps(heads: int) -> np.ndarray:
    """Head i looks at place i alone, with the weight 1 / (i + 1)."""
    made = np.zeros((heads, 3, 5), np.float32)
    for head in range(heads):
        made[head].flat[head] = 1 / (head + 1)
    return made


def answer(kind: str, values: np.ndarray, index: int = 0, **header: object) -> Answer:
    """An answer as the engine gives it."""
    told = {"extent": EXTENT, "box": None, "query": 0} | header
    return Answer(Question(kind, index), Message(told, {"values": values}))


def of_heads(heads: int) -> dict[str, Answer]:
    """Everything that is asked about a layer of so many heads."""
    similar = np.eye(heads, dtype=np.float32) * 0.5 + 0.5
    figures = {"entropy": [float(head) for head in range(heads)], "distance": [8.0 - head for head in range(heads)]}
    return {
        "map": answer("map", maps(heads).mean(0), query=4),
        "heads": answer("heads", maps(heads), **figures),
        "matrix": answer("matrix", np.eye(16, dtype=np.float32), queries=16, keys=16),
        "similarity": answer("similarity", similar, sampled=None, **figures),
    }
