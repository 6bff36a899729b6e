"""The commands as they are typed: what they print and write, and one line for a mistake."""

import csv
import json
from pathlib import Path

import attnscope
import numpy as np
import pytest
import torch
from attnscope import load_model
from attnscope.app.__main__ import main
from attnscope.app.arguments import COMMANDS
from attnscope.models.networks.residual_network import gated_resnet
from attnscope.models.pictures.images import read_image
from attnscope.models.training.scenes import render_scene
from PIL import Image
from torch.nn.functional import adaptive_avg_pool2d

NAMES = [
    *("stages.0.gate", "stages.1.gate", "stages.2.cbam.channel", "stages.2.cbam.spatial", "stages.3.cbam.channel"),
    *("stages.3.cbam.spatial", "encoder.0.attention", "encoder.1.attention", "encoder.2.attention"),
]

FIXED = """
from torch import nn

class Fixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.gate, self.fc = nn.Conv2d(3, 4, 3), nn.Linear(4, 4), nn.Linear(4, 5)

    def forward(self, x):
        x = self.conv(x)
        return self.fc((x * self.gate(x.mean((2, 3))).sigmoid()[:, :, None, None]).mean((2, 3)))
"""


@pytest.fixture(scope="module")
def image(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("照 片") / "scene.png"
    Image.fromarray(render_scene(8, 0.3, 160).image).save(path)
    return path


@pytest.fixture(scope="module")
def exported(image: Path, tmp_path_factory, qapp) -> Path:
    folder = tmp_path_factory.mktemp("out") / "made"
    assert main(["export", str(image), "-o", str(folder), "--device", "cpu"]) == 0
    return folder


def refused(capsys, *words: str) -> str:
    """The one line that a mistake is answered with."""
    try:
        status = main(list(words))
    except SystemExit as left:
        status = left.code
    said = capsys.readouterr().err.strip()
    assert status == 2
    assert said.startswith("attnscope: ")
    assert "\n" not in said
    return said


def test_layers_lists_every_layer_in_the_order_they_ran_with_its_proof(capsys, image):
    assert main(["layers", "tour", "--image", str(image), "--json", "--device", "cpu"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [layer["name"] for layer in listed["layers"]] == NAMES
    assert all(layer["error"] <= 1e-5 for layer in listed["layers"])
    assert listed["missed"] == []


def test_layers_prints_a_table_with_the_prediction(capsys, image):
    assert main(["layers", "tour", "--image", str(image), "--device", "cpu"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("tour network")
    assert [line.split()[1] for line in lines[2:11]] == NAMES
    assert lines[11].startswith("prediction: ")


def test_an_export_holds_the_pictures_tables_and_arrays_of_every_layer(exported):
    with np.load(exported / "weights.npz") as arrays:
        assert set(arrays) == {"image", "settings", *NAMES}
        assert arrays["encoder.1.attention"].shape == (1, 4, 145, 145)
    names = {path.name for path in exported.iterdir()}
    for number, name in enumerate(NAMES, start=1):
        assert f"{number:02d}-{name}.csv" in names
    assert {
        "layers.csv",
        "prediction.csv",
        "01-stages.0.gate-bars.png",
        "04-stages.2.cbam.spatial-overlay.png",
    } <= names
    assert {f"09-encoder.2.attention-{what}.png" for what in ("overlay", "heads", "matrix")} <= names


def test_the_exported_gates_are_those_that_the_network_multiplied_with(exported, image):
    """Worked out by a hook on the gate's input: sigmoid(W2 relu(W1 mean(x))), the paper's formula."""
    loaded = attnscope.load_model("tour", device="cpu")
    seen: list[torch.Tensor] = []
    gate = loaded.model.get_submodule("stages.0.gate")
    handle = gate.register_forward_hook(lambda module, args, out: seen.extend((args[0], out)))
    with torch.no_grad():
        loaded.model(torch.from_numpy(loaded.preprocess.apply(read_image(image).pixels))[None])
    handle.remove()
    expected = (adaptive_avg_pool2d(seen[1], 1) / adaptive_avg_pool2d(seen[0], 1)).flatten()
    with (exported / "01-stages.0.gate.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    known = adaptive_avg_pool2d(seen[0], 1).flatten().abs() > 1e-4
    written = torch.tensor([float(row["weight"]) for row in rows])
    torch.testing.assert_close(written[known], expected[known], rtol=1e-4, atol=1e-5)


def test_the_exported_class_token_row_sums_to_one_and_names_the_place_of_every_key(exported):
    with (exported / "07-encoder.0.attention.csv").open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["head"] == "2"]
    assert len(rows) == 145
    assert sum(float(row["weight"]) for row in rows) == pytest.approx(1, abs=1e-5)
    assert rows[0]["top"] == ""
    # The 5th key of the 2nd row of patches, 8 pixels each.
    assert [rows[1 + 12 + 4][side] for side in ("top", "left", "bottom", "right")] == ["8", "32", "16", "40"]


def test_the_exported_overlay_is_as_large_as_a_page_with_the_picture_and_not_blank(exported):
    pixels = np.asarray(Image.open(exported / "06-stages.3.cbam.spatial-overlay.png").convert("RGB"))
    assert min(pixels.shape[:2]) > 480
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 1000


def test_only_the_wished_formats_are_written(image, tmp_path, capsys):
    assert main(["export", str(image), "-o", str(tmp_path), "--formats", "npz", "--device", "cpu"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["weights.npz"]
    assert "1 files" in capsys.readouterr().out


@pytest.mark.parametrize("command", [*COMMANDS, ""])
def test_every_command_has_help_with_an_example(capsys, command):
    with pytest.raises(SystemExit) as left:
        main([*([command] if command else []), "--help"])
    assert left.value.code == 0
    assert "example: attnscope" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["layers", "nonsense"], "nonsense"),
        (["layers", "tour", "--image", "no such file.png"], "no such file.png"),
        (["layers", "tour", "--device", "cuda:99"], "cuda"),
        (["layers"], "--help"),
        (["layers", "tour", "--nonsense"], "--nonsense"),
        (["layers", "missing_file.py:build"], "missing_file.py"),
        (["export", "no such file.png", "-o", "out"], "no such file.png"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(capsys, tmp_path, monkeypatch, words, part):
    monkeypatch.chdir(tmp_path)
    assert part in refused(capsys, *words)


def test_an_unknown_format_or_colour_map_is_refused_before_anything_is_loaded(capsys, image, tmp_path):
    out = str(tmp_path / "out")
    told = refused(capsys, "export", str(image), "-o", out, "--formats", "png,bmp")
    assert "png, svg, pdf, csv, npz, gif, html" in told
    assert "inferno" in refused(capsys, "export", str(image), "-o", out, "--colours", "rainbow")


def test_a_folder_that_cannot_be_made_is_refused(capsys, image, tmp_path):
    taken = tmp_path / "file"
    taken.write_text("")
    assert "another" in refused(capsys, "export", str(image), "-o", str(taken / "out"))


def test_without_a_screen_the_pass_is_printed(capsys, image, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main([str(image), "--device", "cpu"]) == 0
    said = capsys.readouterr().out
    assert "no screen" in said
    assert all(name in said for name in NAMES)


NETWORK = """
import torch
from torch import nn

class Attention(nn.Module):
    def forward(self, x):
        return x

class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 3, 1)
        self.blocks = nn.Sequential(*[Attention() for _ in range(5)])
        self.passes = iter(range(1))

    def forward(self, x):
        next(self.passes)
        x = self.stem(x)
        return (self.blocks(x) * torch.sigmoid(x.mean((2, 3), keepdim=True))).mean((2, 3))
"""


def test_layers_lists_what_could_be_neither_recorded_nor_proved(capsys, image, tmp_path):
    (tmp_path / "net.py").write_text(NETWORK)
    spec = f"{tmp_path / 'net.py'}:Network"
    assert main(["layers", spec, "--image", str(image), "--device", "cpu", "--trust"]) == 0
    said = capsys.readouterr().out
    assert "(network)" in said
    assert "⚠ not proved: " in said
    assert said.count("⚠ not recorded: blocks.") == 5
    assert main(["layers", spec, "--image", str(image), "--device", "cpu", "--trust", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [layer["error"] for layer in listed["layers"]] == [None]
    assert len(listed["missed"]) == 5


def test_weights_that_do_not_fit_are_a_sentence_and_a_short_table(capsys, tmp_path):
    weights = {name: tensor for name, tensor in gated_resnet("se", 18).state_dict().items() if "bn2" not in name}
    torch.save(weights | {"fc.weight": torch.zeros(7, 512), "fc.bias": torch.zeros(7)}, tmp_path / "w.pth")
    assert main(["layers", "se/resnet18", "--weights", str(tmp_path / "w.pth")]) == 2
    first, *table = capsys.readouterr().err.splitlines()
    assert first.startswith("attnscope: w.pth does not fit this network: ")
    assert table[0].split() == ["tensor", "network", "has", "file", "has"]
    assert any(line.split()[0] == "layer1.0.bn2.weight" for line in table[1:])
    # Missing: four of each of eight blocks. Fitting: 5 of the stem, 8 of each block, 15 of three shortcuts, and a
    # counter for each of the 12 norms that are left.
    assert table[-1].strip() == "96 fit, 2 of another size, 32 missing, 0 without a place"
    assert len(table) <= 12


def test_the_head_is_left_out_where_the_user_says_so(capsys, tmp_path, image):
    (tmp_path / "net.py").write_text(FIXED)
    spec = f"{tmp_path / 'net.py'}:Fixed"
    weights = load_model(spec, device="cpu").model.state_dict()
    torch.save(weights | {"fc.weight": torch.ones(9, 4), "fc.bias": torch.ones(9)}, tmp_path / "w.pth")
    words = ["layers", spec, "--weights", str(tmp_path / "w.pth"), "--image", str(image)]
    assert main(words) == 2
    assert "--skip-head" in capsys.readouterr().err
    assert main([*words, "--skip-head"]) == 0
    assert "random head" in capsys.readouterr().out.splitlines()[0]


def test_how_the_picture_is_prepared_is_said_on_the_command_line(capsys, tmp_path, image):
    (tmp_path / "net.py").write_text(FIXED)
    spec = f"{tmp_path / 'net.py'}:Fixed"
    words = ["export", str(image), "-o", str(tmp_path / "out"), "--formats", "npz", "--model", spec, "--cells"]
    assert main([*words, "--size", "40x56", "--fit", "stretch", "--mean", "0", "--std=1,1,1"]) == 0
    network = load_model(spec, device="cpu").model
    pixels = np.asarray(Image.open(image).convert("RGB").resize((56, 40), Image.Resampling.BILINEAR), np.float32) / 255
    with torch.no_grad():
        wanted = network.gate(network.conv(torch.from_numpy(pixels.transpose(2, 0, 1))[None]).mean((2, 3))).sigmoid()
    found = np.load(tmp_path / "out" / "weights.npz")["(network)"]
    assert np.abs(found - wanted.numpy()).max() < 1e-6
