"""Code as people really have it: in classes, in folders without __init__.py, with a command line of its own."""

import sys
import sysconfig
from pathlib import Path

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo.default_preparation import guessed_preprocess
from attnscope.models.zoo.named_path import named_path
from attnscope.models.zoo.registry import load_model
from attnscope.models.zoo.user_code import importing_from
from torch import nn

CODE = """
import argparse
from torch import nn

parser = argparse.ArgumentParser()
parser.add_argument("--width", type=int, default=4)
options = parser.parse_args()

class Makers:
    @staticmethod
    def build():
        return nn.Linear(3, options.width)

    class Inner:
        network = nn.Linear(3, 6)

def placed(width, depth=2, /):
    return nn.Sequential(*(nn.Linear(width, width) for _ in range(depth)))
"""


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "net.py"
    path.write_text(CODE)
    return path


def refusal(spec: str, **options: object) -> str:
    with pytest.raises(UserError) as caught:
        load_model(spec, device="cpu", **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_maker_inside_a_class(file):
    assert load_model(f"{file}:Makers.build", device="cpu").model.out_features == 4
    assert load_model(f"{file}:Makers.Inner.network", device="cpu").model.out_features == 6
    assert "There is no Makers.nothing in net.py" in refusal(f"{file}:Makers.nothing")


def test_code_that_reads_its_command_line_finds_none_of_ours(file, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["attnscope", "layers", "net.py:build"])
    assert load_model(f"{file}:Makers.build", device="cpu").model.out_features == 4
    assert sys.argv == ["attnscope", "layers", "net.py:build"]


def test_arguments_that_have_no_name_are_given_by_place(file):
    assert len(load_model(f"{file}:placed?width=5", device="cpu").model) == 2
    assert [len(load_model(f"{file}:placed?depth=3&width=5", device="cpu").model)] == [3]
    assert "needs arguments (width)" in refusal(f"{file}:placed?depth=3")


@pytest.mark.parametrize("dots", [1, 2])
def test_relative_imports_without_a_package(tmp_path, dots):
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    parts = inner if dots == 1 else inner.parent
    (parts / "parts.py").write_text("from torch import nn\nLayer = nn.Linear\n")
    (inner / "net.py").write_text(f"from {'.' * dots}parts import Layer\ndef build():\n    return Layer(3, 5)\n")
    assert load_model(f"{inner / 'net.py'}:build", device="cpu").model.out_features == 5


def test_mistake_in_the_code_is_told_with_the_files_name(tmp_path):
    (tmp_path / "net.py").write_text("x = 1\ndef build(:\n")
    assert "(net.py, line 2)" in refusal(f"{tmp_path / 'net.py'}:build")


def test_python_itself_is_never_the_users_code():
    folder = Path(sysconfig.get_path("stdlib"))
    known = sys.modules.pop("this_is_new", None)
    with importing_from((folder,)):
        import colorsys
    assert known is None
    with importing_from((folder,)):
        assert sys.modules["colorsys"] is colorsys


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ((3, 48, 56), (48, 56)),
        (np.int64(48), (48, 48)),
        ((64,), (64, 64)),
        (True, (224, 224)),
        (0, (224, 224)),
        ((-1, 5), (224, 224)),
        ("48", (224, 224)),
        ((), (224, 224)),
        (100_000, (224, 224)),
    ],
)
def test_size_that_a_network_says_of_itself(said, size):
    network = nn.Identity()
    network.input_size = said
    assert guessed_preprocess(network).size == size


def test_size_inside_of_data_parallel():
    inner = nn.Identity()
    inner.input_size = 48
    assert guessed_preprocess(nn.DataParallel(inner)).size == (48, 48)


def test_size_that_cannot_be_asked_for():
    class Net(nn.Module):
        @property
        def input_size(self) -> int:
            raise RuntimeError("not yet")

    assert guessed_preprocess(Net()).size == (224, 224)


@pytest.mark.parametrize("text", ["x" * 5000, "~nobody_is_called_so/net.pth"])
def test_paths_that_nobody_can_look_up(text):
    with pytest.raises(UserError, match="cannot be looked up") as caught:
        named_path(text)
    assert len(str(caught.value)) < 200
    assert "cannot be looked up" in refusal("se/resnet18", weights=f"{text}.pth")


def test_long_names_are_cut_in_a_sentence():
    assert len(refusal("x" * 5000)) < 300


def test_arguments_of_another_type_are_told(tmp_path):
    assert refusal("se/resnet18?num_classes=x").startswith("se/resnet18 failed with TypeError")


def test_exported_program_is_shown_as_it_was_exported(tmp_path):
    (tmp_path / "net.py").write_text(
        "import torch\ndef build():\n"
        "    return torch.export.export(torch.nn.Linear(3, 3).eval(), (torch.zeros(1, 3),)).module()\n"
    )
    model = load_model(f"{tmp_path / 'net.py'}:build", device="cpu").model
    assert model(torch.zeros(1, 3)).shape == (1, 3)
