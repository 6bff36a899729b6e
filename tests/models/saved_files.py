"""Files of weights for tests: a small network, saved in torch's formats, and the sentence of a refusal."""

import io
import pathlib
import pickle
import tarfile
import zipfile

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.errors import UserError
from torch import nn


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 5, 3), nn.BatchNorm2d(5))
        self.fc = nn.Linear(5, 7)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.stem(x).mean((2, 3)))


NAMES = set(Net().state_dict())


def save(found: object, path: pathlib.Path, how: str = "zip") -> pathlib.Path:
    if how == "pickle":
        path.write_bytes(pickle.dumps(found))
    else:
        torch.save(found, path, _use_new_zipfile_serialization=how == "zip")
    return path


def refusal(path: pathlib.Path, trust: bool = False) -> str:
    with pytest.raises(UserError) as caught:
        read_checkpoint(path, trust)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def weights(value: float) -> dict[str, torch.Tensor]:
    return {name: torch.full_like(tensor, value) for name, tensor in Net().state_dict().items()}


def torch_zip(path: pathlib.Path, pickled: bytes) -> pathlib.Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("w/data.pkl", pickled)
        archive.writestr("w/version", "3\n")
    return path


def tarred(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return stream.getvalue()
