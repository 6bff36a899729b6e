"""What stands in the dialogs about networks, with made-up data, to be looked at."""

from attnscope.models.model_request import Preparation
from attnscope.models.offers import CheckpointFacts, Guess, Maker, Misfit, MisfitRow, Offer
from attnscope.widgets.controls.message_bar import MessageBar
from attnscope.widgets.controls.progress_line import ProgressLine
from attnscope.widgets.networks.fit_table import FitTable
from attnscope.widgets.networks.guess_list import GuessList
from attnscope.widgets.networks.maker_list import MakerList
from attnscope.widgets.networks.offer_picker import OfferPicker
from attnscope.widgets.networks.preparation_form import PreparationForm
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from .exhibit import Exhibit

VIT = (("heads", 12),)
SWAG = "IMAGENET1K_SWAG_E2E_V1"
LONGEST = "timm/seresnextaa101d_32x8d.sw_in12k_ft_in1k_288_of_a_long_name"
ALL_KINDS = (("channel", 5), ("spatial", 2), ("heads", 7), ("other", 1))
SQUARE = (224, 224)
OFFERS = (
    Offer("tour", "", ALL_KINDS[:3], 1_400_000, (96, 96), 5_600_000, "here"),
    Offer("cbam/resnet50", "", (("channel", 16), ("spatial", 16)), 28_090_000, SQUARE, note="Woo et al. 2018"),
    Offer("se/resnet50", "SENET_PYTORCH", (("channel", 16),), 28_088_000, SQUARE, 112_600_000, "download"),
    Offer("torchvision/resnet50", "IMAGENET1K_V2", (), 25_557_032, SQUARE, 102_500_000, "download"),
    Offer("torchvision/vit_b_16", "IMAGENET1K_V1", VIT, 86_567_656, SQUARE, 346_300_000, "here", "used last"),
    Offer("torchvision/vit_b_16", SWAG, VIT, 86_859_496, (384, 384), 347_400_000, "download"),
    Offer("torchvision/vit_h_14", SWAG, (("heads", 32),), 633_470_440, (518, 518), 2_534_500_000, "download"),
    Offer(LONGEST, "", (("channel", 33),), 93_590_000, (288, 288), 374_400_000, "extra"),
    Offer("timm/davit_tiny.msft_in1k", "", (("heads", 6), ("other", 6)), 28_360_000, SQUARE, 113_000_000, "download"),
    Offer("timm/coatnet_0", "", ALL_KINDS, 27_400_000, SQUARE),
    Offer("hf/google/vit-base-patch16-224", "", VIT, 86_567_656, SQUARE, 0, "download"),
    Offer("timm/unheard_of", "", None, 12_000_000, None, 48_000_000, "download"),
    Offer("runs/mine/net.py:build", "runs/mine/best.pth", note="used last"),
    *(Offer(f"timm/vit_base.tag{n}", "", VIT, 86_567_656, SQUARE, 346_000_000, "download") for n in range(1900)),
)

MAKERS = (
    Maker("build_model", "function", (), ("depth", "num_classes"), 40),
    Maker("FlowerTransformer", "class", ("num_classes",), ("depth", "width", "heads", "drop_path_rate"), 12),
    Maker("net", "network", (), (), 61),
)

FACTS = CheckpointFacts(
    "/home/somebody/runs/flowers/seresnet50_best.pth", 268, 26_061_322, 10, "state_dict",
    (
        Guess("se/resnet50", True),
        Guess("timm/seresnet50.ra2_in1k", False, "18 of 268 tensors have other names"),
        Guess("torchvision/resnet50", False, "without the gates"),
        Guess("hf/", False, "It is a transformers checkpoint of the type vit: give the folder with its config.json."),
    ),
)  # fmt: skip

MISFIT = Misfit(
    (
        MisfitRow("fc.weight", "1000 × 2048", "10 × 2048"),
        MisfitRow("fc.bias", "1000", "10"),
        MisfitRow(f"layer3.5.{'a.long.path.of.modules.' * 3}attention.relative_position_bias_table", "529 × 12", ""),
        MisfitRow("layer4.0.se.fc.0.weight", "", "128 × 2048"),
    ),
    8, 2, 2, 151,
    "It has 10 classes where the network has 1000: build the network with 10 classes, or go on without its head.",
    only_head=True,
)  # fmt: skip

LONG = (
    "best.pth does not fit se/resnet50: it has 10 classes where the network has 1000, so build it with 10 classes, "
    "go on without its head, or look at what differs."
)

ACTIONS = ("Load without head", "Build with 10 classes", "Show what differs")


def exhibits() -> dict[str, Exhibit]:
    """Every widget of the dialogs, in the states that differ."""
    return {
        "picker": (_picker, 860, 600),
        "picker-search": (lambda: _picker("vit swag"), 860, 600),
        "picker-extra": (lambda: _picker("seresnext"), 860, 600),
        "picker-typed": (lambda: _picker("work/net.py:build"), 860, 600),
        "picker-nothing": (lambda: _picker("no such network"), 660, 440),
        "guesses": (_guesses, 620, 380),
        "no-guess": (lambda: _guesses(CheckpointFacts("x.pth", 12, 9_000, None, "", ())), 620, 240),
        "fit": (_fit, 720, 300),
        "makers": (_makers, 620, 400),
        "progress": (_progress, 620, 70),
        "progress-busy": (_busy, 620, 70),
        "preparation": (_preparation, 720, 320),
        "preparation-guessed": (lambda: _preparation(guessed=True), 720, 320),
        "preparation-wrong": (lambda: _preparation(mean="123.7, 116.3, 103.5"), 720, 320),
        "message-three": (lambda: _message(*ACTIONS), 1024, 110),
        "message-narrow": (lambda: _message(*ACTIONS[:2]), 480, 160),
        "message-one": (lambda: _message("Start it again"), 1024, 80),
    }  # fmt: skip


def _picker(text: str = "") -> OfferPicker:
    picker = OfferPicker()
    picker.set_offers(OFFERS)
    picker.set_note("No connection: only what is here can be loaded." if not text else "")
    picker.findChild(QLineEdit).setText(text)
    picker.setFocus()
    return picker


def _guesses(facts: CheckpointFacts = FACTS) -> GuessList:
    guesses = GuessList()
    guesses.set_facts(facts)
    return guesses


def _makers() -> MakerList:
    listed = MakerList()
    listed.set_makers("/home/somebody/flowers/net.py", MAKERS)
    return listed


def _fit() -> FitTable:
    table = FitTable()
    table.set_misfit(MISFIT)
    return table


def _progress() -> ProgressLine:
    seconds = iter((0.0, 2.5))
    line = ProgressLine(clock=lambda: next(seconds))
    line.set_progress("Downloading the weights of se/resnet50", 0, 98_000_000)
    line.set_progress("Downloading the weights of se/resnet50", 31_000_000, 98_000_000)
    return line


def _busy() -> ProgressLine:
    line = ProgressLine()
    line.set_progress("Building timm/vit_base_patch16_224.augreg_in1k")
    return line


def _preparation(guessed: bool = False, mean: str = "") -> PreparationForm:
    form = PreparationForm()
    form.set_own((224, 224), "crop", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), guessed)
    form.set_preparation(Preparation(size=(288, 384), fit="letterbox"))
    if mean:
        edit = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Mean")
        edit.setText(mean)
        edit.textEdited.emit(mean)
    return form


def _message(*actions: str) -> QWidget:
    window, bar = QWidget(), MessageBar()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(bar)
    column.addStretch(1)
    bar.show_message(LONG, "error", actions)
    return window
