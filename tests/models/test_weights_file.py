"""A network with the weights of a file, built for what the file tells, and what is said of it."""

import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo.registry import load_model


def test_auxiliary_classifiers_do_not_matter(tmp_path):
    """They are for training only; a file without them still tells its number of classes."""
    pytest.importorskip("torchvision")
    trained = load_model("torchvision/googlenet?num_classes=10", "random", "cpu").model
    torch.save({name: t for name, t in trained.state_dict().items() if "aux" not in name}, tmp_path / "w.pth")
    loaded = load_model("torchvision/googlenet", tmp_path / "w.pth", "cpu")
    assert torch.equal(loaded.model.fc.weight, trained.fc.weight)
    assert not loaded.random_head
    assert any("auxiliary classifiers" in note for note in loaded.notes)


def test_stretched_position_embeddings_are_told(tmp_path):
    build = pytest.importorskip("timm").create_model
    for size, told in ((160, False), (96, True)):
        torch.save(build("test_vit", img_size=size, num_classes=7).state_dict(), tmp_path / "w.pth")
        notes = load_model("timm/test_vit", tmp_path / "w.pth", "cpu").notes
        assert any("stretched" in note for note in notes) == told


def test_network_without_classes_is_said_to_have_none():
    pytest.importorskip("timm")
    assert any("names no classes" in note for note in load_model("timm/test_vit?num_classes=0", "random", "cpu").notes)


def test_tour_network_takes_its_own_size_alone():
    from attnscope.models.model_request import Preparation

    with pytest.raises(UserError, match="96 x 96 pixels alone"):
        load_model("tour", device="cpu", preparation=Preparation(size=(40, 40)))
