"""A text is told from a search when it names a network by itself."""

import pytest
from attnscope.widgets.networks.typed_model import typed_model


@pytest.mark.parametrize(
    "text",
    [
        "net.py:build",
        "net.py:build?classes=10",
        "net.py:Net.small",
        "runs/new one/net.py:Net",
        r"C:\work\net.py:build",
        "package.module:callable",
        "mynet:build",
        "  net.py:build  ",
        "~/runs/best.pth",
        "/home/somebody/best.safetensors",
        "./net.py",
        "..\\net.py",
        "D:/weights/a",
        "best.PTH",
        "hf/google/vit-base-patch16-224",
        "hf/./my folder",
        "hf//home/somebody/vit",
        "cbam/resnet50?stem=cifar",
        "torchvision/vit_b_16?image_size=384",
    ],
)
def test_a_name_is_offered_even_where_a_search_finds_something(text):
    offer = typed_model(text, found=True)
    assert offer is not None
    assert offer.model == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "resnet se",
        "swin",
        "heads",
        "kind:heads",
        "<30M",
        "vit_b_16",
        "hf",
        "hf/google",
        "net.py:",
        ":build",
        "a:b c",
    ],
)
def test_words_are_a_search(text):
    assert typed_model(text, found=True) is None
    assert typed_model(text, found=False) is None


@pytest.mark.parametrize("text", ["timm/vit_new_one", "torchvision/regnet", "se/resnet152"])
def test_a_known_source_is_a_name_only_where_the_search_finds_nothing(text):
    assert typed_model(text, found=True) is None
    assert typed_model(text, found=False).model == text


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("hf/google/vit", "download"),
        ("timm/new", "download"),
        ("hf/./folder", "here"),
        ("net.py:build", "here"),
        ("cbam/resnet50?stem=cifar", "here"),
    ],
)
def test_only_a_hubs_network_asks_for_a_download(text, state):
    assert typed_model(text, found=False).state == state
