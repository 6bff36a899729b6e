"""Weights go into the network that they fit, whatever stands before their names; else the cause is told, and the cure."""

import io
import pathlib

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import Checkpoint, read_checkpoint
from attnscope.models.checkpoints.class_head import head_classes
from attnscope.models.checkpoints.fitting import Fit, MisfitError, fit, put
from attnscope.models.errors import UserError
from attnscope.models.zoo.random_weights import noticing_weights
from torch import nn


class Block(nn.Module):
    def __init__(self, width: int, gated: bool = False) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=1)
        self.norm = nn.BatchNorm2d(width)
        if gated:
            self.gate = nn.Conv2d(width, width, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.norm(self.conv(x))


class Net(nn.Module):
    def __init__(
        self, classes: int = 7, width: int = 5, blocks: int = 3, channels: int = 3, gated: bool = False
    ) -> None:
        super().__init__()
        self.stem = nn.Conv2d(channels, width, 3)
        self.blocks = nn.ModuleList([Block(width, gated) for _ in range(blocks)])
        self.fc = nn.Linear(width, classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        return self.fc(x.mean((2, 3)))


class Whole(nn.Module):
    """A network in a network, as training scripts wrap it."""

    def __init__(self, **parts: nn.Module) -> None:
        super().__init__()
        for name, part in parts.items():
            setattr(self, name, part)


def checkpoint(tensors: dict[str, torch.Tensor]) -> Checkpoint:
    return Checkpoint(pathlib.Path("w.pth"), tensors)


def fitted(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> Fit:
    return fit(network, checkpoint(of if isinstance(of, dict) else of.state_dict()))


def loaded(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> tuple[str, ...]:
    return put(network, fitted(network, of))


def cause(network: nn.Module, of: nn.Module | dict[str, torch.Tensor]) -> str:
    with pytest.raises(MisfitError) as caught:
        loaded(network, of)
    sentence, misfit = str(caught.value), caught.value.misfit
    assert sentence == f"w.pth does not fit this network: {misfit.cause}"
    assert "\n" not in sentence
    assert 0 < len(misfit.rows) <= 8
    return misfit.cause


def assert_same(network: nn.Module, other: nn.Module) -> None:
    mine, theirs = network.state_dict(), other.state_dict()
    assert mine.keys() == theirs.keys()
    assert all(torch.equal(mine[name], theirs[name]) for name in mine)


def saved(found: object, path: pathlib.Path) -> Checkpoint:
    torch.save(found, path)
    return read_checkpoint(path)


# ---------------------------------------------------------------------- libraries' networks, through real files

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
TIMM = (
    "vit_tiny_patch16_224",
    "deit_tiny_distilled_patch16_224",
    "swin_tiny_patch4_window7_224",
    "resnet10t",
    "convnext_atto",
    "levit_128s",
    "test_resnet",
    "test_vit",
)


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
    return pytest.importorskip("timm").create_model(name, num_classes=classes)


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


# ---------------------------------------------------------------------- the head


def test_head_of_other_classes_is_left_out_when_asked():
    network, trained = Net(classes=7), Net(classes=4)
    found = fitted(network, trained)
    assert (found.only_head, found.classes) == (True, 4)
    before = network.fc.weight.clone()
    assert "prediction means nothing" in put(network, found, skip_head=True)[0]
    assert torch.equal(network.fc.weight, before)
    assert torch.equal(network.stem.weight, trained.stem.weight)


def test_head_of_other_classes_is_refused_unasked():
    network = Net(classes=7)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    assert cause(network, Net(classes=4)) == (
        "it has 4 classes where the network has 7: build the network for 4, or go on without its head (--skip-head)."
    )
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())


def test_skipping_the_head_excuses_nothing_else():
    network = Net()
    found = fitted(network, Net(classes=4, blocks=2))
    with pytest.raises(MisfitError):
        put(network, found, skip_head=True)


def test_head_of_several_layers():
    trained = Net()
    trained.fc = nn.Sequential(nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 9))
    found = fitted(Net(), trained)
    assert (found.only_head, found.classes) == (True, 9)


def test_head_without_a_name():
    def build(classes: int) -> nn.Module:
        return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(4, classes))

    found = fitted(build(2), build(6))
    assert (found.only_head, found.classes) == (True, 6)


def test_auxiliary_classifiers_are_needed_by_training_only():
    network, trained = Net(), Net()
    network.AuxLogits = nn.Linear(5, 7)
    found = fitted(network, trained)
    assert found.only_head
    assert "only training uses" in found.misfit().cause
    assert "only training uses" in put(network, found, skip_head=True)[0]


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        ({"fc.weight": (10, 8)}, 10),
        ({"module.fc.weight": (10, 8), "module.conv.weight": (8, 3, 3, 3), "module.conv.bias": (8,)}, 10),
        ({"head.weight": (10, 8), "head_dist.weight": (9, 8)}, 10),
        ({"heads.head.weight": (10, 8)}, 10),
        ({"classifier.0.weight": (20, 8), "classifier.3.weight": (10, 20)}, 10),
        ({"classifier.1.weight": (10, 8, 1, 1)}, 10),
        ({"head.fc.weight": (10, 8), "head.norm.weight": (8,)}, 10),
        ({"backbone.norm.weight": (8,), "head.weight": (10, 8)}, 10),
        ({"head.mlp.0.weight": (256, 8)}, None),
        ({}, None),
    ],
)
def test_number_of_classes_from_names(names, classes):
    body = {} if any(name.startswith("module") for name in names) or not names else {
        f"layer.{i}.weight": (8, 8) for i in range(4)
    }  # fmt: skip
    assert head_classes(body | names) == classes


# ---------------------------------------------------------------------- causes


@pytest.mark.parametrize(
    ("network", "trained", "words"),
    [
        (Net(), Net(blocks=5), "it has 5 blocks in blocks where the network has 3"),
        (Net(), Net(blocks=2), "it has 2 blocks in blocks where the network has 3"),
        (Net(), Net(width=8), "widths differ throughout (stem.weight: 8, here 5)"),
        (Net(), Net(channels=1), "it takes images of 1 channel where the network takes 3"),
        (Net(), Net(gated=True), "it has gate in 3 places where this network has none"),
        (Net(gated=True), Net(), "it lacks gate in 3 places"),
        (Net(), nn.Linear(3, 3), "another architecture"),
    ],
)
def test_cause_of_a_misfit(network, trained, words):
    assert words in cause(network, trained)


def test_same_network_under_other_names():
    weights = {f"x{number}": tensor for number, tensor in enumerate(Net().state_dict().values())}
    assert "same sizes under other names" in cause(Net(), weights)


@pytest.mark.parametrize("classes", [7, 3])
@pytest.mark.parametrize(("size", "words"), [(96, "36 tokens"), (64, "16 tokens")])
def test_other_input_size_is_worked_out(classes, size, words):
    build = pytest.importorskip("timm").create_model
    network = build("test_vit", img_size=160, num_classes=7)
    trained = build("test_vit", img_size=size, num_classes=classes)
    tokens = int(words.split()[0]) + network.pos_embed.shape[1] - 100
    told = cause(network, trained)
    assert f"pos_embed: {tokens} tokens" in told
    assert told.endswith(f"give --size {size}.")


def test_other_input_size_that_is_not_square():
    build = pytest.importorskip("timm").create_model
    told = cause(build("test_vit"), build("test_vit", img_size=(64, 96)))
    assert told.endswith("give the --size that it was trained at.")


def test_other_windows():
    build = pytest.importorskip("timm").create_model
    network = build("swin_tiny_patch4_window7_224", depths=(1, 1))
    trained = build("swin_tiny_patch4_window7_224", depths=(1, 1), window_size=12, img_size=384)
    assert "its windows are 12 x 12 where the network's are 7 x 7" in cause(network, trained)


def test_windows_of_the_whole_image():
    build = pytest.importorskip("timm").create_model
    parts = {"embed_dim": 12, "depth": 1, "num_heads": 2, "num_classes": 3}
    network = build("beit_base_patch16_224", img_size=64, **parts)
    assert cause(network, build("beit_base_patch16_224", img_size=96, **parts)).endswith("give --size 96.")


def test_whole_numbers_for_a_matrix():
    weights = Net().state_dict()
    assert "another type of numbers" in cause(Net(), weights | {"fc.weight": weights["fc.weight"].to(torch.int8)})
    assert "another type of numbers" in cause(Net(), weights | {"fc.weight": weights["fc.weight"].to(torch.complex64)})


def test_pruned_network():
    trained = Net()
    nn.utils.prune.l1_unstructured(trained.stem, "weight", 0.5)
    assert "prune.remove" in cause(Net(), trained)


def test_table_tells_each_difference_once():
    found = fitted(Net(), Net(classes=4, width=8, gated=True)).misfit()
    assert [row.name for row in found.rows[:3]] == ["stem.weight", "stem.bias", "blocks.0.conv.weight"]
    assert (found.rows[0].wanted, found.rows[0].found) == ("5 x 3 x 3 x 3", "8 x 3 x 3 x 3")
    assert (found.matched, found.missing, found.unexpected) == (3, 0, 6)
    assert found.other_size == 2 + 3 * 6 + 2


# ---------------------------------------------------------------------- putting


@pytest.mark.parametrize("precision", [torch.float16, torch.bfloat16, torch.float64])
def test_network_keeps_its_precision(precision):
    trained, network = Net(), Net()
    loaded(network, {name: t.to(precision) if t.is_floating_point() else t for name, t in trained.state_dict().items()})
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float32}
    assert torch.equal(network.fc.weight, trained.fc.weight.to(precision).float())


def test_parameters_stay_the_same_objects():
    network = Net()
    before = [id(parameter) for parameter in network.parameters()]
    loaded(network, Net())
    assert [id(parameter) for parameter in network.parameters()] == before


def test_weights_in_the_file_are_copied(tmp_path):
    network = Net()
    read = saved(Net().state_dict(), tmp_path / "w.pth")
    put(network, fit(network, read))
    assert network.fc.weight.untyped_storage().data_ptr() != read.tensors["fc.weight"].untyped_storage().data_ptr()


def test_loading_is_noticed():
    network = Net()
    with noticing_weights() as seen:
        loaded(network, Net())
    assert network in seen


def test_lazy_parameters_take_their_size():
    def build(first: type[nn.Module], *sizes: int) -> nn.Sequential:
        return nn.Sequential(first(*sizes, 4), nn.Linear(4, 2))

    trained, network = build(nn.Linear, 3), build(nn.LazyLinear)
    loaded(network, trained)
    assert network[0].weight.shape == (4, 3)
    assert_same(network, trained)


class Tied(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(3, 3, bias=False), nn.Linear(3, 3, bias=False)
        self.second.weight = self.first.weight


@pytest.mark.parametrize("name", ["first.weight", "second.weight"])
def test_tied_weights_are_needed_once(name):
    network = Tied()
    loaded(network, {name: torch.full((3, 3), 2.0)})
    assert network.second.weight is network.first.weight
    assert network.first.weight.unique().tolist() == [2]


def test_number_that_was_a_list_of_one():
    network = Net()
    network.scale = nn.Parameter(torch.tensor(1.0))
    loaded(network, Net().state_dict() | {"scale": torch.tensor([3.0])})
    assert network.scale.item() == 3


class Refusing(Net):
    def _load_from_state_dict(self, state: dict[str, torch.Tensor], *rest: object) -> None:
        self.stem.weight.data.zero_()
        raise ValueError("not today")


def test_network_is_unchanged_when_its_own_code_refuses():
    network = Refusing()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    with pytest.raises(UserError, match="not today"):
        loaded(network, Net())
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())


class Remembering(Net):
    def get_extra_state(self) -> dict[str, int]:
        return {"steps": 5}

    def set_extra_state(self, state: dict[str, int]) -> None:
        assert state == {"steps": 5}


def test_state_that_is_no_tensor_is_left_alone():
    loaded(Remembering(), Net())


def test_scripted_network():
    trained, network = Net(), torch.jit.script(nn.Sequential(nn.Linear(3, 3)))
    assert not fitted(network, trained).complete
    loaded(network, {"0.weight": torch.ones(3, 3), "0.bias": torch.ones(3)})
    assert network.state_dict()["0.bias"].tolist() == [1, 1, 1]


def test_file_in_memory_order_of_another_network_does_not_matter(tmp_path):
    trained, network = Net(), Net()
    stream = io.BytesIO()
    torch.save(dict(sorted(trained.state_dict().items(), reverse=True)), stream)
    (tmp_path / "w.pth").write_bytes(stream.getvalue())
    put(network, fit(network, read_checkpoint(tmp_path / "w.pth")))
    assert_same(network, trained)
