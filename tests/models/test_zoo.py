"""Whatever a user names is loaded and told truly, or refused in one sentence that says what to do."""

import json
import subprocess
import sys

import pytest
import torch
from attnscope.models.checkpoints.fit_record import MisfitError
from attnscope.models.devices.devices import pick_device
from attnscope.models.errors import UserError
from attnscope.models.networks.tour import load_tour
from attnscope.models.offers import MisfitRow
from attnscope.models.zoo.registry import describe, load_model
from safetensors.torch import save_file
from torch import nn

SMALL = """
from torch import nn

class Net(nn.Sequential):
    def __init__(self, classes=3):
        super().__init__(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, classes))

def build():
    return Net()
"""


@pytest.fixture
def file(tmp_path):
    def write(text: str, name: str = "net.py") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def refusal(spec: str, **options: object) -> str:
    with pytest.raises(UserError) as caught:
        load_model(spec, **options)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence


# ---------------------------------------------------------------------- the embedded network and torchvision's


def test_tour_is_trained_and_says_its_classes():
    loaded = load_model("tour", device="cpu")
    info = describe(loaded)
    assert len(loaded.labels) == 12
    assert (info.input_size, info.device, info.precision) == ((96, 96), "cpu", "float32")
    assert not info.random_weights
    assert not info.preprocess_guessed
    assert info.parameters == sum(p.numel() for p in load_tour().parameters())
    assert loaded.preprocess.fit == "crop"
    assert not loaded.model.training


def test_tour_needs_no_torchvision():
    code = "import sys, attnscope; attnscope.load_model('tour'); sys.exit('torchvision' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_tour_takes_the_weights_of_another_training(tmp_path):
    weights = {name: torch.full_like(tensor, 0.5) for name, tensor in load_tour().state_dict().items()}
    names = [f"thing {number}" for number in range(12)]
    notes = {"classes": json.dumps(names), "mean": "[0.1, 0.2, 0.3]", "std": "[1, 1, 1]"}
    save_file(weights, tmp_path / "mine.safetensors", notes)
    loaded = load_model("tour", weights=tmp_path / "mine.safetensors", device="cpu")
    assert loaded.labels == tuple(names)
    assert loaded.preprocess.mean == (0.1, 0.2, 0.3)
    assert loaded.model.head.bias.unique().tolist() == [0.5]


def test_tour_refuses_the_weights_of_another_network(tmp_path):
    save_file(nn.Linear(2, 2).state_dict(), tmp_path / "other.safetensors")
    assert "other.safetensors" in refusal("tour", weights=tmp_path / "other.safetensors")


def test_torchvision_network_is_random_where_nothing_was_downloaded(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    loaded = load_model("torchvision/squeezenet1_1", device="cpu")
    assert describe(loaded).random_weights
    assert loaded.labels[1] == "goldfish"
    assert (loaded.preprocess.resize, loaded.preprocess.size, loaded.preprocess.fit) == (256, (224, 224), "crop")
    assert not any(tmp_path.rglob("*.pth"))


def test_torchvision_weights_that_are_here_are_used(tmp_path, monkeypatch):
    models = pytest.importorskip("torchvision.models")
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    record = models.SqueezeNet1_1_Weights.DEFAULT
    kept = tmp_path / "hub" / "checkpoints" / record.url.rpartition("/")[2]
    kept.parent.mkdir(parents=True)
    weights = {name: torch.full_like(tensor, 0.25) for name, tensor in models.squeezenet1_1().state_dict().items()}
    torch.save(weights, kept)
    loaded = load_model("torchvision/squeezenet1_1", device="cpu")
    assert not loaded.random_weights
    assert loaded.model.state_dict()["features.0.weight"].unique().tolist() == [0.25]


def test_random_weights_are_the_same_every_time_and_leave_the_random_state():
    torch.manual_seed(77)
    expected = torch.rand(1)
    torch.manual_seed(77)
    first, second = (load_model("torchvision/squeezenet1_1", device="cpu").model for _ in range(2))
    assert torch.rand(1) == expected
    assert all(torch.equal(a, b) for a, b in zip(first.parameters(), second.parameters(), strict=True))


def test_unknown_torchvision_network_names_near_ones():
    assert "resnet50" in refusal("torchvision/resnet5")


@pytest.mark.parametrize("spec", ["", "resnet50", "cat.jpg", ":", "a b:c", "net.py:", "torch.nn:1x"])
def test_unknown_models_are_answered_with_what_is_understood(spec):
    assert "path/to/file.py:callable" in refusal(spec) or "NAME" in refusal(spec)


# ---------------------------------------------------------------------- code of the user's


@pytest.mark.parametrize("name", ["build", "Net"])
def test_network_of_a_users_file(file, name):
    loaded = load_model(f"{file(SMALL)}:{name}", device="cpu")
    info = describe(loaded)
    assert loaded.model(torch.zeros(1, 3, 224, 224)).shape == (1, 3)
    assert info.title == f"net.py:{name}"
    assert info.random_weights
    assert info.preprocess_guessed


def test_network_that_is_there_already(file):
    assert isinstance(load_model(f"{file(SMALL + 'net = Net()')}:net", device="cpu").model, nn.Module)


def test_relative_path(file, tmp_path, monkeypatch):
    file(SMALL)
    monkeypatch.chdir(tmp_path)
    assert load_model("net.py:build", device="cpu").spec == "net.py:build"


def test_network_of_an_importable_module(file, tmp_path, monkeypatch):
    file(SMALL, "mine/nets.py")
    monkeypatch.chdir(tmp_path)
    assert describe(load_model("mine.nets:build", device="cpu")).title == "mine.nets:build"


def test_input_size_that_the_network_says_of_itself():
    assert load_model("attnscope.models.networks.tour:TourNetwork", device="cpu").preprocess.size == (96, 96)


def test_users_models_package_harms_nobody(file):
    for number in (1, 2):
        file("from torch import nn\nwidth = " + str(number), f"project{number}/models/parts.py")
        file("", f"project{number}/models/__init__.py")
        text = "from models.parts import nn, width\ndef build(): return nn.Linear(width, width)"
        loaded = load_model(f"{file(text, f'project{number}/net.py')}:build", device="cpu")
        assert loaded.model.weight.shape == (number, number)
    from attnscope.models.zoo import registry as zoo

    assert zoo.load_model is load_model


def test_file_that_imports_its_neighbours_relatively(file):
    file("size = 5", "pack/inner/parts.py")
    for folder in ("pack", "pack/inner"):
        file("", f"{folder}/__init__.py")
    text = "from torch import nn\nfrom .parts import size\ndef build(): return nn.Linear(size, size)"
    assert load_model(f"{file(text, 'pack/inner/net.py')}:build", device="cpu").model.in_features == 5


@pytest.mark.parametrize("name", ["json.py", "torch.py", "my net-v1.2.py", "网络.py"])
def test_file_of_any_name(file, name):
    assert load_model(f"{file(SMALL, name)}:build", device="cpu").model is not None
    assert torch.nn is nn


def test_edited_file_is_read_again(file):
    first = load_model(f"{file(SMALL)}:build", device="cpu").model
    second = load_model(f"{file(SMALL.replace('classes=3', 'classes=17'))}:build", device="cpu").model
    assert (first[3].out_features, second[3].out_features) == (3, 17)


def test_path_and_modules_are_left_as_they_were(file):
    path = list(sys.path)
    load_model(f"{file(SMALL)}:build", device="cpu")
    assert sys.path == path


def test_weights_that_the_users_code_loads_are_noticed(file):
    text = SMALL + "\ndef trained():\n    net = Net()\n    net.load_state_dict(Net().state_dict())\n    return net\n"
    assert not load_model(f"{file(text)}:trained", device="cpu").random_weights
    assert nn.Module.load_state_dict.__name__ == "load_state_dict"


def test_network_in_training_mode_is_evaluated(file):
    assert not load_model(f"{file(SMALL)}:build", device="cpu").model.training


def test_prints_of_a_factory_do_not_reach_standard_output(file, capsys):
    load_model(f"{file('print(1)' + SMALL.replace('return', 'print(2); return'))}:build", device="cpu")
    assert capsys.readouterr().out == ""


FAULTS = {
    "raise ValueError('no depth 7')": ("ValueError", "no depth 7", "net.py, line"),
    "import sys; sys.exit(3)": ("sys.exit",),
    "raise SystemExit": ("sys.exit",),
    "import einops_is_missing": ("einops_is_missing", "install"),
    "assert False": ("AssertionError",),
    "raise BaseException('odd')": ("BaseException", "odd"),
    "return 5": ("returned an object of type int", "torch.nn.Module"),
    "pass": ("returned nothing",),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_factory_that_fails(file, fault):
    sentence = refusal(f"{file(f'def build():{chr(10)}    {fault}')}:build")
    for word in ("build in net.py", *FAULTS[fault]):
        assert word in sentence


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("def build(:", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; sys.exit()", "sys.exit"),
        ("import nowhere_to_be_found", "nowhere_to_be_found"),
        ("", "no build"),
        ("def make(): pass", "it has make"),
        ("build = 3", "is of type int"),
        ("def build(depth, width): pass", "arguments (depth, width)"),
        ("class build:\n    def __init__(self, depth): pass", "arguments (depth)"),
    ],
)
def test_file_that_does_not_make_a_network(file, text, word):
    sentence = refusal(f"{file(text)}:build")
    assert word in sentence
    assert "net.py" in sentence


def test_optional_arguments_are_none(file):
    text = "from torch import nn\ndef build(depth=2, *layers, **options): return nn.Linear(depth, 1)"
    assert load_model(f"{file(text)}:build", device="cpu").model.in_features == 2


def test_missing_file_and_missing_name(tmp_path):
    assert "There is no Python file" in refusal(f"{tmp_path / 'gone.py'}:build")
    assert refusal("net.py") == "net.py needs the name of what makes the network: net.py:NAME."


def test_missing_module():
    assert "nowhere_at_all" in refusal("nowhere_at_all.nets:build")


# ---------------------------------------------------------------------- weights, labels, devices


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize("wrapping", ["", "state_dict", "module."])
def test_weights_of_a_file(file, tmp_path, suffix, wrapping):
    spec = f"{file(SMALL)}:build"
    weights = {name: torch.full_like(t, 0.5) for name, t in load_model(spec, device="cpu").model.state_dict().items()}
    if wrapping == "module.":
        weights = {f"module.{name}": tensor for name, tensor in weights.items()}
    path = tmp_path / f"weights{suffix}"
    if suffix == ".pth":
        torch.save({"state_dict": weights, "epoch": 3} if wrapping == "state_dict" else weights, path)
    else:
        save_file(weights, path)
    loaded = load_model(spec, weights=path, device="cpu")
    assert not loaded.random_weights
    assert loaded.model[3].weight.unique().tolist() == [0.5]


def test_weights_that_do_not_fit_are_named(file, tmp_path):
    torch.save(nn.Linear(4, 4).state_dict(), tmp_path / "other.pth")
    with pytest.raises(
        MisfitError, match=r"other\.pth does not fit this network: it is of another architecture"
    ) as caught:
        load_model(f"{file(SMALL)}:build", weights=tmp_path / "other.pth")
    misfit = caught.value.misfit
    assert (misfit.matched, misfit.missing, misfit.unexpected, misfit.only_head) == (0, 4, 2, False)


def test_weights_of_another_size_are_named(file, tmp_path):
    spec = f"{file(SMALL)}:build"
    weights = load_model(spec, device="cpu").model.state_dict()
    torch.save({**weights, "3.bias": torch.zeros(1000)}, tmp_path / "w.pth")
    with pytest.raises(MisfitError, match="its head is built in another way") as caught:
        load_model(spec, weights=tmp_path / "w.pth")
    assert caught.value.misfit.rows == (MisfitRow("3.bias", "3", "1000"),)


class Sneaky:
    def __reduce__(self):
        return (print, ("code of a stranger",))


def test_code_in_a_checkpoint_does_not_run(file, tmp_path, capsys):
    torch.save({"state_dict": {}, "x": Sneaky()}, tmp_path / "w.pth")
    assert "--trust" in refusal(f"{file(SMALL)}:build", weights=tmp_path / "w.pth")
    assert "stranger" not in capsys.readouterr().out


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04" + bytes(100), bytes(5000)])
def test_damaged_weights_are_refused(file, tmp_path, suffix, data):
    path = tmp_path / f"w{suffix}"
    path.write_bytes(data)
    assert f"w{suffix}" in refusal(f"{file(SMALL)}:build", weights=path)


def test_truncated_weights_are_refused(file, tmp_path):
    path = tmp_path / "w.pth"
    torch.save(load_tour().state_dict(), path)
    path.write_bytes(path.read_bytes()[:-5000])
    assert "w.pth is damaged" in refusal(f"{file(SMALL)}:build", weights=path)


def test_missing_weights_are_refused(file, tmp_path):
    assert "There is no file of weights" in refusal(f"{file(SMALL)}:build", weights=tmp_path / "gone.pth")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("l.txt", "cat\ndog\r\nowl\n"),
        ("l.json", '["cat", "dog", "owl"]'),
        ("l.json", '{"0":"cat","2":"owl","1":"dog"}'),
    ],
)
def test_labels_of_a_file(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert load_model("tour", labels=tmp_path / name, device="cpu").labels == ("cat", "dog", "owl")


@pytest.mark.parametrize(("name", "text"), [("l.txt", ""), ("l.json", "{"), ("l.json", "[1]"), ("l.json", "{}")])
def test_labels_that_are_none_are_refused(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert "labels file" in refusal("tour", labels=tmp_path / name)


def test_automatic_device_is_one_that_is_here():
    assert torch.zeros(1, device=pick_device("auto")).numel() == 1


@pytest.mark.parametrize("name", ["cuda", "cuda:0", "mps"])
def test_device_that_is_not_here_is_refused(name, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    sentence = refusal("tour", device=name)
    assert name in sentence
    assert "choose auto or cpu" in sentence


def test_gpu_beyond_the_last_is_refused(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    assert refusal("tour", device="cuda:2") == "There is no GPU cuda:2 here: choose cuda:0 to cuda:1."


@pytest.mark.parametrize("name", ["gpu", "", "cuda:x", "cpu:0:0", "CUDA"])
def test_names_that_are_no_device_are_refused(name):
    assert "choose auto, cpu" in refusal("tour", device=name)


def test_code_that_is_edited_within_a_second_is_read_anew(file):
    spec = f"{file(SMALL)}:build"
    load_model(spec, device="cpu")
    file(SMALL.replace("classes=3", "classes=4"))
    assert load_model(spec, device="cpu").model[3].out_features == 4
