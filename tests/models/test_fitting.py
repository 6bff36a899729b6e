"""Weights fit a network whatever stands before their names, and but for what does not matter."""

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.checkpoints.class_head import head_classes
from attnscope.models.checkpoints.fitting import fit, put
from torch import nn

from .fitted_networks import Net, Whole, assert_same, cause, fitted, loaded, saved

# ---------------------------------------------------------------------- libraries

TORCHVISION = {
    "resnet18": {},
    "vit_b_16": {"num_layers": 1, "image_size": 32, "hidden_dim": 48, "mlp_dim": 16},
    "swin_t": {"depths": [1, 1, 1, 1], "embed_dim": 24},
    "swin_v2_t": {"depths": [1, 1, 1, 1], "embed_dim": 24},
    "efficientnet_b0": {},
    "mobilenet_v3_small": {},
    "squeezenet1_1": {},
    "mnasnet0_5": {},
    "shufflenet_v2_x0_5": {},
}
TIMM = {
    "test_vit": {},
    "test_resnet": {},
    "deit_tiny_distilled_patch16_224": {"depth": 1},
    "swin_tiny_patch4_window7_224": {"depths": (1, 1), "embed_dim": 24},
    "convnext_atto": {"depths": (1, 1, 1, 1)},
    "levit_128s": {"depth": (1, 1, 1)},
}


def torchvision_network(name: str, classes: int) -> nn.Module:
    models = pytest.importorskip("torchvision.models")
    options = TORCHVISION[name]
    if name.startswith("vit"):
        parts = {"patch_size": 16, "num_heads": 3, **options}
        return models.VisionTransformer(num_classes=classes, **parts)
    if name.startswith("swin"):
        version = {"block": models.swin_transformer.SwinTransformerBlockV2,
                   "downsample_layer": models.swin_transformer.PatchMergingV2} if "v2" in name else {}  # fmt: skip
        heads = {"patch_size": [4, 4], "num_heads": [3, 3, 3, 3], "window_size": [7, 7]}
        return models.SwinTransformer(num_classes=classes, **heads, **options, **version)
    return models.get_model(name, num_classes=classes)


def timm_network(name: str, classes: int) -> nn.Module:
    return pytest.importorskip("timm").create_model(name, num_classes=classes, **TIMM[name])


NETWORKS = [(torchvision_network, name) for name in TORCHVISION] + [(timm_network, name) for name in TIMM]


@pytest.mark.parametrize(("build", "name"), NETWORKS)
def test_networks_of_libraries(build, name, tmp_path):
    trained, network, larger = build(name, 3), build(name, 3), build(name, 4)
    read = saved({"state_dict": nn.DataParallel(trained).state_dict(), "epoch": 1}, tmp_path / "w.pth")
    assert put(network, fit(network, read)) == ()
    assert_same(network, trained)
    found = fit(larger, read)
    assert (found.complete, found.only_head, found.classes) == (False, True, 3)
    assert head_classes(read.shapes) == 3
    assert "it has 3 classes where the network has 4" in found.misfit().cause


@pytest.mark.parametrize("kind", ["ViT", "Swin"])
def test_networks_of_transformers(kind, tmp_path):
    transformers = pytest.importorskip("transformers")
    small = {
        "ViT": {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 16},
        "Swin": {"embed_dim": 8, "depths": [1, 1], "num_heads": [2, 2], "window_size": 2},
    }[kind]
    configuration = getattr(transformers, f"{kind}Config")(**small, image_size=32, patch_size=4, num_labels=5)
    whole = getattr(transformers, f"{kind}ForImageClassification")
    trained, network = whole(configuration).eval(), whole(configuration)
    trained.save_pretrained(tmp_path)
    assert put(network, fit(network, read_checkpoint(tmp_path))) == ()
    assert_same(network, trained)
    trunk = getattr(transformers, f"{kind}Model")(configuration, add_pooling_layer=False)
    found = fit(trunk, read_checkpoint(tmp_path))
    assert found.complete
    assert "classifier" in put(trunk, found)[0]
    only_trunk = fit(network, saved(trunk.state_dict(), tmp_path / "trunk.pth"))
    assert (only_trunk.only_head, only_trunk.missing) == (True, ("classifier.weight", "classifier.bias"))
    assert "no head" in only_trunk.misfit().cause


# ---------------------------------------------------------------------- names

PREFIXES = ["", "module.", "model.", "model.module._orig_mod.", "backbone.", "state.network.encoder.", "a.b.c."]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_prefix_of_the_file(prefix):
    trained, network = Net(), Net()
    loaded(network, {f"{prefix}{name}": tensor for name, tensor in trained.state_dict().items()})
    assert_same(network, trained)


@pytest.mark.parametrize("prefix", ["", "module.", "encoder_q."])
def test_prefix_of_the_network(prefix):
    trained, network = Net(), Whole(backbone=Net())
    loaded(network, {f"{prefix}{name}": tensor for name, tensor in trained.state_dict().items()})
    assert_same(network.backbone, trained)


def test_network_in_torchs_own_wrappers():
    trained, network = Net(), Net()
    loaded(torch.compile(nn.DataParallel(network)), trained)
    assert_same(network, trained)


def test_head_beside_the_backbone():
    trained, network = Net(), Net()
    weights = {name if name.startswith("fc") else f"backbone.{name}": t for name, t in trained.state_dict().items()}
    loaded(network, weights)
    assert_same(network, trained)


@pytest.mark.parametrize(
    ("taken", "other"),
    [("teacher", "student"), ("encoder_q", "encoder_k"), ("base_encoder", "momentum_encoder"), ("ema_model", "model"),
     ("online_encoder", "target_encoder")],
)  # fmt: skip
@pytest.mark.parametrize("swapped", [False, True])
def test_one_of_several_copies(taken, other, swapped):
    trained, network = Net(), Net()
    parts = {taken: trained, other: Net()}
    weights = Whole(**dict(reversed(parts.items())) if swapped else parts).state_dict() | {"queue": torch.zeros(3)}
    notes = loaded(network, weights)
    assert_same(network, trained)
    assert f"{taken} was taken" in notes[0]


def test_network_that_wants_all_copies():
    trained, network = (Whole(encoder_q=Net(), encoder_k=Net()) for _ in range(2))
    assert loaded(network, trained) == ()
    assert_same(network, trained)


def test_generator_of_a_pair(tmp_path):
    trained, network = Net(), Net()
    read = saved({"G": trained.state_dict(), "D": nn.Linear(2, 2).state_dict(), "optim": {"state": {}}}, tmp_path / "w")
    notes = put(network, fit(network, read))
    assert_same(network, trained)
    assert "D (2 tensors)" in notes[0]


def test_blocks_never_change_places():
    network = Net(blocks=2)
    weights = {name.replace("blocks.0", "blocks.7"): tensor for name, tensor in Net(blocks=1).state_dict().items()}
    assert not fitted(network, weights).complete
    assert fitted(network.blocks[0], Net()).complete is False


# ---------------------------------------------------------------------- what does not matter


def test_counters_of_old_batch_norms_may_lack():
    trained, network = Net(), Net()
    loaded(network, {name: t for name, t in trained.state_dict().items() if not name.endswith("num_batches_tracked")})
    assert_same(network, trained)


class Indexed(Net):
    def __init__(self, window: int = 2) -> None:
        super().__init__()
        self.register_buffer("relative_position_index", torch.arange(window))
        self.register_buffer("relative_coords_table", torch.zeros(window, 2))
        self.register_buffer("places", torch.arange(window))


def test_buffers_that_the_network_works_out_may_lack_or_be_too_many():
    assert fitted(Indexed(), Net()).complete
    assert fitted(
        Net(), {**Net().state_dict(), "attn_mask": torch.zeros(2), "blocks.0.total_ops": torch.zeros(1)}
    ).complete


def test_buffers_that_the_network_works_out_keep_their_size():
    network, other = Indexed(window=2), Indexed(window=3)
    assert loaded(network, other) == ()
    assert network.places.tolist() == [0, 1]


def test_statistics_of_a_norm_are_needed():
    weights = {name: tensor for name, tensor in Net().state_dict().items() if not name.endswith("running_var")}
    assert "it lacks running_var in 3 places" in cause(Net(), weights)


def test_parts_beside_the_network_are_left_out_and_told():
    weights = Net().state_dict() | {
        "projector.mlp.0.weight": torch.zeros(3, 3),
        "decoder.layers.0.weight": torch.zeros(3, 3),
        "mask_token": torch.zeros(1, 1, 3),
    }
    network = Net()
    notes = loaded(network, weights)
    assert "projector.mlp (1 tensor), decoder.layers (1 tensor), mask_token (1 tensor)" in notes[0]


def test_projection_in_place_of_a_head():
    network = nn.Sequential()
    network.add_module("body", Net(classes=1).blocks)
    weights = network.state_dict() | {
        "head.mlp.0.weight": torch.zeros(9, 9),
        "head.last_layer.weight": torch.zeros(99, 9),
    }
    assert fitted(network, weights).complete
    assert head_classes({name: tuple(tensor.shape) for name, tensor in weights.items()}) is None
