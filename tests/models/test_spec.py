"""A MODEL is taken apart as it is written, or answered with what is understood."""

from pathlib import Path

import pytest
from attnscope.models.errors import UserError
from attnscope.models.zoo.spec import parsed


@pytest.mark.parametrize(
    ("text", "source", "place", "name"),
    [
        ("tour", "tour", "", "tour"),
        ("cbam/resnet50", "cbam", "", "resnet50"),
        ("timm/vit_small_patch16_224.augreg_in1k", "timm", "", "vit_small_patch16_224.augreg_in1k"),
        ("hf/google/vit-base-patch16-224", "hf", "", "google/vit-base-patch16-224"),
        ("hf//home/ann/swin", "hf", "", "/home/ann/swin"),
        ("path/to/net.py:build", "file", "path/to/net.py", "build"),
        (r"C:\nets\net.py:Net", "file", r"C:\nets\net.py", "Net"),
        ("package.module:build", "module", "package.module", "build"),
    ],
)
def test_forms_of_a_model(text, source, place, name):
    spec = parsed(text)
    assert (spec.source, spec.place, spec.name, spec.arguments) == (source, place, name, {})


def test_arguments_are_values_as_python_writes_them():
    spec = parsed("net.py:build?depth=50&rate=0.1&gates=se&wide=true&none=None&sizes=[1,2]&text=a%20b&name='x'")
    assert spec.name == "build"
    assert spec.arguments == {
        "depth": 50,
        "rate": 0.1,
        "gates": "se",
        "wide": True,
        "none": None,
        "sizes": [1, 2],
        "text": "a b",
        "name": "x",
    }


def test_a_folder_as_transformers_saves_it_is_a_model(tmp_path: Path):
    (tmp_path / "config.json").write_text("{}")
    assert parsed(str(tmp_path)).source == "hf"


@pytest.mark.parametrize("text", ["", "resnet50", "cat.jpg", ":", "a b:c", "torch.nn:1x", "cbam/", "x/resnet50"])
def test_what_is_no_model_is_answered_with_what_is_understood(text):
    with pytest.raises(UserError, match=r"path/to/file\.py:callable"):
        parsed(text)


def test_a_file_without_a_callable_is_told_what_is_missing():
    with pytest.raises(UserError, match=r"^net.py needs the name of what makes the network: net.py:NAME\.$"):
        parsed("net.py")


def test_arguments_that_cannot_be_read_are_refused():
    with pytest.raises(UserError, match="depth=50"):
        parsed("net.py:build?depth")
