"""A folder's pictures are found by their names, in the order in which people count, or one sentence says why not."""

import os
import sys
from pathlib import Path

import pytest
from attnscope.models.errors import UserError
from attnscope.models.pictures.picture_folders import in_order, natural_key, pictures_in
from PIL import Image


def touched(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_numbers_in_names_are_sorted_by_their_value(tmp_path):
    folder = touched(tmp_path, "img10.png", "img2.png", "IMG1.png", "img02b.png", "a.png")
    assert names(pictures_in(folder)) == ["a.png", "IMG1.png", "img2.png", "img02b.png", "img10.png"]


def test_mixed_names_can_be_compared():
    assert sorted(["7", "b", "a7", "", "٣", "a"], key=natural_key) == ["", "٣", "7", "a", "a7", "b"]


def test_only_what_ends_like_a_picture_counts(tmp_path):
    odd = ["夏 天#1 100%.JPEG", "b c.tif"]
    touched(tmp_path, *odd, "notes.txt", "clip.mp4", "weights.pth", ".hidden.png", "._a.jpg")
    (tmp_path / "folder.png").mkdir()
    assert set(names(pictures_in(tmp_path))) == set(odd)


def test_a_name_without_an_ending_is_told_by_its_first_bytes(tmp_path):
    Image.new("RGB", (3, 3)).save(tmp_path / "ILSVRC_0001", "JPEG")
    touched(tmp_path, "README", "a.png")
    assert names(pictures_in(tmp_path)) == ["a.png", "ILSVRC_0001"]


def test_a_folder_of_folders_gives_theirs_one_after_the_other_one_level_down(tmp_path):
    touched(tmp_path / "class10", "1.png")
    touched(tmp_path / "class2", "2.png", "1.png")
    touched(tmp_path / ".cache", "3.png")
    touched(tmp_path / "class2" / "deeper", "4.png")
    found = [path.relative_to(tmp_path).as_posix() for path in pictures_in(tmp_path)]
    assert found == ["class2/1.png", "class2/2.png", "class10/1.png"]


def test_its_own_pictures_are_preferred_to_those_in_its_folders(tmp_path):
    touched(tmp_path / "raw", "1.png")
    assert names(pictures_in(touched(tmp_path, "0.png"))) == ["0.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_followed_and_broken_ones_left_out(tmp_path):
    touched(tmp_path, "real.png")
    (tmp_path / "link.png").symlink_to(tmp_path / "real.png")
    (tmp_path / "broken.png").symlink_to(tmp_path / "gone.png")
    (tmp_path / "round.png").symlink_to(tmp_path / "round.png")
    assert names(pictures_in(tmp_path)) == ["link.png", "real.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes of this kind")
def test_a_pipe_is_no_picture(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    os.mkfifo(tmp_path / "pipe")
    assert names(pictures_in(touched(tmp_path, "a.png"))) == ["a.png"]


def test_a_folder_without_pictures_is_said(tmp_path):
    with pytest.raises(UserError, match="no picture in empty"):
        pictures_in(touched(tmp_path / "empty", "notes.txt"))


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        pictures_in(tmp_path / "gone")


def test_a_folder_that_must_not_be_read_is_said(tmp_path, monkeypatch):
    closed = touched(tmp_path / "closed", "a.png")
    close(monkeypatch, closed)
    with pytest.raises(UserError, match="closed must not be read"):
        pictures_in(closed)


def test_a_folder_in_it_that_must_not_be_read_does_not_hide_the_others(tmp_path, monkeypatch):
    touched(tmp_path / "open", "a.png")
    close(monkeypatch, touched(tmp_path / "closed", "b.png"))
    assert names(pictures_in(tmp_path)) == ["a.png"]


def close(monkeypatch, folder: Path) -> None:
    """As the system answers somebody who has no right to read it: a test may run as one who has every right."""
    scandir = os.scandir

    def refusing(path):
        if Path(path) == folder:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)


def test_each_path_comes_once_and_folders_stay_together():
    paths = [Path("b/1.png"), Path("a/10.png"), Path("a/9.png"), Path("b/1.png")]
    assert in_order(paths) == [Path("a/9.png"), Path("a/10.png"), Path("b/1.png")]
