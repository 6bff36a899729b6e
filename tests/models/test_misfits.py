"""Weights that do not fit a network are told the likely cause, and what to do."""

import pytest
import torch
from torch import nn
from torch.nn.utils import prune

from .fitted_networks import Net, cause, fitted


class Renamed(Net):
    def __init__(self, gated: bool) -> None:
        super().__init__(gated=gated)
        for block in self.blocks:
            block.weigher = block.gate
            del block.gate


@pytest.mark.parametrize(
    ("network", "trained", "words"),
    [
        (Net(), Net(blocks=5), "it has 5 blocks in blocks where the network has 3"),
        (Net(), Net(blocks=2), "it has 2 blocks in blocks where the network has 3"),
        (Net(), Net(width=8), "widths differ throughout (stem.weight: 8, here 5)"),
        (Net(), Net(channels=1), "it takes images of 1 channel where the network takes 3"),
        (Net(), Net(gated=True), "it has gate in 3 places where this network has none"),
        (Net(gated=True), Net(), "it lacks gate in 3 places"),
        (Net(gated=True), Renamed(gated=True), "it has weigher in 3 places where this network has gate in 3 places"),
        (Net(), nn.Linear(3, 3), "another architecture"),
    ],
)
def test_cause_of_a_misfit(network, trained, words):
    assert words in cause(network, trained)


def test_same_network_under_other_names():
    weights = {f"x{number}": tensor for number, tensor in enumerate(Net().state_dict().values())}
    assert "same sizes under other names" in cause(Net(), weights)


@pytest.mark.parametrize("classes", [7, 3])
@pytest.mark.parametrize(("size", "words"), [(96, "36 tokens"), (64, "16 tokens")])
def test_other_input_size_is_worked_out(classes, size, words):
    build = pytest.importorskip("timm").create_model
    network = build("test_vit", img_size=160, num_classes=7)
    trained = build("test_vit", img_size=size, num_classes=classes)
    tokens = int(words.split()[0]) + network.pos_embed.shape[1] - 100
    told = cause(network, trained)
    assert f"pos_embed: {tokens} tokens" in told
    assert told.endswith(f"give --size {size}.")


def test_other_input_size_that_is_not_square():
    build = pytest.importorskip("timm").create_model
    told = cause(build("test_vit"), build("test_vit", img_size=(64, 96)))
    assert told.endswith("give the --size that it was trained at.")


def test_other_windows():
    build = pytest.importorskip("timm").create_model
    network = build("swin_tiny_patch4_window7_224", depths=(1, 1))
    trained = build("swin_tiny_patch4_window7_224", depths=(1, 1), window_size=12, img_size=384)
    assert "its windows are 12 x 12 where the network's are 7 x 7" in cause(network, trained)


def test_windows_of_the_whole_image():
    build = pytest.importorskip("timm").create_model
    parts = {"embed_dim": 12, "depth": 1, "num_heads": 2, "num_classes": 3}
    network = build("beit_base_patch16_224", img_size=64, **parts)
    assert cause(network, build("beit_base_patch16_224", img_size=96, **parts)).endswith("give --size 96.")


def test_whole_numbers_for_a_matrix():
    weights = Net().state_dict()
    assert "another type of numbers" in cause(Net(), weights | {"fc.weight": weights["fc.weight"].to(torch.int8)})
    assert "another type of numbers" in cause(Net(), weights | {"fc.weight": weights["fc.weight"].to(torch.complex64)})


def test_pruned_network():
    trained = Net()
    prune.l1_unstructured(trained.stem, "weight", 0.5)
    assert "prune.remove" in cause(Net(), trained)


def test_table_tells_each_difference_once():
    found = fitted(Net(), Net(classes=4, width=8, gated=True)).misfit()
    assert [row.name for row in found.rows[:3]] == ["stem.weight", "stem.bias", "blocks.0.conv.weight"]
    assert (found.rows[0].wanted, found.rows[0].found) == ("5 x 3 x 3 x 3", "8 x 3 x 3 x 3")
    assert (found.matched, found.missing, found.unexpected) == (3, 0, 6)
    assert found.other_size == 2 + 3 * 6 + 2


def test_head_of_other_classes_hides_no_other_cause():
    """Where the body differs too, the cause is looked for there."""
    assert "it lacks gate in 3 places" in cause(Net(gated=True), Net(classes=3))
    assert "it has gate in 3 places" in cause(Net(), Net(classes=3, gated=True))


def test_one_missing_tensor_is_named():
    weights = {name: tensor for name, tensor in Net().state_dict().items() if name != "blocks.1.norm.weight"}
    assert "it lacks blocks.1.norm.weight: " in cause(Net(), weights)


def test_equal_names_of_heads_make_no_equal_architecture():
    """The two tensors of a head called fc are not two of six that agree."""

    class Small(nn.Module):
        def __init__(self, classes: int) -> None:
            super().__init__()
            self.conv, self.fc = nn.Conv2d(3, 4, 3), nn.Linear(4, classes)

    class Other(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.rnn, self.fc = nn.GRU(3, 4), nn.Linear(9, 7)

    assert "another architecture" in cause(Small(5), Other())
