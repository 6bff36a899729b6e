"""torchvision's networks: weights by name and from its own folder, arguments, sizes, and sentences for the rest."""

import hashlib
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo.order import Order
from attnscope.models.zoo.torchvision_zoo import torchvision_network

models = pytest.importorskip("torchvision.models")


@pytest.fixture(autouse=True)
def checkpoints(tmp_path, monkeypatch) -> Path:
    """torch.hub's folder, empty."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    folder = tmp_path / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    return folder


def refusal(**order: Any) -> str:
    with pytest.raises(UserError) as caught:
        torchvision_network(Order(**order))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def keep(folder: Path, record: Any, network: torch.nn.Module, value: float) -> None:
    """Puts a file of weights, all of one value, where torch.hub keeps the record's."""
    state = network.state_dict()
    # Expanded from one number, which makes the file small.
    weights = {
        name: torch.tensor(value, dtype=one.dtype, device="cpu").expand(one.shape) for name, one in state.items()
    }
    torch.save(weights, folder / record.url.rpartition("/")[2])


def test_weights_of_a_name_are_those_that_are_loaded(checkpoints):
    records = models.MobileNet_V3_Large_Weights
    for value, record in enumerate(records, 3):
        keep(checkpoints, record, models.mobilenet_v3_large(), value)
    for value, record in enumerate(records, 3):
        built = torchvision_network(Order("mobilenet_v3_large", weights=record.name))
        assert built.network.classifier[3].bias.unique().tolist() == [value]
        assert (built.weights, built.random_weights) == (record.name, False)
        assert built.preprocess.resize == record.transforms().resize_size[0]


def test_default_weights_that_are_not_here_are_spoken_of():
    built = torchvision_network(Order("squeezenet1_1"))
    assert built.random_weights
    assert built.labels[1] == "goldfish"
    assert "IMAGENET1K_V1" in built.notes[0]
    assert "--download" in built.notes[0]
    assert "5 MB" in built.notes[0]


def test_weights_asked_for_by_name_must_be_here():
    assert "--download" in refusal(name="squeezenet1_1", weights="IMAGENET1K_V1")


def test_unknown_weights_name_those_that_there_are():
    sentence = refusal(name="resnet50", weights="V7")
    assert "IMAGENET1K_V1, IMAGENET1K_V2" in sentence


def test_weights_of_other_classes_are_refused_in_a_sentence():
    sentence = refusal(name="squeezenet1_1", weights="IMAGENET1K_V1", arguments={"num_classes": 7})
    assert "1000 classes, not 7" in sentence


@pytest.mark.parametrize("order", [{"arguments": {"num_classes": 7}}, {"classes": 7, "random": True}])
def test_number_of_classes(order):
    built = torchvision_network(Order("squeezenet1_1", **order))
    assert built.network.eval()(torch.zeros(1, 3, 64, 64)).shape == (1, 7)
    assert built.labels == ()


def test_unknown_argument_names_those_that_there_are():
    sentence = refusal(name="resnet18", arguments={"depth": 7})
    assert "no argument depth" in sentence
    assert "num_classes, zero_init_residual" in sentence


def test_argument_of_a_wrong_kind_is_one_sentence():
    assert "torchvision/resnet18" in refusal(name="resnet18", arguments={"num_classes": "many"})


def test_transformer_for_another_size():
    built = torchvision_network(Order("vit_b_32", random=True, arguments={"image_size": 64}))
    assert built.preprocess.size == (64, 64)
    assert built.network.image_size == 64
    assert "square" in refusal(name="vit_b_32", random=True, size=(64, 32))


def test_learnt_position_embeddings_are_stretched_to_another_size(checkpoints):
    record = models.ViT_B_32_Weights.DEFAULT
    with torch.device("meta"):
        keep(checkpoints, record, models.vit_b_32(), 0.5)
    built = torchvision_network(Order("vit_b_32", size=(64, 64)))
    found = built.network.encoder.pos_embedding
    assert found.shape == (1, 5, 768)
    assert torch.allclose(found, torch.tensor(0.5))
    assert "64 x 64" in built.notes[0]


def test_damaged_file_is_named(checkpoints):
    path = checkpoints / models.SqueezeNet1_1_Weights.DEFAULT.url.rpartition("/")[2]
    path.write_bytes(b"PK\x03\x04 and no more")
    assert str(path) in refusal(name="squeezenet1_1")


def test_file_of_another_network_is_named(checkpoints):
    keep(checkpoints, models.SqueezeNet1_1_Weights.DEFAULT, torch.nn.Linear(2, 2), 1)
    assert "does not fit" in refusal(name="squeezenet1_1")


def test_random_weights_are_the_same_every_time():
    order = Order("squeezenet1_1", weights="random")
    first, second = (torchvision_network(order).network.state_dict().values() for _ in range(2))
    assert all(torch.equal(a, b) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("name", ["googlenet", "fcn_resnet50", "maxvit_t"])
def test_networks_that_would_fetch_or_warn_of_themselves(name):
    assert torchvision_network(Order(name, random=True)).random_weights


# ---------------------------------------------------------------------- downloads, from a server on this machine


@pytest.fixture
def published(tmp_path, monkeypatch) -> Iterator[Any]:
    """Weights of SqueezeNet 1.1 at an address on this machine."""
    folder = tmp_path / "published"
    folder.mkdir()
    weights = {name: torch.full_like(tensor, 0.75) for name, tensor in models.squeezenet1_1().state_dict().items()}
    torch.save(weights, folder / "weights")
    digest = hashlib.sha256((folder / "weights").read_bytes()).hexdigest()[:8]
    (folder / "weights").rename(folder / f"squeezenet1_1-{digest}.pth")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        record = models.SqueezeNet1_1_Weights.DEFAULT
        address = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setattr(record.value, "url", f"{address}/squeezenet1_1-{digest}.pth")
        yield record
        server.shutdown()
        thread.join()


def test_weights_are_fetched_where_that_was_asked_for(published, checkpoints):
    heard = []
    order = Order("squeezenet1_1", download=True, progress=lambda *told: heard.append(told))
    built = torchvision_network(order)
    assert built.network.features[0].weight.unique().tolist() == [0.75]
    assert not built.random_weights
    assert [path.name for path in checkpoints.iterdir()] == [published.url.rpartition("/")[2]]
    size = next(checkpoints.iterdir()).stat().st_size
    assert heard[-1][1:] == (size, size)


def test_weights_are_not_fetched_unasked(published, checkpoints):
    assert torchvision_network(Order("squeezenet1_1")).random_weights
    assert not list(checkpoints.iterdir())


def test_random_vision_transformer_takes_what_it_was_built_for():
    """The best weights of this one are for 518 x 518 pixels, and no others were asked for."""
    with torch.device("meta"):
        built = torchvision_network(Order("vit_h_14", random=True))
    assert built.preprocess.size == (built.network.image_size, built.network.image_size) == (224, 224)


@pytest.mark.parametrize("order", [{"size": (100, 100)}, {"arguments": {"image_size": 100}}])
def test_input_that_patches_do_not_cover(order):
    assert "give 96 or 128" in refusal(name="vit_b_32", random=True, **order)
