"""A misfit is shown with its cause, its counts and its tensors side by side."""

import pytest
from attnscope.models.offers import Misfit, MisfitRow
from attnscope.widgets.networks.fit_table import FitTable
from PySide6.QtWidgets import QLabel, QTableWidget

from .acting import shown

ROWS = (
    MisfitRow("fc.weight", "1000 x 2048", "10 x 2048"),
    MisfitRow("table", "529 x 12", ""),
    MisfitRow("gate.weight", "", "128 x 2048"),
)
CAUSE = "It has 10 classes where the network has 1000: build it with 10 classes."


@pytest.fixture
def table(qtbot) -> FitTable:
    return shown(qtbot, FitTable(), 700, 300)


def cells(table: FitTable) -> list[list[str]]:
    grid = table.findChild(QTableWidget)
    return [[grid.item(row, column).text() for column in range(3)] for row in range(grid.rowCount())]


def texts(table: FitTable) -> list[str]:
    return [one.text() for one in table.findChildren(QLabel)]


def test_every_row_names_both_sides(table):
    table.set_misfit(Misfit(ROWS, 1, 1, 1, 158, CAUSE, only_head=False))
    assert cells(table) == [
        ["fc.weight", "1000 x 2048", "10 x 2048"],
        ["table", "529 x 12", "not there"],
        ["gate.weight", "no place for it", "128 x 2048"],
    ]


def test_the_cause_stands_above(table):
    table.set_misfit(Misfit(ROWS, 1, 1, 1, 158, CAUSE, only_head=False))
    assert CAUSE in texts(table)


def test_counts_leave_out_noughts_and_say_when_rows_are_left_out(table):
    table.set_misfit(Misfit(ROWS, 1, 1, 1, 158, CAUSE, only_head=False))
    said = "158 fit · 1 of another size · 1 that the file lacks · 1 that the network has no place for"
    assert said in texts(table)
    table.set_misfit(Misfit(ROWS[:1], missing=0, unexpected=0, other_size=2, matched=0, cause=CAUSE, only_head=True))
    assert "2 of another size (the first 1 are shown)" in texts(table)


def test_another_misfit_replaces_the_rows(table):
    table.set_misfit(Misfit(ROWS, 1, 1, 1, 158, CAUSE, only_head=False))
    table.set_misfit(Misfit(ROWS[1:2], 1, 0, 0, 160, CAUSE, only_head=False))
    assert cells(table) == [["table", "529 x 12", "not there"]]


def test_a_name_too_long_for_its_column_is_whole_in_the_tool_tip(table):
    name = "layer." * 60 + "weight"
    table.set_misfit(Misfit((MisfitRow(name, "3", "4"),), 0, 0, 1, 1, CAUSE, only_head=False))
    grid = table.findChild(QTableWidget)
    assert grid.item(0, 0).toolTip() == name
    assert grid.columnWidth(0) + grid.columnWidth(1) + grid.columnWidth(2) <= grid.viewport().width()


def test_screen_readers_hear_cause_and_counts(table):
    table.set_misfit(Misfit(ROWS, 1, 1, 1, 158, CAUSE, only_head=False))
    said = table.findChild(QTableWidget).accessibleDescription()
    assert said.startswith(CAUSE)
    assert "158 fit" in said
