"""A network that cannot take a picture is answered with the reason and with what to do."""

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.pictures.preprocess import Preprocess
from attnscope.models.recording.passes import record_picture
from attnscope.models.zoo.loaded import Loaded
from torch import Tensor, nn

PICTURE = np.random.default_rng(0).integers(0, 256, (40, 50, 3)).astype(np.uint8)


class Masked(nn.Module):
    def forward(self, image: Tensor, mask: Tensor) -> Tensor:
        return image * mask


class Keyword(nn.Module):
    def forward(self, *, image: Tensor) -> Tensor:
        return image


class Stray(nn.Module):
    """Its table is a plain attribute, which stays where it was made."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.table = torch.zeros(4, 1, 1, device="meta")

    def forward(self, image: Tensor) -> Tensor:
        return self.conv(image) + self.table


class Optional(nn.Module):
    def forward(self, image: Tensor, mask: Tensor | None = None) -> Tensor:
        return image.mean((2, 3))


def refusal(network: nn.Module) -> str:
    loaded = Loaded(network.eval(), Preprocess((32, 32)), (), "net.py:build", "net.py:build")
    with pytest.raises(UserError) as caught:
        record_picture(loaded, PICTURE)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "net.py:build" in sentence
    return sentence


def test_two_inputs():
    sentence = refusal(Masked())
    assert "wants 2 inputs (image, mask)" in sentence
    assert "give the others defaults" in sentence


def test_no_input_by_place():
    assert "takes no input" in refusal(Keyword())


@pytest.mark.parametrize(("channels", "word"), [(1, "1 channel,"), (4, "4 channels,"), (6, "6 channels,")])
def test_another_number_of_channels(channels, word):
    sentence = refusal(nn.Sequential(nn.Conv2d(channels, 4, 3), nn.Flatten()))
    assert f"wants images of {word}" in sentence
    assert "load a module that makes" in sentence


def test_another_input_size():
    sentence = refusal(nn.Sequential(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(4 * 62 * 62, 10)))
    assert "cannot take an input of 32 x 32 pixels" in sentence
    assert "--size" in sentence


def test_a_tensor_on_another_device():
    sentence = refusal(Stray())
    assert "keeps a tensor on another device than its weights (meta)" in sentence
    assert "register_buffer" in sentence


def test_whatever_else_goes_wrong_is_told_in_its_own_words():
    class Broken(nn.Module):
        def forward(self, image: Tensor) -> Tensor:
            raise KeyError("no such block")

    assert "failed with KeyError: 'no such block'" in refusal(Broken())


def test_inputs_with_defaults_are_no_hindrance():
    loaded = Loaded(Optional().eval(), Preprocess((32, 32)), ("one", "two"), "net", "net")
    info = record_picture(loaded, PICTURE).info
    assert info.notes == (
        "There are 2 class names for 3 classes, so none is shown: "
        "give the file of labels that belongs to these weights.",
    )
    assert info.predictions[0].label.startswith("class ")


class Saliency(nn.Module):
    """Asks autograd while it runs."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)

    def forward(self, image: Tensor) -> Tensor:
        scores = self.conv(image.requires_grad_()).mean((2, 3))
        return torch.autograd.grad(scores.sum(), image)[0]


def test_gradients_inside_of_forward():
    assert "torch.enable_grad()" in refusal(Saliency())
