"""Which pictures of the program are taken, and that a state which does not come about ends the run."""

from types import SimpleNamespace

import pytest
from attnscope.app.state.state import State

from . import screenshots, shot_desk
from .shot_desk import NETWORKS, ShotDesk, Unsettled
from .shot_views import VIEWS


def asked(monkeypatch, *words: str):
    monkeypatch.setattr("sys.argv", ["screenshots", *words])
    return screenshots.arguments()


def test_every_view_is_taken_in_every_theme_and_size_unless_told_otherwise(monkeypatch):
    chosen = asked(monkeypatch)
    wished = list(screenshots.wished(chosen))
    assert len(set(wished)) == len(wished) == len(VIEWS) * 2 * 3
    assert {view for _, _, view in wished} == set(VIEWS)
    assert chosen.languages == ["en", "zh_CN"]


def test_a_few_are_taken_where_a_few_are_named(monkeypatch):
    chosen = asked(monkeypatch, "out", "--only", "heads,wall", "--themes", "dark", "--sizes", "1024x700")
    assert list(screenshots.wished(chosen)) == [("dark", "1024x700", "heads"), ("dark", "1024x700", "wall")]
    assert chosen.folder.name == "out"


def test_a_view_that_is_not_known_is_refused_with_those_that_are(monkeypatch, capsys):
    with pytest.raises(SystemExit):
        asked(monkeypatch, "--only", "heads,zebra")
    told = capsys.readouterr().err
    assert "zebra" in told
    assert "wall" in told


def test_the_readme_shows_views_that_there_are(monkeypatch):
    chosen = asked(monkeypatch, "--readme")
    assert {view for _, _, view in screenshots.wished(chosen)} <= set(VIEWS)
    assert {network for network, _ in VIEWS.values()} == set(NETWORKS)


def test_what_does_not_settle_ends_the_run_with_an_error(qapp, monkeypatch):
    monkeypatch.setattr(shot_desk, "PATIENCE_MS", 1)
    shot = ShotDesk.__new__(ShotDesk)
    shot.application, shot.desk = qapp, SimpleNamespace(state=State())
    with pytest.raises(Unsettled, match="did not settle"):
        shot.wait(lambda: False)
