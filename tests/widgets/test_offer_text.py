"""A network of the pick list is said in a few words, and in full for tool tips."""

import pytest
from attnscope.models.offers import Offer
from attnscope.widgets.networks.offer_text import (
    facts_line,
    kind_texts,
    offer_name,
    offer_sentence,
    place_line,
    state_text,
)

VIT = Offer(
    "torchvision/vit_b_16",
    "IMAGENET1K_V1",
    (("heads", 12),),
    86_567_656,
    (224, 256),
    346_300_000,
    "download",
    "used last",
)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        ("torchvision/vit_b_16", "vit_b_16"),
        ("timm/vit_small.augreg", "vit_small.augreg"),
        ("hf/google/vit", "google/vit"),
        ("cbam/resnet50", "cbam/resnet50"),
        ("runs/net.py:build", "runs/net.py:build"),
        ("tour", "tour"),
    ],
)
def test_a_librarys_name_is_left_to_the_line_below(model, name):
    assert offer_name(Offer(model)) == name


def test_the_line_below_says_source_weights_and_note():
    assert place_line(VIT) == "torchvision · IMAGENET1K_V1 · used last"
    assert place_line(Offer("hf/google/vit")) == "Hugging Face"


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((("channel", 16), ("spatial", 16)), ("16 channel", "16 spatial")),
        ((), ("no attention",)),
        (None, ("attention not known",)),
    ],
)
def test_kinds_none_and_not_known_are_told_apart(kinds, said):
    assert kind_texts(Offer("timm/a", kinds=kinds)) == said


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (Offer("tour", state="here"), "here"),
        (Offer("timm/a", bytes=97_800_000, state="download"), "98 MB"),
        (Offer("timm/a", state="download"), "to download"),
        (Offer("cbam/resnet50", state="none"), "random only"),
        (Offer("timm/a", state="extra"), "needs attnscope[timm]"),
        (Offer("hf/a/b", state="extra"), "needs attnscope[hf]"),
        (Offer("net.py:build", state="none"), ""),
    ],
)
def test_where_the_weights_are(offer, said):
    assert state_text(offer) == said


def test_facts_have_units():
    facts = "torchvision · IMAGENET1K_V1 · 12 heads · 86.6 M parameters · input 224 × 256 px · 346 MB to download"
    assert facts_line(VIT) == facts
    assert offer_sentence(VIT) == f"torchvision/vit_b_16: {facts}; used last"
