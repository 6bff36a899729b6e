"""What can be done with a network follows from where its weights are."""

import pytest
from attnscope.models.offers import Offer
from attnscope.widgets.networks.offer_choice import Choice, choices, install_command

VIT = "torchvision/vit_b_16"


@pytest.mark.parametrize(
    ("offer", "offered"),
    [
        (Offer("tour", state="here"), [("Load", Choice("tour"))]),
        (Offer(VIT, "IMAGENET1K_V1", state="here"), [("Load", Choice(VIT, "IMAGENET1K_V1"))]),
        (
            Offer(VIT, "IMAGENET1K_V1", bytes=346_300_000, state="download"),
            [
                ("Download 346 MB and load", Choice(VIT, "IMAGENET1K_V1", download=True)),
                ("Load with random weights", Choice(VIT, "random")),
            ],
        ),
        (
            Offer("hf/google/vit", state="download"),
            [
                ("Download and load", Choice("hf/google/vit", download=True)),
                ("Load with random weights", Choice("hf/google/vit", "random")),
            ],
        ),
        (Offer("cbam/resnet50", state="none"), [("Load with random weights", Choice("cbam/resnet50", "random"))]),
        (Offer("net.py:build", state="none"), [("Load", Choice("net.py:build"))]),
        (Offer("net.py:build", "best.pth", state="none"), [("Load", Choice("net.py:build", "best.pth"))]),
        (Offer("timm/vit_small", state="extra"), []),
    ],
)
def test_what_is_offered(offer, offered):
    assert list(choices(offer)) == offered


@pytest.mark.parametrize("source", ["timm", "hf"])
def test_the_command_installs_the_extra_of_the_source(source):
    assert install_command(Offer(f"{source}/a", state="extra")) == f'pip install "attnscope[{source}]"'
