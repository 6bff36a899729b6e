"""Words find networks: all of them must fit, the best comes first."""

import pytest
from attnscope.models.catalogue.offer_search import search
from attnscope.models.offers import Offer

OFFERS = (
    Offer("tour", "", (("channel", 4), ("spatial", 2), ("heads", 3)), 1_000_000, state="here"),
    Offer("se/resnet50", "SENET_PYTORCH", (("channel", 16),), 28_000_000, state="download"),
    Offer("torchvision/resnet50", "IMAGENET1K_V1", (), 25_600_000, state="here"),
    Offer("torchvision/resnet50", "IMAGENET1K_V2", (), 25_600_000, state="download"),
    Offer("torchvision/wide_resnet50_2", "IMAGENET1K_V1", (), 68_900_000, state="download"),
    Offer("torchvision/swin_t", "IMAGENET1K_V1", (("heads", 12),), 28_300_000, state="download"),
    Offer("timm/seresnet50.a1_in1k", "", (("channel", 16),), 28_100_000, state="extra"),
    Offer("timm/swin_tiny_patch4_window7_224.ms_in1k", "", (("heads", 12),), 28_300_000, state="here"),
    Offer("timm/vit_base_patch16_224.dino", "", (("heads", 12),), 85_800_000, state="download"),
    Offer("hf/google/vit-base-patch16-224", "", (("heads", 12),), 86_600_000, state="download"),
    Offer("hf/me/unknown", "", None, 0, state="here"),
)


def found(words: str) -> list[str]:
    return [offer.model + (f":{offer.weights}" if offer.weights else "") for offer in search(OFFERS, words)]


def test_no_words_give_all_as_they_are() -> None:
    assert search(OFFERS, "  ") == OFFERS


def test_the_very_name_comes_before_names_that_hold_it() -> None:
    assert found("resnet50") == [
        "se/resnet50:SENET_PYTORCH",
        "torchvision/resnet50:IMAGENET1K_V1",
        "torchvision/resnet50:IMAGENET1K_V2",
        "torchvision/wide_resnet50_2:IMAGENET1K_V1",
        "timm/seresnet50.a1_in1k",
    ]


def test_all_words_must_fit() -> None:
    assert found("resnet se") == ["se/resnet50:SENET_PYTORCH", "timm/seresnet50.a1_in1k"]
    assert found("resnet swin") == []


@pytest.mark.parametrize("words", ["vit_base_patch16", "VIT-Base-Patch16", "vit-base patch16"])
def test_capitals_and_dashes_make_no_difference(words: str) -> None:
    assert found(words) == ["timm/vit_base_patch16_224.dino", "hf/google/vit-base-patch16-224"]


def test_a_dash_too_many_makes_no_difference() -> None:
    assert found("resnet-50 V2") == ["torchvision/resnet50:IMAGENET1K_V2"]


def test_a_name_without_its_separators_fits() -> None:
    assert found("wideresnet") == ["torchvision/wide_resnet50_2:IMAGENET1K_V1"]


def test_the_name_of_the_weights_fits() -> None:
    assert found("imagenet1k_v2") == ["torchvision/resnet50:IMAGENET1K_V2"]
    assert found("dino") == ["timm/vit_base_patch16_224.dino"]


def test_a_source_fits() -> None:
    assert found("hf") == ["hf/me/unknown", "hf/google/vit-base-patch16-224"]


@pytest.mark.parametrize("words", ["heads", "kind:heads"])
def test_a_kind_of_attention_fits(words: str) -> None:
    assert found(f"{words} swin") == ["torchvision/swin_t:IMAGENET1K_V1", "timm/swin_tiny_patch4_window7_224.ms_in1k"]


def test_here_means_weights_on_this_machine() -> None:
    assert found("here") == [
        "tour",
        "torchvision/resnet50:IMAGENET1K_V1",
        "timm/swin_tiny_patch4_window7_224.ms_in1k",
        "hf/me/unknown",
    ]


@pytest.mark.parametrize(("word", "count"), [("<30M", 7), (">30M", 3), ("<1.5m", 1), (">0.08G", 2), ("<900K", 0)])
def test_parameters_can_be_limited_where_they_are_known(word: str, count: int) -> None:
    assert len(found(word)) == count


def test_words_that_nothing_has_find_nothing() -> None:
    assert found("no_such_network") == []
