"""A file that is no checkpoint, or is damaged, ends in one sentence that says what it is and what to do."""

import argparse
import io
import json
import os
import pathlib
import random
import struct
import zipfile

import numpy as np
import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.errors import UserError
from PIL import Image
from safetensors.torch import save_file
from torch import nn

from .saved_files import refusal, save, tarred, torch_zip, weights


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, kind)
    return stream.getvalue()


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return stream.getvalue()


def saved_by_numpy(save_it: object) -> bytes:
    stream = io.BytesIO()
    save_it(stream, np.ones(3))
    return stream.getvalue()


def scripted() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("net/constants.pkl", "net/data.pkl", "net/code/__torch__.py", "net/version"):
            archive.writestr(name, "x")
    return stream.getvalue()


STRANGERS = {
    "nothing": (b"", "empty (0 bytes)"),
    "zeros": (bytes(5000), "nothing but zeros"),
    "a byte": (b"\x80", "damaged"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "git lfs pull"),
    "web page": (b"\n<!DOCTYPE html>\n<html><head><title>Sign in</title>", "web page"),
    "web page with a mark": (b"\xef\xbb\xbf<HTML>", "web page"),
    "jpeg": (picture("JPEG"), "image"),
    "png": (picture("PNG"), "image"),
    "text": ("Gewichte: 0,5 \u00e4\n".encode() * 500, "text file"),
    "python": (b"import torch\nnet = torch.nn.Linear(1, 1)\n", "text file"),
    "json": (b'{"epoch": 3}', "JSON"),
    "deep json": (b'{"weight_map":' * 100_000, "JSON"),
    "npy": (saved_by_numpy(np.save), "NumPy array"),
    "npz": (saved_by_numpy(np.savez), "NumPy arrays"),
    "hdf5": (b"\x89HDF\r\n\x1a\n" + bytes(100), "Keras"),
    "keras": (zipped(config_dot_json="{}", **{"model.weights.h5": "x"}), "Keras"),
    "onnx": (b"\x08\x07\x12\x07pytorch\x1a\x052.1.0:\x82\x01", "ONNX"),
    "tensorflow": (b"\x08\x01\x12\x90\x10\x0a", "TensorFlow"),
    "gguf": (b"GGUF\x03\0\0\0", "GGUF"),
    "word": (zipped(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "office"),
    "zip of images": (zipped(**{"a.jpg": "x", "b.jpg": "y"}), "archive of other files"),
    "empty zip": (zipped(), "archive of other files"),
    "TorchScript": (scripted(), "torch.jit.load"),
    "exported": (zipped(**{"p/serialized_exported_program.json": "{}", "p/version": "1"}), "torch.export.load"),
    "gzip": (b"\x1f\x8b\x08\0abc", "gzip"),
    "tar": (tarred({"weights/best.pth": b"x"}), "tar"),
    "oldest torch, broken": (tarred({"sys_info": b"x"}), "damaged"),
    "broken zip": (b"PK\x03\x04" + bytes(100), "damaged"),
    "noise": (random.Random(3).randbytes(4000), "damaged"),
    "pickle that asks": (b"\x80\x04cos\nsystem\n.", "--trust"),
}


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_strangers_are_told_what_they_are(tmp_path, stranger, suffix):
    data, words = STRANGERS[stranger]
    path = tmp_path / f"weights{suffix}"
    path.write_bytes(data)
    sentence = refusal(path)
    assert words in sentence
    assert path.name in sentence


def test_exported_program_of_torch(tmp_path):
    torch.export.save(torch.export.export(nn.Linear(2, 2), (torch.ones(1, 2),)), tmp_path / "p.pt2")
    assert "exported program" in refusal(tmp_path / "p.pt2")


def test_file_that_is_not_there(tmp_path):
    assert "There is no file of weights" in refusal(tmp_path / "gone.pth")


def test_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = save(weights(1), tmp_path / "w.pth")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(pathlib.Path, "open", refuse)
    assert "must not be read by you" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pth")
    assert "is no file" in refusal(tmp_path / "pipe.pth")


def test_name_that_is_no_text(tmp_path):
    if os.name != "posix":
        pytest.skip("names are text here")
    path = pathlib.Path(os.fsdecode(os.fsencode(tmp_path) + b"/w\xff\n.pth"))
    path.write_bytes(b"hello")
    sentence = refusal(path)
    assert sentence.encode("utf-8").decode("utf-8") == sentence


@pytest.mark.parametrize("format", ["zip", "legacy", "safetensors"])
def test_damaged_files_give_weights_or_one_sentence(tmp_path, format):
    path = tmp_path / ("w.safetensors" if format == "safetensors" else "w.pth")
    saved = {"state_dict": weights(1), "args": argparse.Namespace(lr=np.float64(0.1)), "seen": np.arange(3)}
    save_file(weights(1), path) if format == "safetensors" else save(saved, path, format)
    whole, dice, refused = path.read_bytes(), random.Random(1), 0
    for turn in range(90):
        data = bytearray(whole)
        if turn % 3 == 0:
            data = data[: dice.randrange(len(data))]
        else:
            end = len(data) if turn % 3 == 1 else min(2000, len(data))
            data[dice.randrange(end)] = dice.randrange(256)
        path.write_bytes(data)
        try:
            read_checkpoint(path)
        except UserError:
            refused += 1
            refusal(path)
    assert refused >= 30


def test_header_of_safetensors_that_claims_too_much(tmp_path):
    header = json.dumps({"a": {"dtype": "F32", "shape": [10**15], "data_offsets": [0, 4 * 10**15]}}).encode()
    for length in (len(header), 2**62, 2**40):
        (tmp_path / "w.safetensors").write_bytes(struct.pack("<Q", length) + header + bytes(64))
        assert "damaged" in refusal(tmp_path / "w.safetensors")


def test_old_torch_file_that_claims_too_much(tmp_path, monkeypatch):
    path = save({"a.b": torch.zeros(77)}, tmp_path / "w.pth", "legacy")
    data = path.read_bytes()
    claim = data.replace(b"KM", b"J\xff\xff\xff\x7f", 1)
    assert claim != data
    path.write_bytes(claim)
    monkeypatch.setattr(torch, "load", lambda *_, **__: pytest.fail("its storages were made"))
    assert "damaged" in refusal(path)


def test_old_torch_tensor_beyond_its_storage(tmp_path):
    path = save({"a.b": torch.zeros(77)}, tmp_path / "w.pth", "legacy")
    data = path.read_bytes()
    larger = data.replace(b"K\x00KM\x85", b"K\x00J\xff\xff\xff\x00\x85")
    assert larger != data
    path.write_bytes(larger)
    assert "damaged" in refusal(path)


def test_zip_packed_again_with_compression(tmp_path):
    path = save(weights(1), tmp_path / "w.pth")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "n.pth", "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert "packed again with compression" in refusal(tmp_path / "n.pth")


def test_deep_nesting_ends(tmp_path):
    # A list in a list in a list ...: opened a hundred thousand times, then closed as often.
    path = torch_zip(tmp_path / "w.pth", b"\x80\x02" + b"]" * 100_000 + b"a" * 99_999 + b".")
    assert "holds no weights" in refusal(path)
    assert "holds no weights" in refusal(path, trust=True)


def test_deep_wrapping_ends(tmp_path):
    pickled = b"\x80\x02" + b"}X\x05\x00\x00\x00model" * 50_000 + b"}" + b"s" * 50_000 + b"."
    assert "holds no weights" in refusal(torch_zip(tmp_path / "w.pth", pickled))


def test_one_wrong_bit_is_found_by_the_sums_of_the_archive(tmp_path):
    """torch writes them, and does not look at them."""
    path = save(weights(0.5), tmp_path / "w.pth")
    data = bytearray(path.read_bytes())
    value = struct.pack("<f", 0.5)
    data[data.index(value * 5) + 2] ^= 1
    path.write_bytes(bytes(data))
    assert "damaged" in refusal(path)


def test_archive_without_sums_is_read(tmp_path):
    torch.serialization.set_crc32_options(False)
    try:
        path = save(weights(0.5), tmp_path / "w.pth")
    finally:
        torch.serialization.set_crc32_options(True)
    assert set(read_checkpoint(path).tensors) == set(weights(0.5))


def test_large_pickle_of_arrays_is_not_called_damaged(tmp_path):
    path = save({"a": np.zeros(2_000_000)}, tmp_path / "w.pkl", "pickle")
    assert "not written as torch writes weights" in refusal(path)
