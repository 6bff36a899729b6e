"""What the command line says of a network becomes one request, and a request becomes such words again."""

import argparse
from pathlib import Path

import pytest
from attnscope.app.export.model_arguments import add_model_arguments, model_request, model_words
from attnscope.models.model_request import ModelRequest, Preparation


def request(*words: str) -> ModelRequest:
    parser = argparse.ArgumentParser(exit_on_error=False)
    add_model_arguments(parser)
    return model_request(parser.parse_args(words))


def test_nothing_said_is_the_tour_network_as_it_is():
    assert request() == ModelRequest()


def test_every_option_reaches_the_request(tmp_path: Path, monkeypatch):
    (tmp_path / "w.pth").touch()
    (tmp_path / "names.txt").touch()
    monkeypatch.chdir(tmp_path)
    found = request(
        *("--model", "net.py:build?depth=50", "--weights", "w.pth", "--labels", "names.txt", "--device", "cuda:1"),
        *("--precision", "bf16", "--trust", "--download", "--skip-head", "--size", "224x320", "--fit", "letterbox"),
        *("--mean=-0.1,0.2,0.3", "--std", "0.5"),
    )
    assert found == ModelRequest(
        "net.py:build?depth=50",
        str(tmp_path / "w.pth"),
        str(tmp_path / "names.txt"),
        "cuda:1",
        "bf16",
        trust=True,
        download=True,
        skip_head=True,
        preparation=Preparation((224, 320), "letterbox", (-0.1, 0.2, 0.3), (0.5,)),
    )


def test_names_of_weights_and_labels_stay_names():
    found = request("--weights", "IMAGENET1K_V2", "--labels", "imagenet")
    assert (found.weights, found.labels) == ("IMAGENET1K_V2", "imagenet")


@pytest.mark.parametrize(("text", "size"), [("384", (384, 384)), ("224x320", (224, 320)), ("224X320", (224, 320))])
def test_sizes(text, size):
    assert request("--size", text).preparation.size == size


@pytest.mark.parametrize(
    "words",
    [
        *(("--size", text) for text in ("0", "x", "224x", "-5", "1x2x3", "9999999")),
        *(("--mean", text) for text in ("1,2", "a", "", "1,2,3,4")),
        *(("--precision", "int8"), ("--fit", "fill")),
    ],
)
def test_what_cannot_be_read_is_refused(words):
    with pytest.raises((argparse.ArgumentError, SystemExit)):
        request(*words)


def test_words_of_a_request_give_the_request_back():
    wished = ModelRequest(
        "se/resnet18",
        "random",
        "imagenet",
        "cpu",
        "fp16",
        trust=True,
        skip_head=True,
        preparation=Preparation((64, 96), "stretch", (-1.0, 0.0, 1.0), (0.5, 0.5, 0.5)),
    )
    assert request(*model_words(wished)) == wished
    assert request(*model_words(ModelRequest())) == ModelRequest()
