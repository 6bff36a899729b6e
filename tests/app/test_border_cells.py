"""Cells that end short of the border reach up to it; worked out by hand."""

import numpy as np
import pytest
from attnscope.app.export.export_tables import write_overlay
from attnscope.app.link.protocol import Message
from attnscope.app.state.border_cells import NONE, up_to_border
from attnscope.app.state.shown_map import Overlay, overlay_of
from attnscope.app.state.state import Answer, Fields
from attnscope.app.state.wishes import Question
from attnscope.models.pictures.images import Picture
from attnscope.models.records import Affine, LayerInfo, PassInfo

VALUES = np.arange(6, dtype=np.float32).reshape(2, 3)


def test_the_last_cells_of_a_padded_convolution_are_repeated_up_to_the_border():
    # Cells of 10 pixels from -5: the last ones end 5 pixels before the border.
    values, extent, padding = up_to_border(VALUES, (-5, -5, 15, 25), (20, 30))
    assert values.tolist() == [[0, 1, 2, 2], [3, 4, 5, 5], [3, 4, 5, 5]]
    assert extent == (-5, -5, 25, 35)
    assert padding == ((0, 1), (0, 1))


@pytest.mark.parametrize("extent", [(0, 0, 20, 30), (-5, -5, 25, 35)])
def test_a_map_that_reaches_the_border_stays_as_it_is(extent):
    values, grown, padding = up_to_border(VALUES, extent, (20, 30))
    assert values is VALUES
    assert (grown, padding) == (extent, NONE)


def test_a_map_of_a_part_of_the_input_is_not_stretched_over_the_rest():
    assert up_to_border(VALUES, (0, 0, 20, 30), (20, 300))[0] is VALUES


def shown_gate() -> Overlay:
    picture = Picture(np.zeros((20, 30, 3), np.uint8), "a.png")
    gate = LayerInfo("gate", 0, "spatial", (1, 2, 3), "sigmoid", places=(2, 3))
    made = PassInfo((gate,), (), (), Affine(0, 0, 1, 1), (20, 30), {})
    told = Message({"kind": "map", "id": 1, "extent": [-5, -5, 15, 25]}, {"values": VALUES})
    answers = {"map": Answer(Question("map", 0), told)}
    shown = overlay_of(Fields(picture=picture, pictured=picture, outcome=made, answers=answers))
    assert shown is not None
    return shown


def test_a_cell_on_the_border_is_read_as_the_one_that_it_repeats():
    shown = shown_gate()
    assert shown.at(29, 19) == ((1, 2), 5.0)
    assert shown.at(6, 4) == ((0, 1), 1.0)
    assert shown.cell == (10, 10)


def test_a_table_of_the_map_has_its_own_cells_alone(tmp_path):
    lines = write_overlay(tmp_path / "map.csv", shown_gate()).read_text(encoding="utf-8").splitlines()
    rows = [[float(part) for part in line.split(",")] for line in lines if line[0].isdigit()]
    assert len(rows) == 6
    assert rows[0] == [0, 0, -5, -5, 10, 10, 0]
    assert rows[-1] == [1, 2, 15, 5, 10, 10, 5]
