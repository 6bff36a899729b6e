"""The networks that were loaded last stand in the pick list, with the weights that they were loaded with."""

from pathlib import Path

from attnscope.app.desk.recent_networks import with_recent
from attnscope.app.state.settings import Settings
from attnscope.models.offers import RECENT, Offer
from PySide6.QtCore import QSettings

OFFERS = (
    Offer("tour", kinds=(("heads", 3),), state="here", note="comes with the program"),
    Offer("torchvision/swin_t", "V1", (("heads", 12),), 28, state="download", bytes=7),
    Offer("torchvision/swin_t", "V2", (("heads", 12),), 28, state="here"),
)


def test_rows_that_were_loaded_last_are_marked():
    rows = with_recent(OFFERS, (("torchvision/swin_t", "V2"), ("tour", "")))
    assert [RECENT in row.note for row in rows] == [True, False, True]
    assert rows[0].note == "used last · comes with the program"


def test_a_network_without_a_choice_of_weights_is_its_first_row():
    assert [RECENT in row.note for row in with_recent(OFFERS, (("torchvision/swin_t", ""),))] == [False, True, False]


def test_code_of_ones_own_and_weights_out_of_files_are_rows_by_themselves():
    rows = with_recent(OFFERS, (("net.py:build", "best.pth"), ("torchvision/swin_t", "/runs/7.pth")))
    assert rows[0] == Offer("net.py:build", "best.pth", state="here", note=RECENT)
    assert rows[1] == Offer("torchvision/swin_t", "/runs/7.pth", (("heads", 12),), 28, state="here", note=RECENT)
    assert rows[2:] == OFFERS


def test_the_newest_eight_are_remembered(tmp_path: Path):
    for number in [*range(10), 4]:
        Settings(tmp_path / "s.ini").save_recent_model(f"net{number}.py:build", "w.pth")
    found = [model for model, _ in Settings(tmp_path / "s.ini").recent_models()]
    assert found == [f"net{number}.py:build" for number in (4, 9, 8, 7, 6, 5, 3, 2)]


def test_what_cannot_be_read_counts_as_never_written(tmp_path: Path):
    for text in ("nonsense", "3", '["a", ["b"], [1, 2], ["c", "d", "e"]]'):
        store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
        store.setValue("recent_models", text)
        store.sync()
        assert Settings(tmp_path / "s.ini").recent_models() == ()
