"""The list of networks agrees with the installed libraries, with layers counted by hand, and with the disk."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from attnscope.models.catalogue import all_offers as catalogue
from attnscope.models.catalogue.all_offers import offers
from attnscope.models.catalogue.weights_here import hub_folder, torch_folder
from attnscope.models.networks.residual_network import gated_resnet
from attnscope.models.offers import Offer

from ..sweep.timm_counted import timm_count
from ..sweep.timm_networks import SMALLER
from ..sweep.torchvision_counted import torchvision_count

VIT = "timm/vit_small_patch16_224.augreg_in1k"


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Empty caches."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path


def torch_file(caches: Path, name: str, content: bytes = b"weights") -> None:
    folder = caches / "torch" / "hub" / "checkpoints"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def repository(caches: Path, name: str, **files: str) -> Path:
    """A repository as huggingface_hub keeps it, with links to blobs; `files` with __ for a dot."""
    folder = caches / "hub" / f"models--{name.replace('/', '--')}"
    snapshot = folder / "snapshots" / "0a1b2c"
    snapshot.mkdir(parents=True)
    (folder / "refs").mkdir()
    (folder / "refs" / "main").write_text("0a1b2c")
    (folder / "blobs").mkdir()
    for number, (file, content) in enumerate(files.items()):
        (folder / "blobs" / f"b{number}").write_text(content)
        (snapshot / file.replace("__", ".")).symlink_to(Path("..", "..", "blobs", f"b{number}"))
    return snapshot


def offered(model: str, weights: str = "") -> Offer:
    return next(offer for offer in offers() if (offer.model, offer.weights) == (model, weights))


def states(*wanted: str) -> list[str]:
    return [offer.model for offer in offers() if offer.state in wanted]


def of_source(source: str) -> list[Offer]:
    return [offer for offer in offers() if offer.source == source]


def counted_of_timm() -> Iterator[tuple[str, dict[str, int]]]:
    import timm

    smaller = {name for family in SMALLER for name in timm.list_models(module=family)}
    for name in timm.list_models():
        count = timm_count(name)
        if count is not None and name not in smaller:
            yield name, count


def test_every_network_of_torchvision_is_offered_with_each_of_its_weights() -> None:
    from torchvision import models

    wanted = {
        (f"torchvision/{name}", weights.name, weights.meta["num_params"], round(weights.meta["_file_size"] * 2**20))
        for name in models.list_models(module=models)
        for weights in models.get_model_weights(name)
    }
    assert {(o.model, o.weights, o.parameters, o.bytes) for o in of_source("torchvision")} == wanted


def test_every_network_of_timm_is_offered_with_each_of_its_tags_at_its_size() -> None:
    import timm
    from timm.models import get_pretrained_cfg

    tags = timm.list_models(pretrained=True)
    bare = set(timm.list_models()) - {tag.partition(".")[0] for tag in tags}
    sizes = {f"timm/{tag}": get_pretrained_cfg(tag).input_size[1:] for tag in tags}
    found = of_source("timm")
    assert {o.model: o.input_size for o in found if o.state != "none"} == sizes
    assert {o.model for o in found if o.state == "none"} == {f"timm/{name}" for name in bare}


def test_no_offer_stands_there_twice() -> None:
    names = [(offer.model, offer.weights) for offer in offers()]
    assert len(set(names)) == len(names)


def test_the_attention_of_torchvisions_networks_is_as_counted_by_hand() -> None:
    found = {offer.model.partition("/")[2]: dict(offer.kinds or ()) for offer in of_source("torchvision")}
    assert found == {name: torchvision_count(name) for name in found}


def test_the_attention_of_timms_networks_is_as_counted_by_hand() -> None:
    wanted = dict(counted_of_timm())
    found: dict[str, set[frozenset[tuple[str, int]]]] = {name: set() for name in wanted}
    for offer in of_source("timm"):
        name = offer.model.partition("/")[2].partition(".")[0]
        if name in found:
            found[name].add(frozenset(offer.kinds or ()))
    assert len(wanted) > 150
    assert found == {name: {frozenset(count.items())} for name, count in wanted.items()}


@pytest.mark.parametrize(
    ("model", "millions", "kinds"),
    [
        # Table 4 of the CBAM paper, table 4 of the BAM paper; gates in 2 + 2 + 2 + 2, 3 + 4 + 6 + 3, ... blocks.
        ("cbam/resnet18", 11.78, (("channel", 8), ("spatial", 8))),
        ("cbam/resnet50", 28.09, (("channel", 16), ("spatial", 16))),
        ("cbam/resnet101", 49.33, (("channel", 33), ("spatial", 33))),
        ("se/resnet50", 28.09, (("channel", 16),)),
        ("se/resnet101", 49.29, (("channel", 33),)),
        ("bam/resnet50", 25.92, (("other", 3),)),
    ],
)
def test_the_papers_networks(model: str, millions: float, kinds: tuple[tuple[str, int], ...]) -> None:
    offer = next(offer for offer in offers() if offer.model == model)
    assert offer.parameters / 1e6 == pytest.approx(millions, abs=0.02)
    assert offer.kinds == kinds


def test_our_own_networks_have_as_many_parameters_as_they_are_offered_with() -> None:
    with torch.device("meta"):
        built = {
            f"{gates}/resnet{depth}": gated_resnet(gates, depth)
            for gates in ("cbam", "se", "bam")
            for depth in (18, 34)
        }
    found = {offer.model: offer.parameters for offer in offers() if offer.model in built}
    assert found == {model: sum(p.numel() for p in network.parameters()) for model, network in built.items()}


@pytest.mark.parametrize(
    ("model", "kinds", "parameters"),
    [
        ("hf/google/vit-base-patch16-224", (("heads", 12),), 86_567_656),
        ("hf/microsoft/swin-tiny-patch4-window7-224", (("heads", 12),), 28_288_354),
        ("hf/microsoft/resnet-50", (), 25_557_032),
    ],
)
def test_well_known_networks_of_transformers(model: str, kinds: tuple[tuple[str, int], ...], parameters: int) -> None:
    # Numbers of the models' cards: the same architectures as vit_b_16, swin_t and resnet50.
    offer = offered(model)
    assert (offer.kinds, offer.parameters) == (kinds, parameters)


def test_in_empty_caches_only_what_comes_with_the_program_is_here(caches: Path) -> None:
    assert states("here") == ["tour"]
    assert offered("torchvision/resnet50", "IMAGENET1K_V2").state == "download"
    assert offered("se/resnet50", "SENET_PYTORCH").state == "download"
    assert offered("cbam/resnet50").state == "none"
    assert "by hand" in offered("cbam/resnet50").note
    assert offered(VIT).state == "download"


@pytest.mark.parametrize(
    ("file", "models"),
    [
        ("vit_b_16-c867db91.pth", ["torchvision/vit_b_16"]),
        ("resnet50-11ad3fa6.pth", ["torchvision/resnet50", "timm/resnet50.tv2_in1k"]),  # the same weights
        ("seresnet50-60a8950a85b2b.pkl", ["se/resnet50"]),
        ("gcvit_tiny_224_nvidia-ac783954.pth", ["timm/gcvit_tiny.in1k"]),
    ],
)
def test_a_file_in_torchs_folder_is_here(caches: Path, file: str, models: list[str]) -> None:
    torch_file(caches, file)
    assert states("here") == ["tour", *models]


@pytest.mark.parametrize("file", ["resnet50-11ad3fa6.pth.part", "resnet50-11ad3fa6.pth.1234.partial", "resnet50.pth"])
def test_a_file_that_is_being_fetched_is_not_here(caches: Path, file: str) -> None:
    torch_file(caches, file)
    torch_file(caches, "vit_b_16-c867db91.pth", b"")
    assert states("here") == ["tour"]


def test_torchs_folder_is_found_as_torch_finds_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for settings in ({}, {"TORCH_HOME": "~/t"}, {"XDG_CACHE_HOME": str(tmp_path)}):
        for name in ("TORCH_HOME", "XDG_CACHE_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        assert torch_folder() == Path(torch.hub.get_dir()) / "checkpoints"


def test_the_hubs_folder_is_found_as_its_library_finds_it(tmp_path: Path) -> None:
    home = "attnscope.models.catalogue.weights_here"
    ask = f"from huggingface_hub.constants import HF_HUB_CACHE as a; from {home} import *; "
    for settings in ({"HF_HOME": "~/h"}, {"XDG_CACHE_HOME": str(tmp_path)}):
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "XDG_"))}
        told = [sys.executable, "-c", f"{ask}print(a); print(hub_folder())"]
        theirs, ours = subprocess.run(
            told, env=clean | settings, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        assert ours == theirs
    assert hub_folder().name == "hub"


def test_a_repository_of_timm_in_the_hubs_cache_is_here(caches: Path) -> None:
    repository(caches, VIT, config__json='{"architecture": "vit_small_patch16_224"}', model__safetensors="weights")
    assert states("here") == ["tour", VIT]


def test_a_repository_under_another_name_is_here(caches: Path) -> None:
    repository(caches, "apple/mobileclip_s0_timm", open_clip_pytorch_model__bin="weights")
    assert states("here") == ["tour", "timm/fastvit_mci0.apple_mclip"]


def test_a_repository_without_its_weights_is_not_here(caches: Path) -> None:
    snapshot = repository(caches, VIT, config__json="{}", model__safetensors="weights")
    blob = (snapshot / "model.safetensors").resolve()
    blob.rename(blob.with_suffix(".incomplete"))
    assert states("here") == ["tour"]


def test_a_snapshot_that_is_not_the_current_one_is_not_here(caches: Path) -> None:
    snapshot = repository(caches, VIT, model__safetensors="weights")
    (snapshot.parents[1] / "refs" / "main").write_text("ffffff")
    assert states("here") == ["tour"]


def test_a_sharded_repository_is_here_once_all_its_parts_are(caches: Path) -> None:
    index = json.dumps({"weight_map": {"a": "model-1.safetensors", "b": "model-2.safetensors"}})
    name = "facebook/dinov2-large"
    snapshot = repository(caches, name, model__safetensors__index__json=index)
    (snapshot / "model-1.safetensors").write_text("weights")
    assert states("here") == ["tour"]
    (snapshot / "model-2.safetensors").write_text("weights")
    assert states("here") == ["tour", f"hf/{name}"]


def test_image_networks_of_the_hubs_cache_are_offered_and_others_are_not(caches: Path) -> None:
    image = '{"model_type": "vit", "image_size": 384, "architectures": ["ViTForImageClassification"]}'
    repository(caches, "me/flowers", config__json=image, model__safetensors="x" * 1000)
    repository(caches, "me/words", config__json='{"model_type": "bert"}', model__safetensors="weights")
    repository(caches, "me/broken", config__json="{", model__safetensors="weights")
    repository(caches, "me/unfinished", config__json=image)
    flowers = Offer("hf/me/flowers", input_size=(384, 384), bytes=1000, state="here")
    assert [offer for offer in offers() if offer.model.startswith("hf/me/")] == [flowers]


@pytest.mark.parametrize(("package", "source", "extra"), [("timm", "timm", "timm"), ("transformers", "hf", "hf")])
def test_what_a_missing_package_has_says_how_to_install_it(
    package: str, source: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "find_spec", lambda name: None if name == package else object())
    assert {(o.state, o.note) for o in of_source(source)} == {
        ("extra", f'install it with pip install "attnscope[{extra}]"')
    }
    assert "extra" not in {o.state for o in offers() if o.source != source}


def test_the_list_is_made_without_the_packages_that_have_the_networks() -> None:
    heavy = {"torch", "torchvision", "timm", "transformers", "huggingface_hub", "PySide6"}
    home = "attnscope.models.catalogue.all_offers"
    ask = f"import sys; from {home} import offers; offers(); print({heavy!r} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout == "set()\n"
