"""What may make a network is read from a file's text: the likeliest first, and nothing of it runs."""

from pathlib import Path

import pytest
from attnscope.models.errors import UserError
from attnscope.models.offers import Maker
from attnscope.models.zoo.makers import makers

PROJECT = '''
import os
os.system("touch was-run")
from torch import nn
from models.blocks import Gate

class Block(nn.Module):
    def __init__(self, width, heads=4):
        super().__init__()

class Encoder(Block):
    """A part, by a base of this file."""

class MyTransformer(nn.Module):
    def __init__(self, depth=6, *, classes):
        super().__init__()
        self.blocks = [Block(8) for _ in range(depth)]
        self.encoder = Encoder(8)

class Dataset:
    pass

def build_model(depth=6, num_classes=10):
    return MyTransformer(depth, classes=num_classes)

def train(model):
    return model

def accuracy(a, b):
    return a == b

def main():
    print(build_model())

net = MyTransformer(2, classes=3)
'''


@pytest.fixture
def file(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "net.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_function_that_needs_nothing_comes_before_classes_and_parts(file, tmp_path):
    found = makers(file(PROJECT))
    assert found[0] == Maker("build_model", "function", (), ("depth", "num_classes"), 23)
    assert {maker.name for maker in found} == {"build_model", "MyTransformer", "net", "Block", "Encoder", "train"}
    assert [maker.name for maker in found].index("MyTransformer") < [maker.name for maker in found].index("Block")
    assert not (tmp_path / "was-run").exists()


def test_arguments_without_a_default_are_told(file):
    needs = {maker.name: maker.needs for maker in makers(file(PROJECT))}
    assert needs["MyTransformer"] == ("classes",)
    assert needs["Block"] == ("width",)
    assert needs["net"] == ()


def test_a_class_without_an_init_needs_nothing(file):
    assert makers(file("import torch.nn as nn\nclass Net(nn.Sequential): pass\n"))[0].needs == ()


def test_a_file_without_networks_makes_none(file):
    assert makers(file("x = 1\ndef f(): print(x)\n")) == ()


@pytest.mark.parametrize(
    ("text", "word"), [("def (", "line 1"), ("\0", "no Python"), ("print 'two'", "line 1"), ("(" * 5000, "no Python")]
)
def test_what_is_no_python_is_said(file, text, word):
    with pytest.raises(UserError, match=word) as caught:
        makers(file(text))
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(UserError, match="There is no Python file"):
        makers(tmp_path / "gone.py")
