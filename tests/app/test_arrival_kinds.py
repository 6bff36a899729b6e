"""Files are told apart by their names, folders by what lies in them; the first of each sort counts."""

from pathlib import Path

import pytest
from attnscope.app.arrival_kinds import Sorted, sorted_by_kind


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        *((f"w{end}", "weights") for end in (".pth", ".PT", ".bin", ".ckpt", ".safetensors", ".pkl", ".pth.tar")),
        *((name, "weights") for name in ("model.safetensors.index.json", "pytorch_model.bin.index.json")),
        ("net.py", "code"),
        ("names.txt", "labels"),
        ("classes.json", "labels"),
        *((name, "picture") for name in ("cat.jpg", "scan.tif", "no-ending", "notes.docx")),
    ],
)
def test_a_file_is_told_by_its_name(name, sort):
    assert sorted_by_kind([Path(name)]) == Sorted(**{sort: Path(name)})


def test_one_of_each_may_come_at_once(tmp_path: Path):
    (tmp_path / "swin").mkdir()
    (tmp_path / "swin" / "config.json").touch()
    (tmp_path / "photos").mkdir()
    code, first, second = Path("net.py"), Path("a.png"), Path("b.png")
    found = sorted_by_kind([first, tmp_path / "swin", second, code])
    assert found == Sorted(picture=first, weights=tmp_path / "swin", code=code)
    assert sorted_by_kind([tmp_path / "photos"]).picture == tmp_path / "photos"
