"""What a user's code changes of the whole process is as it was before, once his network is built."""

import os
import signal
import sys
import warnings
from pathlib import Path

import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo.registry import load_model
from attnscope.models.zoo.undisturbed import undisturbed
from torch import nn
from torch.nn.modules import module as torch_module
from torch.overrides import TorchFunctionMode, _get_current_function_mode_stack


class Refusing(TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        raise RuntimeError("no")


CHANGES = {
    "dtype": (lambda: torch.set_default_dtype(torch.float64), torch.get_default_dtype),
    "device": (lambda: torch.set_default_device("meta"), lambda: torch.zeros(1).device),
    "mode": (lambda: Refusing().__enter__(), lambda: len(_get_current_function_mode_stack())),
    "gradients": (lambda: torch.set_grad_enabled(False), torch.is_grad_enabled),
    "autocast": (lambda: torch.autocast("cpu", torch.bfloat16).__enter__(), lambda: torch.is_autocast_enabled("cpu")),
    "threads": (lambda: torch.set_num_threads(torch.get_num_threads() + 1), torch.get_num_threads),
    "precision": (lambda: torch.set_float32_matmul_precision("medium"), torch.get_float32_matmul_precision),
    "strictness": (lambda: torch.set_deterministic_debug_mode("error"), torch.get_deterministic_debug_mode),
    "anomaly": (lambda: torch.autograd.set_detect_anomaly(True), torch.is_anomaly_enabled),
    "hooks": (
        lambda: torch_module.register_module_forward_hook(lambda *_: None),
        lambda: len(torch_module._global_forward_hooks),
    ),
    "streams": (lambda: setattr(sys, "stderr", None), lambda: sys.stderr),
    "arguments": (lambda: setattr(sys, "argv", ["x"]), lambda: sys.argv),
    "depth": (lambda: sys.setrecursionlimit(2000), sys.getrecursionlimit),
    "environment": (lambda: setattr(os, "environ", {}), lambda: (os.environ, os.environ.get("PATH"))),
    "emptied environment": (lambda: os.environ.pop("PATH"), lambda: os.environ.get("PATH")),
    "signals": (
        lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN),
        lambda: signal.getsignal(signal.SIGTERM),
    ),
    "warnings": (lambda: warnings.simplefilter("always"), lambda: list(warnings.filters)),
}


@pytest.mark.filterwarnings("ignore:Anomaly Detection has been enabled")
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_undone(name):
    change, look = CHANGES[name]
    before = look()
    with undisturbed():
        change()
        # Torch's functions cannot be asked while a mode refuses them.
        assert name == "mode" or look() != before
    assert look() == before


@pytest.mark.skipif(sys.platform == "win32", reason="there no folder can be removed that a program is in")
def test_a_folder_that_was_left_is_the_folder_again(tmp_path):
    before = Path.cwd()
    gone = tmp_path / "gone"
    gone.mkdir()
    with undisturbed():
        os.chdir(gone)
        gone.rmdir()
    assert Path.cwd() == before


def test_a_change_is_undone_where_the_code_fails():
    def fail() -> None:
        torch.set_default_dtype(torch.float64)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"), undisturbed():
        fail()
    assert torch.get_default_dtype() is torch.float32


def test_what_is_added_to_the_environment_stays(monkeypatch):
    monkeypatch.delenv("ADDED_BY_A_NETWORK", raising=False)
    with undisturbed():
        os.environ["ADDED_BY_A_NETWORK"] = "1"
    assert os.environ.pop("ADDED_BY_A_NETWORK") == "1"


def test_the_next_network_is_built_as_if_nothing_had_been(tmp_path):
    (tmp_path / "net.py").write_text(
        "import sys, torch\ntorch.set_default_dtype(torch.float16)\ntorch.set_default_device('meta')\n"
        "sys.stderr = None\nsys.stdout = None\ndef build():\n    return torch.nn.Linear(3, 3, device='cpu')\n"
    )
    streams = sys.stdout, sys.stderr
    load_model(f"{tmp_path / 'net.py'}:build", device="cpu")
    assert (sys.stdout, sys.stderr) == streams
    weight = load_model("se/resnet18", weights="random", device="cpu").model.conv1.weight
    assert (weight.dtype, weight.device.type) == (torch.float32, "cpu")


@pytest.mark.parametrize("name", ["eval", "to", "train"])
def test_what_overridden_methods_return_is_not_asked(tmp_path, name):
    (tmp_path / "net.py").write_text(
        f"from torch import nn\nclass Net(nn.Linear):\n    def {name}(self, *a, **k):\n"
        f"        super().{name}(*a, **k)\ndef build():\n    return Net(3, 3)\n"
    )
    model = load_model(f"{tmp_path / 'net.py'}:build", device="cpu").model
    assert isinstance(model, nn.Linear)
    assert not model.training


def test_a_network_that_cannot_be_looked_at_is_refused(tmp_path):
    (tmp_path / "net.py").write_text(
        "from torch import nn\nclass Net(nn.Linear):\n    def parameters(self, *a, **k):\n"
        "        raise RuntimeError('mine')\ndef build():\n    return Net(3, 3)\n"
    )
    with pytest.raises(UserError, match=r"net\.py:build .* failed with RuntimeError: mine"):
        load_model(f"{tmp_path / 'net.py'}:build", device="cpu")
