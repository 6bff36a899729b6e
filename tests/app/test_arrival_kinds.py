"""Files are told apart by their names, folders by what lies in them; of all but pictures the first counts."""

from pathlib import Path

import pytest
from attnscope.app.pictures.arrival_kinds import Sorted, sorted_by_kind


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        *((f"w{end}", "weights") for end in (".pth", ".PT", ".bin", ".ckpt", ".safetensors", ".pkl", ".pth.tar")),
        *((name, "weights") for name in ("model.safetensors.index.json", "pytorch_model.bin.index.json")),
        ("net.py", "code"),
        ("names.txt", "labels"),
        ("classes.json", "labels"),
        *((name, "video") for name in ("clip.mp4", "夏 #1.MOV", "a.webm", "b.mkv", "c.avi")),
        ("lecture.attnsession", "session"),
    ],
)
def test_a_file_is_told_by_its_name(name, sort):
    assert sorted_by_kind([Path(name)]) == Sorted(**{sort: Path(name)})


@pytest.mark.parametrize("name", ["cat.jpg", "scan.tif", "move.gif", "no-ending", "notes.docx"])
def test_whatever_else_it_is_is_taken_for_a_picture(name):
    assert sorted_by_kind([Path(name)]) == Sorted((Path(name),))


def test_one_of_each_may_come_at_once_and_every_picture_counts(tmp_path: Path):
    (tmp_path / "swin").mkdir()
    (tmp_path / "swin" / "config.json").touch()
    code, first, second = Path("net.py"), Path("a.png"), Path("b.png")
    found = sorted_by_kind([first, tmp_path / "swin", second, code, Path("other.py")])
    assert found == Sorted(pictures=(first, second), weights=tmp_path / "swin", code=code)
    assert found.picture == first


def test_a_folder_is_one_of_pictures_also_when_it_is_named_like_a_film(tmp_path: Path):
    for name in ("photos", "frames.mp4"):
        (tmp_path / name).mkdir()
        assert sorted_by_kind([tmp_path / name]) == Sorted((tmp_path / name,))
