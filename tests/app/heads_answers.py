"""Made-up answers about layers of heads, for the panels that show them."""

import numpy as np
from attnscope.app.link.protocol import Message
from attnscope.app.state.state import Answer
from attnscope.app.state.wishes import Question
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


def matrix() -> Answer:
    """A class token, then 3 x 5 cells of 8 x 8 pixels, queries and keys alike."""
    corners = [(8 * row, 8 * column) for row in range(3) for column in range(5)]
    boxes = np.array([[np.nan] * 4, *([y, x, y + 8, x + 8] for y, x in corners)], np.float32)
    arrays = {"values": np.eye(16, dtype=np.float32), "query_boxes": boxes, "key_boxes": boxes}
    return Answer(Question("matrix", 0), Message({"kind": "matrix", "id": 1, "queries": 16, "keys": 16}, arrays))


def of_heads(heads: int) -> dict[str, Answer]:
    """Everything that is asked about a layer of so many heads."""
    similar = np.eye(heads, dtype=np.float32) * 0.5 + 0.5
    figures = {"entropy": [float(head) for head in range(heads)], "distance": [8.0 - head for head in range(heads)]}
    return {
        "map": answer("map", maps(heads).mean(0), query=4),
        "heads": answer("heads", maps(heads), **figures),
        "matrix": matrix(),
        "similarity": answer("similarity", similar, sampled=None, **figures),
    }
