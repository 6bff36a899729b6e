"""From a drop to an overlay: checkpoints, code and saved networks of the user's own, in the real window."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from attnscope.app.desk.assembly import Desk, build_desk
from attnscope.app.link.engine_client import EngineClient
from attnscope.app.state.resources import first_sample
from attnscope.app.state.settings import Settings
from attnscope.app.state.shown_map import overlay_of
from attnscope.models.model_request import ModelRequest
from attnscope.models.networks.residual_network import gated_resnet
from attnscope.widgets.controls.sheet import Sheet
from attnscope.widgets.networks.fit_table import FitTable
from attnscope.widgets.networks.guess_list import GuessList
from attnscope.widgets.networks.maker_list import MakerList
from attnscope.widgets.networks.offer_picker import OfferPicker
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from torch import nn

from .leaving import close

PATIENCE_MS = 60_000

BLOCKS = """
import torch
from torch import nn

class Gate(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.inner = nn.Linear(channels, channels)

    def forward(self, x):
        return x * torch.sigmoid(self.inner(x.mean((2, 3))))[:, :, None, None]
"""
NET = """
from torch import nn
from models.blocks import Gate

class Net(nn.Module):
    input_size = 48

    def __init__(self, num_classes=3):
        super().__init__()
        self.conv, self.gate = nn.Conv2d(3, 8, 5, 4, 2), Gate(8)
        self.attn, self.fc = nn.MultiheadAttention(8, 2, batch_first=True), nn.Linear(8, num_classes)

    def forward(self, x):
        tokens = self.gate(self.conv(x)).flatten(2).transpose(1, 2)
        return self.fc((tokens + self.attn(tokens, tokens, tokens)[0]).mean(1))
"""


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory) -> Iterator[Desk]:
    settings = Settings(tmp_path_factory.mktemp("settings") / "settings.ini")
    desk = build_desk(qapp, EngineClient(), settings, ModelRequest(device="cpu"))
    desk.session.start()
    desk.session.open(first_sample())
    desk.window.resize(1100, 760)
    desk.window.show()
    yield desk
    close(desk)


@pytest.fixture(autouse=True)
def ready(qtbot, desk: Desk) -> Iterator[None]:
    desk.session.say(None)
    qtbot.waitUntil(
        lambda: desk.state.now.activity == "idle" and desk.state.now.outcome is not None, timeout=PATIENCE_MS
    )
    yield
    for sheet in desk.window.findChildren(Sheet):
        sheet.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder of a user's, with a package of the same name as one of ours."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "__init__.py").touch()
    (tmp_path / "models" / "blocks.py").write_text(BLOCKS)
    (tmp_path / "net.py").write_text(NET)
    return tmp_path


def drop(desk: Desk, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(300, 300)
    QApplication.sendEvent(desk.window, QDragEnterEvent(at.toPoint(), action, data, button, held))
    QApplication.sendEvent(desk.window, QDropEvent(at, action, data, button, held))


def asked(qtbot, desk: Desk, kind: type) -> object:
    """The dialog's widget, once it is there."""
    qtbot.waitUntil(lambda: any(isinstance(s.body, kind) for s in open_sheets(desk)), timeout=PATIENCE_MS)
    return next(sheet.body for sheet in open_sheets(desk) if isinstance(sheet.body, kind))


def open_sheets(desk: Desk) -> list[Sheet]:
    return [sheet for sheet in desk.window.findChildren(Sheet) if sheet.isVisible()]


def press(widget: object, words: str) -> None:
    button = next(b for b in widget.findChildren(QPushButton) if words in b.text() and b.isVisible())  # pyright: ignore
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_network(qtbot, desk: Desk, spec: str) -> None:
    def there() -> bool:
        now = desk.state.now
        if now.notice and now.notice.level == "error":
            raise AssertionError(now.notice.text)
        return now.model is not None and now.model.spec == spec and now.activity == "idle" and now.outcome is not None

    qtbot.waitUntil(there, timeout=PATIENCE_MS)


def look_at(qtbot, desk: Desk, kind: str) -> None:
    """Select the last layer of this kind; its weights must lie over the picture then."""
    layers = desk.state.now.outcome.layers
    desk.looking.select_layer(max(i for i, layer in enumerate(layers) if layer.kind == kind))
    if kind == "channel":
        desk.looking.focus(channel=1)
    slot = "feature" if kind == "channel" else "map"
    qtbot.waitUntil(lambda: slot in desk.state.now.answers, timeout=PATIENCE_MS)
    assert overlay_of(desk.state.now) is not None
    assert desk.window.stage.stage.scene().overlay is not None


def titles(desk: Desk) -> list[str]:
    return [layer.title for layer in desk.state.now.outcome.layers]


def cbam_resnet50(folder: Path) -> Path:
    """As the authors' script writes it: legacy format, DataParallel's names, without num_batches_tracked."""
    network = nn.DataParallel(gated_resnet("cbam", 50))
    weights = {name: t for name, t in network.state_dict().items() if not name.endswith("num_batches_tracked")}
    path = folder / "RESNET50_CBAM_new_name_wrap.pth"
    told = {"epoch": 100, "arch": "resnet", "state_dict": weights, "best_prec1": torch.tensor(77.6)}
    torch.save(
        told | {"optimizer": {"state": {0: {"momentum_buffer": torch.ones(3)}}}},
        path,
        _use_new_zipfile_serialization=False,
    )
    return path


def se_resnet50(folder: Path) -> Path:
    path = folder / "seresnet50.pkl"
    torch.save(gated_resnet("se", 50, num_classes=10).state_dict(), path)
    return path


def timm_vit(folder: Path) -> Path:
    import timm

    path = folder / "model_best.pth.tar"
    network = timm.create_model("vit_tiny_patch16_224", num_classes=7)
    torch.save({"state_dict": network.state_dict(), "epoch": 1, "args": argparse.Namespace(lr=0.1)}, path)
    return path


def efficientnet(folder: Path) -> Path:
    from torchvision.models import efficientnet_b0

    path = folder / "model_9.pt"
    torch.save({"model": efficientnet_b0(num_classes=5).state_dict(), "epoch": 9}, path)
    return path


def hf_swin(folder: Path) -> Path:
    import transformers

    config = transformers.SwinConfig(
        image_size=64, embed_dim=24, depths=[2, 2], num_heads=[2, 4], window_size=4, id2label={0: "cat", 1: "dog"}
    )
    transformers.SwinForImageClassification(config).save_pretrained(folder / "swin")
    return folder / "swin"


@pytest.mark.parametrize(
    ("save", "model", "classes", "layers", "kind"),
    [
        (cbam_resnet50, "cbam/resnet50", 1000, 32, "spatial"),
        (se_resnet50, "se/resnet50", 10, 16, "channel"),
        (timm_vit, "timm/vit_tiny_patch16_224", 7, 12, "heads"),
        (efficientnet, "torchvision/efficientnet_b0", 5, 16, "channel"),
    ],
)
def test_a_checkpoint_is_dropped_recognised_and_shown(
    qtbot, desk: Desk, tmp_path: Path, save: Callable[[Path], Path], model: str, classes: int, layers: int, kind: str
):
    path = save(tmp_path)
    drop(desk, path)
    guesses = asked(qtbot, desk, GuessList)
    assert guesses.guess().partition(".")[0] == model
    press(guesses, "Load as")
    wait_for_network(qtbot, desk, guesses.guess())
    now = desk.state.now
    assert (now.model.weights, now.model.random_weights, now.model.random_head) == (path.name, False, False)
    assert len(now.outcome.layers) == layers
    look_at(qtbot, desk, kind)
    network = desk.session.networks.request
    assert network.weights == str(path)
    assert len(now.outcome.predictions) == min(classes, 20)


def test_a_folder_as_transformers_saves_it_is_dropped_and_shown(qtbot, desk: Desk, tmp_path: Path):
    folder = hf_swin(tmp_path)
    drop(desk, folder)
    guesses = asked(qtbot, desk, GuessList)
    assert guesses.guess() == f"hf/{folder}"
    press(guesses, "Load as")
    wait_for_network(qtbot, desk, f"hf/{folder}")
    assert len(desk.state.now.outcome.layers) == 4
    assert {p.label for p in desk.state.now.outcome.predictions} == {"cat", "dog"}
    look_at(qtbot, desk, "heads")


def test_a_file_of_code_beside_a_package_called_models_is_dropped_and_shown(qtbot, desk: Desk, project: Path):
    drop(desk, project / "net.py")
    spec = f"{project / 'net.py'}:Net"
    wait_for_network(qtbot, desk, spec)
    assert titles(desk) == ["gate", "attn"]
    assert desk.state.now.model.random_weights
    assert desk.state.now.outcome.input_size == (48, 48)
    look_at(qtbot, desk, "heads")


def test_what_a_network_prints_can_be_read(qtbot, desk: Desk, project: Path):
    (project / "net.py").write_text(NET.replace("super().__init__()", "super().__init__(); print('born' + ' of code')"))
    drop(desk, project / "net.py")
    wait_for_network(qtbot, desk, f"{project / 'net.py'}:Net")
    qtbot.waitUntil(lambda: "born of code" in desk.session.printed, timeout=PATIENCE_MS)


def test_code_and_weights_that_are_dropped_together_belong_together(qtbot, desk: Desk, project: Path):
    weights = {"conv.weight": (8, 3, 5, 5), "conv.bias": (8,), "gate.inner.weight": (8, 8), "gate.inner.bias": (8,)}
    weights |= {"attn.in_proj_weight": (24, 8), "attn.in_proj_bias": (24,)}
    weights |= {"attn.out_proj.weight": (8, 8), "attn.out_proj.bias": (8,), "fc.weight": (5, 8), "fc.bias": (5,)}
    random = np.random.default_rng(0)
    told = {name: torch.from_numpy(random.normal(size=shape).astype(np.float32)) for name, shape in weights.items()}
    torch.save(told, project / "epoch-7.pth")
    drop(desk, project / "epoch-7.pth", project / "net.py")
    wait_for_network(qtbot, desk, f"{project / 'net.py'}:Net")
    model = desk.state.now.model
    assert (model.weights, model.random_weights) == ("epoch-7.pth", False)
    assert len(desk.state.now.outcome.predictions) == 5

    # The next epoch, dropped alone: the network that is there is what is asked first.
    torch.save({name: tensor + 0.1 for name, tensor in told.items()}, project / "epoch-8.pth")
    drop(desk, project / "epoch-8.pth")
    guesses = asked(qtbot, desk, GuessList)
    assert guesses.guess() == f"{project / 'net.py'}:Net"
    press(guesses, "Load as")
    qtbot.waitUntil(lambda: desk.state.now.model.weights == "epoch-8.pth", timeout=PATIENCE_MS)


def test_code_with_several_networks_asks_which_and_takes_arguments(qtbot, desk: Desk, project: Path):
    (project / "net.py").write_text(NET + "\n\ndef build(classes):\n    return Net(classes)\n")
    drop(desk, project / "net.py")
    listed = asked(qtbot, desk, MakerList)
    assert listed.spec() == f"{project / 'net.py'}:Net"
    QTest.keyClick(listed._list, Qt.Key.Key_Down)
    assert listed.spec() is None
    assert "classes" in listed._hint.whole
    QTest.keyClicks(listed._arguments, "classes=6")
    press(listed, "Load")
    wait_for_network(qtbot, desk, f"{project / 'net.py'}:build?classes=6")
    assert len(desk.state.now.outcome.predictions) == 6


def test_weights_that_do_not_fit_are_shown_as_a_table_and_all_stays(qtbot, desk: Desk, project: Path):
    drop(desk, project / "net.py")
    spec = f"{project / 'net.py'}:Net"
    wait_for_network(qtbot, desk, spec)
    outcome = desk.state.now.outcome
    torch.save(gated_resnet("se", 18, num_classes=3).state_dict(), project / "other.pth")
    desk.session.networks.change(weights=str(project / "other.pth"))
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    assert "other.pth does not fit" in desk.state.now.notice.text
    press(desk.window.messages, "Show what differs")
    table = asked(qtbot, desk, FitTable)
    assert table._table.rowCount() > 0
    assert desk.state.now.outcome is outcome
    assert desk.session.networks.request.weights is None


def test_a_head_of_other_classes_that_cannot_be_built_is_left_out_when_the_user_says_so(
    qtbot, desk: Desk, project: Path
):
    (project / "fixed.py").write_text(NET.replace("num_classes=3", "").replace("num_classes", "4"))
    drop(desk, project / "net.py")
    wait_for_network(qtbot, desk, f"{project / 'net.py'}:Net")
    code = (project / "net.py").read_text()
    namespace: dict = {}
    exec(BLOCKS, namespace)
    exec(code.replace("from models.blocks import Gate", ""), namespace)
    torch.save(namespace["Net"](9).state_dict(), project / "nine.pth")
    desk.session.networks.change(model=f"{project / 'fixed.py'}:Net", weights=str(project / "nine.pth"))
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    assert "9 classes" in desk.state.now.notice.text
    press(desk.window.messages, "Load without its head")
    wait_for_network(qtbot, desk, f"{project / 'fixed.py'}:Net")
    assert desk.state.now.model.random_head
    assert not desk.state.now.model.random_weights


class Marking:
    """Writes a file once it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple:
        return Path.touch, (self.path,)


def test_a_pickle_with_code_does_not_run_until_it_is_trusted(qtbot, desk: Desk, project: Path):
    told = {"state_dict": gated_resnet("se", 18).state_dict(), "x": Marking(project / "was-run")}
    torch.save(told, project / "strange.pth")
    drop(desk, project / "strange.pth")
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    assert "could run code" in desk.state.now.notice.text
    assert not (project / "was-run").exists()
    press(desk.window.messages, "I trust this file")
    guesses = asked(qtbot, desk, GuessList)
    assert guesses.guess() == "se/resnet18"
    assert (project / "was-run").exists()
    press(guesses, "Load as")
    wait_for_network(qtbot, desk, "se/resnet18")
    assert desk.state.now.model.weights == "strange.pth"


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" + bytes(100), bytes(5000)])
def test_a_broken_checkpoint_is_one_sentence_and_all_stays(qtbot, desk: Desk, tmp_path: Path, content: bytes):
    before = desk.state.now.outcome
    (tmp_path / "broken.pth").write_bytes(content)
    drop(desk, tmp_path / "broken.pth")
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    notice = desk.state.now.notice
    assert "broken.pth" in notice.text
    assert (notice.level, "\n" in notice.text) == ("error", False)
    assert desk.state.now.outcome is before
    assert desk.state.now.activity == "idle"


def test_labels_are_dropped_and_name_the_classes(qtbot, desk: Desk, project: Path):
    drop(desk, project / "net.py")
    wait_for_network(qtbot, desk, f"{project / 'net.py'}:Net")
    (project / "names.txt").write_text("red\ngreen\nblue\n")
    drop(desk, project / "names.txt")
    qtbot.waitUntil(
        lambda: desk.state.now.outcome.predictions[0].label in ("red", "green", "blue"), timeout=PATIENCE_MS
    )
    (project / "few.txt").write_text("red\n")
    drop(desk, project / "few.txt")
    qtbot.waitUntil(lambda: desk.state.now.notice is not None, timeout=PATIENCE_MS)
    assert "There is 1 class name for 3 classes" in desk.state.now.notice.text


def test_a_network_is_chosen_from_the_list_by_the_keyboard(qtbot, desk: Desk):
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=PATIENCE_MS)
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    picker = asked(qtbot, desk, OfferPicker)
    qtbot.waitUntil(lambda: picker.current() is not None, timeout=PATIENCE_MS)
    assert "used last" in picker.current().note
    QTest.keyClicks(picker.focusWidget() or picker.focusProxy(), "cbam/resnet18")
    assert picker.current().model == "cbam/resnet18"
    QTest.keyClick(picker.focusWidget() or picker.focusProxy(), Qt.Key.Key_Return)
    wait_for_network(qtbot, desk, "cbam/resnet18")
    assert desk.state.now.model.random_weights
    assert not open_sheets(desk)


def test_other_bits_keep_the_network_and_what_is_on_screen(qtbot, desk: Desk):
    desk.session.networks.change(precision="bf16")
    assert desk.state.now.outcome is not None
    qtbot.waitUntil(
        lambda: desk.state.now.model.precision == "bf16" and desk.state.now.activity == "idle", timeout=PATIENCE_MS
    )
    desk.session.networks.change(precision="float32")
    qtbot.waitUntil(lambda: desk.state.now.model.precision == "float32", timeout=PATIENCE_MS)
