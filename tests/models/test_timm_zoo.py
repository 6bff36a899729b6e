"""timm's networks: weights out of its caches, names, sizes, arguments, and its authors' own checkpoints."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo import timm_weights
from attnscope.models.zoo.order import Order
from attnscope.models.zoo.timm_zoo import timm_filtered, timm_network
from safetensors.torch import save_file

timm = pytest.importorskip("timm")

TEST_VIT = "test_vit.r160_in1k"
"""timm's own small network, of 0.4 million parameters."""


@pytest.fixture(autouse=True)
def caches(tmp_path, monkeypatch) -> Path:
    """The hub's cache and torch.hub's, empty."""
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hf"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    return tmp_path


def refusal(**order: Any) -> str:
    with pytest.raises(UserError) as caught:
        timm_network(Order(**order))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def keep(caches: Path, name: str, network: torch.nn.Module, file: str = "model.safetensors") -> Path:
    """Puts a network's weights where the hub's cache has those of timm/NAME."""
    place = caches / "hf" / f"models--timm--{name}"
    snapshot = place / "snapshots" / "c0ffee"
    snapshot.mkdir(parents=True)
    (place / "refs").mkdir()
    (place / "refs" / "main").write_text("c0ffee")
    if file.endswith(".safetensors"):
        save_file(network.state_dict(), snapshot / file)
    else:
        torch.save(network.state_dict(), snapshot / file)
    return snapshot / file


def trained(**options: Any) -> torch.nn.Module:
    torch.manual_seed(5)
    return timm.create_model("test_vit", **options).eval()


@pytest.mark.parametrize("file", ["model.safetensors", "pytorch_model.bin"])
def test_weights_in_the_hubs_cache_are_used(caches, file):
    keep(caches, TEST_VIT, trained(), file)
    built = timm_network(Order(TEST_VIT))
    image = torch.rand(1, 3, 160, 160)
    assert torch.equal(built.network.eval()(image), trained()(image))
    assert (built.random_weights, built.weights, built.title) == (False, "r160_in1k", TEST_VIT)
    assert built.labels[:2] == ("tench", "goldfish")
    assert built.notes == ()


def test_weights_in_torch_hubs_folder_are_used(caches):
    url = timm.get_pretrained_cfg("resnet18.a1_in1k").url
    kept = caches / "torch" / "hub" / "checkpoints" / url.rpartition("/")[2]
    kept.parent.mkdir(parents=True)
    torch.save(timm.create_model("resnet18").state_dict(), kept)
    assert not timm_network(Order("resnet18.a1_in1k")).random_weights


def test_weights_that_are_not_here_are_spoken_of_and_not_fetched():
    built = timm_network(Order(TEST_VIT))
    assert built.random_weights
    assert "--download" in built.notes[0]
    assert "--download" in refusal(name="test_vit", weights="r160_in1k")


def test_download_puts_the_file_in_the_cache_and_loads_it(caches, monkeypatch):
    # Stands in for the hub, which the tests of downloads play.
    def fetched(repository: str, choose: Any, progress: Any) -> list[Path]:
        assert repository == f"timm/{TEST_VIT}"
        assert choose(["README.md", "pytorch_model.bin", "model.safetensors"]) == ["model.safetensors"]
        with pytest.raises(UserError):
            choose(["README.md"])
        return [keep(caches, TEST_VIT, trained())]

    monkeypatch.setattr(timm_weights, "fetch_files", fetched)
    built = timm_network(Order(TEST_VIT, download=True))
    assert torch.equal(built.network.head.weight, trained().head.weight)


def test_other_number_of_classes_leaves_the_head_out_and_says_so(caches):
    keep(caches, TEST_VIT, trained())
    built = timm_network(Order(TEST_VIT, arguments={"num_classes": 7}))
    assert built.network.head.out_features == 7
    assert built.random_head
    assert "1000 classes" in built.notes[0]
    assert torch.equal(built.network.patch_embed.proj.weight, trained().patch_embed.proj.weight)


def test_position_embeddings_follow_the_input(caches):
    keep(caches, TEST_VIT, trained())
    built = timm_network(Order(TEST_VIT, size=(96, 64)))
    assert built.network.pos_embed.shape[1] == 6 * 4 + trained().pos_embed.shape[1] - 100
    assert built.network.eval()(torch.zeros(1, 3, 96, 64)).shape == (1, 1000)


def test_size_is_no_matter_to_a_network_that_takes_any():
    assert timm_network(Order("test_resnet", size=(96, 64), random=True)).random_weights


def test_size_as_an_argument():
    assert timm_network(Order("test_vit", arguments={"img_size": 96}, random=True)).preprocess.size == (96, 96)


def test_damaged_weights_are_named(caches):
    path = keep(caches, TEST_VIT, trained())
    path.write_bytes(path.read_bytes()[:5000])
    assert str(path) in refusal(name=TEST_VIT)


def test_weights_of_another_network_are_named(caches):
    assert "does not fit" in refusal_of(keep(caches, TEST_VIT, timm.create_model("test_resnet")))


def refusal_of(path: Path) -> str:
    sentence = refusal(name=TEST_VIT)
    assert str(path) in sentence
    return sentence


def test_record_of_the_weights_tells_how_images_are_prepared():
    prepare = timm_network(Order(TEST_VIT, random=True)).preprocess
    config = timm.data.resolve_data_config({}, pretrained_cfg=timm.get_pretrained_cfg(TEST_VIT).to_dict())
    image = np.random.default_rng(0).integers(0, 256, (200, 300, 3)).astype(np.uint8)
    from PIL import Image

    expected = timm.data.create_transform(**config)(Image.fromarray(image)).numpy()
    assert np.abs(prepare.apply(image) - expected).max() < 1e-5


def test_random_weights_are_the_same_every_time():
    first, second = (timm_network(Order("test_vit", random=True)).network.state_dict().values() for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


def test_larger_imagenets_have_names():
    name = "vit_tiny_patch16_224.augreg_in21k"
    labels = timm_network(Order(name, random=True)).labels
    assert len(labels) == 21843
    assert labels == tuple(timm.data.ImageNetInfo("imagenet-21k-goog").label_descriptions())


def test_old_name_means_todays_network():
    built = timm_network(Order("vit_tiny_patch16_224_in21k", random=True))
    assert built.title == "vit_tiny_patch16_224.augreg_in21k"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ({"name": "resnt18"}, ["resnet18"]),
        ({"name": "qqqqqqqqqq"}, ["attnscope models"]),
        ({"name": "resnet18.mine"}, ["'mine'", "a1_in1k", "tv_in1k"]),
        ({"name": "resnet18", "weights": "mine"}, ["'mine'", "a1_in1k"]),
        ({"name": "hf-hub:org/name"}, ["hf/ORG/NAME"]),
        ({"name": "test_vit", "arguments": {"depht": 3}}, ["no argument depht", "embed_dim"]),
        ({"name": "test_vit", "arguments": {"features_only": True}}, ["features_only"]),
        ({"name": "test_vit", "arguments": {"pretrained": True}}, ["pretrained"]),
        ({"name": "test_vit", "arguments": {"in_chans": 1}}, ["1 channels"]),
        ({"name": "test_vit", "arguments": {"num_heads": 7}}, ["timm/test_vit", "divisible"]),
    ],
)
def test_what_cannot_be_is_answered_in_a_sentence(order, words):
    sentence = refusal(**order)
    for word in words:
        assert word in sentence


def test_missing_timm_names_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "timm", None)
    assert 'pip install "attnscope[timm]"' in refusal(name="test_vit")


# ---------------------------------------------------------------------- checkpoints of the papers' authors


def test_patches_that_were_flattened_and_registers_of_another_name():
    small = {"img_size": 56, "patch_size": 14, "embed_dim": 16, "depth": 1, "num_heads": 2, "num_classes": 0}
    network = timm.models.VisionTransformer(reg_tokens=2, no_embed_class=True, **small)
    own = network.state_dict()
    theirs = dict(own) | {"mask_token": torch.zeros(1, 16), "register_tokens": torch.full((1, 2, 16), 4.0)}
    theirs["patch_embed.proj.weight"] = own["patch_embed.proj.weight"].flatten(1)
    theirs["pos_embed"] = torch.zeros(1, 17, 16)
    del theirs["reg_token"]
    found = timm_filtered(network, theirs)
    assert found is not None
    network.load_state_dict(found)
    assert network.reg_token.unique().tolist() == [4.0]
    assert found["patch_embed.proj.weight"].shape == (16, 3, 14, 14)


def test_swins_own_buffers_are_left_out_and_its_table_fitted():
    small = {"embed_dim": 12, "depths": (1, 1), "num_heads": (2, 2), "window_size": 4, "num_classes": 3}
    network = timm.create_model("swin_tiny_patch4_window7_224", img_size=64, **small)
    theirs = dict(network.state_dict()) | {"layers.0.blocks.0.attn.relative_position_index": torch.zeros(16, 16)}
    theirs["layers.0.blocks.0.attn.relative_position_bias_table"] = torch.zeros(13 * 13, 2)
    found = timm_filtered(network, theirs)
    assert found is not None
    assert "layers.0.blocks.0.attn.relative_position_index" not in found
    network.load_state_dict(found, strict=False)


def test_position_embeddings_of_another_size_are_fitted():
    network = timm.create_model("test_vit", img_size=96)
    larger = timm.create_model("test_vit", img_size=160).state_dict()
    found = timm_filtered(network, larger)
    assert found is not None
    network.load_state_dict(found)
    assert larger["pos_embed"].shape != found["pos_embed"].shape


def test_tensors_that_a_filter_chokes_on_are_none():
    assert timm_filtered(timm.create_model("test_vit"), {"pos_embed": torch.zeros(1)}) is None


def test_other_networks_have_no_filter():
    assert timm_filtered(torch.nn.Linear(2, 2), {}) is None
