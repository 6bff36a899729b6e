"""An architecture is told from the names and shapes of a checkpoint, whatever head, prefix and input it has."""

import json
from collections.abc import Callable
from functools import partial

import pytest
import torch
from attnscope.models.catalogue.architectures import guess_architectures
from attnscope.models.catalogue.fingerprint_file import ASSET, fingerprints
from attnscope.models.networks.residual_network import gated_resnet
from attnscope.models.networks.tour import EMBEDDED_WEIGHTS
from safetensors import safe_open
from torch import nn

from ..sweep.architectures_known import own_architectures, timm_architecture, torchvision_architecture
from ..sweep.measuring import Architecture, built, measured, shapes_of

CATALOGUE = json.loads(ASSET.with_name("catalogue.json").read_text())
Shapes = dict[str, tuple[int, ...]]

# One of each of many families.
TIMM = """beit_base_patch16_224 botnet26t_256 cait_xxs24_224 coat_lite_tiny convit_tiny convnextv2_atto
    crossvit_tiny_240 cspresnet50 davit_tiny deit_tiny_distilled_patch16_224 densenet121 dla34 eca_nfnet_l0
    edgenext_xx_small efficientformerv2_s0 efficientnet_lite0 eva02_tiny_patch14_224 fastvit_t8 focalnet_tiny_srf
    gcvit_xxtiny ghostnet_050 hardcorenas_a hiera_tiny_224 inception_resnet_v2 lcnet_035 levit_128s
    maxvit_pico_rw_256 mixer_s32_224 mobilevit_xxs mvitv2_tiny nest_tiny pit_ti_224 poolformer_s12 pvt_v2_b0
    regnety_002 resmlp_12_224 resnest14d rexnet_100 seresnet18 skresnet18 swinv2_tiny_window8_256 tiny_vit_5m_224
    twins_svt_small vit_tiny_patch16_224 volo_d1_224 xcit_nano_12_p8_224"""


def without(shapes: Shapes, *endings: str) -> Shapes:
    return {name: shape for name, shape in shapes.items() if not name.endswith(endings)}


def prefixed(prefix: str, shapes: Shapes) -> Shapes:
    return {prefix + name: shape for name, shape in shapes.items()}


def timm_shapes(name: str, **options: object) -> Shapes:
    return shapes_of(built(timm_architecture(name), **options))


def torchvision_shapes(name: str, **options: object) -> Shapes:
    return shapes_of(built(torchvision_architecture(name), **options))


def models(shapes: Shapes) -> list[str]:
    return [guess.model for guess in guess_architectures(shapes)]


@pytest.mark.parametrize("architecture", list(own_architectures()), ids=lambda architecture: architecture.model)
def test_our_own_networks_are_told(architecture: Architecture) -> None:
    # With other classes than they have by themselves, as DataParallel names them, without the counters of 2018.
    shapes = without(prefixed("module.", shapes_of(built(architecture, num_classes=10))), "num_batches_tracked")
    first = guess_architectures(shapes)[0]
    assert (first.model, first.certain) == (architecture.model, True)


def test_the_embedded_weights_are_those_of_the_tour_network() -> None:
    with safe_open(EMBEDDED_WEIGHTS, framework="pt") as file:
        shapes = {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118 - no dictionary
    assert models(shapes)[0] == "tour"


@pytest.mark.parametrize("name", [row[0] for row in CATALOGUE["torchvision"]])
def test_every_network_of_torchvision_is_told_and_named_before_equal_ones_of_timm(name: str) -> None:
    first = guess_architectures(torchvision_shapes(name, num_classes=7))[0]
    assert (first.model, first.certain) == (f"torchvision/{name}", True)


@pytest.mark.parametrize("name", TIMM.split())
def test_networks_of_timm_are_told(name: str) -> None:
    made = timm_shapes(name, num_classes=7)
    first = guess_architectures(without(prefixed("model.", made), "num_batches_tracked"))[0]
    assert first.certain
    if first.model != f"timm/{name}":
        source, _, equal = first.model.partition("/")
        assert {"timm": timm_shapes, "torchvision": torchvision_shapes}[source](equal, num_classes=7) == made


@pytest.mark.parametrize(
    "prefix",
    ["module.", "model.", "_orig_mod.", "backbone.", "module._orig_mod.", "student.module.backbone.", "net.0."],
)
def test_whatever_prefix_the_names_carry(prefix: str) -> None:
    assert models(prefixed(prefix, torchvision_shapes("resnet18", num_classes=3)))[0] == "torchvision/resnet18"


def test_parts_that_were_compiled_alone() -> None:
    shapes = torchvision_shapes("resnet18")
    compiled = {name.replace("layer2.", "layer2._orig_mod."): shape for name, shape in shapes.items()}
    assert models(compiled)[0] == "torchvision/resnet18"


def test_a_real_checkpoint_of_a_wrapped_network() -> None:
    class Learner(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.backbone = nn.DataParallel(gated_resnet("cbam", 18, 5))
            self.loss = nn.Linear(4, 4)

    with torch.device("meta"):
        shapes = shapes_of(Learner())
    first = guess_architectures(shapes)[0]
    assert first.model == "cbam/resnet18"
    assert first.note == "2 more tensors have no place in it"


@pytest.mark.parametrize(
    ("shapes", "model"),
    [
        (partial(torchvision_shapes, "resnet34"), "torchvision/resnet34"),
        (partial(torchvision_shapes, "mobilenet_v3_small"), "torchvision/mobilenet_v3_small"),
        (partial(timm_shapes, "vit_small_patch16_224"), "timm/vit_small_patch16_224"),
    ],
)
def test_without_its_head(shapes: partial[Shapes], model: str) -> None:
    body = {name: shape for name, shape in shapes().items() if not name.startswith(("fc.", "head.", "classifier.3."))}
    first = guess_architectures(body)[0]
    assert (first.model, first.certain) == (model, True)


def test_with_a_head_of_several_layers_and_another_beside_it() -> None:
    shapes = without(torchvision_shapes("resnet50"), "fc.weight", "fc.bias")
    shapes |= {"fc.0.weight": (64, 2048), "fc.0.bias": (64,), "fc.3.weight": (5, 64), "aux.weight": (5, 2048)}
    first = guess_architectures(shapes)[0]
    assert (first.model, first.certain) == ("torchvision/resnet50", True)
    assert first.note == "1 more tensor has no place in it"


@pytest.mark.parametrize("name", ["googlenet", "inception_v3"])
def test_auxiliary_classifiers_may_be_left_out(name: str) -> None:
    shapes = torchvision_shapes(name)
    main = {key: shape for key, shape in shapes.items() if not key.startswith(("aux", "Aux"))}
    assert len(main) < len(shapes)
    assert models(main)[0] == f"torchvision/{name}"


@pytest.mark.parametrize(
    ("shapes", "model"),
    [
        (partial(timm_shapes, "vit_base_patch16_224", img_size=384), "timm/vit_base_patch16_384"),
        (partial(timm_shapes, "vit_base_patch16_224"), "timm/vit_base_patch16_224"),
        (partial(timm_shapes, "vit_small_patch16_224", img_size=96), "timm/vit_small_patch16_224?img_size=96"),
        (partial(torchvision_shapes, "vit_b_16", image_size=384), "torchvision/vit_b_16?image_size=384"),
        (partial(torchvision_shapes, "vit_b_32", image_size=64), "torchvision/vit_b_32?image_size=64"),
    ],
)
def test_the_position_embedding_tells_the_size_of_the_input(shapes: partial[Shapes], model: str) -> None:
    first = guess_architectures(shapes())[0]
    assert (first.model, first.certain) == (model, True)


def test_a_guessed_size_builds_a_network_that_has_the_shapes() -> None:
    shapes = torchvision_shapes("vit_b_32", image_size=64)
    name, _, size = models(shapes)[0].removeprefix("torchvision/").partition("?image_size=")
    assert torchvision_shapes(name, image_size=int(size)) == shapes


def test_windows_of_another_size_are_not_certain() -> None:
    shapes = timm_shapes("swin_small_patch4_window7_224", img_size=384, window_size=12)
    guesses = {guess.model: guess for guess in guess_architectures(shapes)}
    found = guesses["timm/swin_small_patch4_window7_224"]
    assert not found.certain
    assert "of another size" in found.note


def test_without_its_position_embedding_nothing_is_certain() -> None:
    guesses = guess_architectures(without(torchvision_shapes("vit_b_16"), "pos_embedding"))
    assert [(guess.model, guess.certain) for guess in guesses] == [("torchvision/vit_b_16", False)]
    assert guesses[0].note == "what depends on the input's size is missing"


def test_a_network_that_is_a_part_of_another_stands_behind_it() -> None:
    # All tensors of a ResNet-50 are in one with BAM.
    guesses = guess_architectures(shapes_of(built(Architecture("", partial(gated_resnet, "bam", 50)))))
    assert guesses[0].model == "bam/resnet50"
    assert [guess for guess in guesses if guess.certain] == [guesses[0]]


def test_the_backbone_of_a_detector_is_told_with_what_is_left_over() -> None:
    import torchvision

    with torch.device("meta"):
        detector = torchvision.models.detection.fasterrcnn_resnet50_fpn(weights=None, weights_backbone=None)
    inside = len([name for name in detector.state_dict() if name.startswith("backbone.body.")])
    first = guess_architectures(shapes_of(detector))[0]
    assert first.model == "torchvision/resnet50"
    assert first.note == f"{len(detector.state_dict()) - inside} more tensors have no place in it"


def test_a_changed_depth_is_near_and_not_certain() -> None:
    guesses = guess_architectures(timm_shapes("vit_small_patch16_224", depth=10))
    assert guesses[0].model == "timm/vit_small_patch16_224"
    assert not any(guess.certain for guess in guesses)


def test_other_channels_of_the_input_are_near_and_not_certain() -> None:
    first = guess_architectures(torchvision_shapes("resnet18") | {"conv1.weight": (64, 1, 7, 7)})[0]
    assert (first.model, first.certain) == ("torchvision/resnet18", False)
    assert first.note == "all names match, some shapes differ"


def test_another_width_is_told_by_the_names() -> None:
    shapes = timm_shapes("vit_tiny_patch16_224", embed_dim=120, num_heads=3)
    guesses = guess_architectures(shapes)
    assert any(guess.model == "timm/vit_base_patch16_224" for guess in guesses)
    assert {guess.note for guess in guesses} == {"all names match, some shapes differ"}


@pytest.mark.parametrize(
    "shapes",
    [
        {},
        {"weight": (3, 3)},
        {"epoch": ()},
        {"0.weight": (100, 20), "0.bias": (100,), "2.weight": (10, 100), "2.bias": (10,)},
        {f"down{i}.conv{j}.weight": (8 << i, 8 << i, 3, 3) for i in range(4) for j in range(2)},
        {f"encoder.layers.{i}.self_attn.in_proj_weight": (192, 64) for i in range(3)},
    ],
)
def test_nothing_is_made_up_for_what_is_like_no_architecture(shapes: Shapes) -> None:
    assert guess_architectures(shapes) == ()


def test_at_most_eight_and_none_twice() -> None:
    found = models(timm_shapes("vit_base_patch16_224"))
    assert len(found) <= 8
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("network", "kind"),
    [
        ("ViTForImageClassification", "vit"),
        ("SwinForImageClassification", "swin"),
        ("Dinov2ForImageClassification", "dinov2"),
        ("SegformerForImageClassification", "segformer"),
        ("ConvNextForImageClassification", "convnext"),
    ],
)
def test_a_checkpoint_of_transformers_is_told_with_its_type(network: str, kind: str) -> None:
    import transformers

    made = getattr(transformers, network)
    with torch.device("meta"):
        shapes = shapes_of(made(made.config_class()))
    first = guess_architectures(shapes)[0]
    assert (first.model, first.certain) == ("hf/", False)
    assert f"of type {kind}:" in first.note


def test_names_as_transformers_writes_them_to_files() -> None:
    layer = "vit.encoder.layer.{}.attention.attention.query.weight"
    shapes = {layer.format(number): (768, 768) for number in range(12)}
    assert "of type vit:" in guess_architectures(shapes)[0].note


@pytest.mark.parametrize(
    ("make", "name"),
    [
        *((timm_architecture, name) for name in ("resnet26t", "vit_tiny_patch16_384", "swin_s3_tiny_224", "levit_128")),
        *((torchvision_architecture, name) for name in ("swin_v2_t", "efficientnet_b3", "vit_l_32", "regnet_y_800mf")),
    ],
)
def test_the_file_is_as_the_installed_libraries_build_their_networks(
    make: Callable[[str], Architecture], name: str
) -> None:
    architecture = make(name)
    made = measured(architecture, counting=False).fingerprint
    kept = next(one for one in fingerprints() if architecture.model in one.models)
    for part in ("tensors", "total", "names", "sample", "patterns", "children", "head", "sized", "sizes", "position"):
        assert getattr(kept, part) == getattr(made, part), part


def test_every_architecture_of_the_catalogue_has_a_fingerprint() -> None:
    wanted = {row[0] for row in CATALOGUE["own"]}
    wanted |= {f"{source}/{row[0]}" for source in ("torchvision", "timm") for row in CATALOGUE[source]}
    assert wanted <= {model for one in fingerprints() for model in one.models}
