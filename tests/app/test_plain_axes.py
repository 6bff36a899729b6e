"""Axes are named where the shape tells what they are, and only there."""

import pytest
from attnscope.app.panels.plain_axes import plain_axes
from attnscope.models.records import LayerInfo

SIZE = (224, 224)


def other(*shape: int, source: str = "sigmoid", heads: int = 0) -> LayerInfo:
    return LayerInfo("mix", 0, "other", (1, *shape), source, heads=heads)


@pytest.mark.parametrize(
    ("shape", "size", "names"),
    [
        ((20, 56), SIZE, ("", "channel", "place along one side")),
        ((56, 20), SIZE, ("", "place along one side", "channel")),
        ((20, 14, 14), SIZE, ("channel", "row", "column")),
        ((14, 14, 20), SIZE, ("row", "column", "channel")),
        ((60, 48, 72), (96, 144), ("channel", "row", "column")),
        ((196, 30), SIZE, ("", "token", "channel")),
        ((20, 30), SIZE, ("", "axis 1", "axis 2")),
        ((64, 32), (256, 256), ("", "axis 1", "axis 2")),
        ((3, 20, 30), SIZE, ("axis 1", "axis 2", "axis 3")),
        ((40, 1, 56), SIZE, ("", "channel", "place along one side")),
        ((40,), SIZE, ("", "", "number")),
    ],
)
def test_names_of_axes(shape, size, names):
    told = plain_axes(other(*shape), size)
    assert (told.tables, told.rows, told.columns) == names
    assert told.why.endswith(".")


def test_channels_that_attend_to_channels_are_said_to():
    told = plain_axes(other(4, 32, 32, source="softmax", heads=4), SIZE)
    assert (told.tables, told.rows, told.columns) == ("head", "channel that looks", "channel looked at")
    assert "Channels attend to channels" in told.why


def test_linear_attention_is_said_to_have_no_weights_of_a_query():
    told = plain_axes(other(8, 17, 16, source="product", heads=8), SIZE)
    assert told.rows == "value channel or norm"
    assert "no query has weights of its own" in told.why
