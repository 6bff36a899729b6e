"""Networks of transformers: folders and the cache of the hub, whole, without weights, broken, of other kinds."""

import json
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.zoo import hf_folder
from attnscope.models.zoo.hf_zoo import hf_network
from attnscope.models.zoo.order import Built, Order
from torch import nn

transformers = pytest.importorskip("transformers")

SMALL = {
    **{"hidden_size": 24, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 36},
    **{"image_size": 32, "patch_size": 8},
}
NAMES = {0: "cat", 1: "dog", 2: "owl"}
IMAGE = torch.linspace(-1, 1, 3 * 32 * 32).reshape(1, 3, 32, 32)


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch) -> None:
    """No cache but an empty one, and nobody to talk to."""
    from huggingface_hub import constants

    def refuse(*_: Any) -> None:
        raise AssertionError("it went to the network")

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(socket.socket, "connect", refuse)


def vit(**options: Any) -> nn.Module:
    torch.manual_seed(3)
    return transformers.ViTForImageClassification(transformers.ViTConfig(**SMALL, id2label=NAMES, **options)).eval()


@pytest.fixture
def folder(tmp_path) -> Path:
    """A ViT with weights and a record of its images, as transformers saves it."""
    place = tmp_path / "my-vit"
    save(vit(), place)
    transformers.ViTImageProcessor(size={"height": 32, "width": 32}, image_mean=[0.1, 0.2, 0.3]).save_pretrained(place)
    return place


def save(network: nn.Module, place: Path, **options: Any) -> None:
    transformers.utils.logging.disable_progress_bar()
    network.save_pretrained(place, **options)


def change(place: Path, **fields: Any) -> None:
    path = place / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def load(place: Path | str, **order: Any) -> Built:
    return hf_network(Order(str(place), **order))


def refusal(place: Path | str, **order: Any) -> str:
    with pytest.raises(UserError) as caught:
        load(place, **order)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# ---------------------------------------------------------------------- folders


def test_folder_gives_network_names_and_record(folder):
    built = load(folder)
    assert torch.equal(built.network.eval()(IMAGE).logits, vit()(IMAGE).logits)
    assert built.labels == ("cat", "dog", "owl")
    assert (built.title, built.random_weights, built.weights) == ("my-vit", False, "model.safetensors")
    assert (built.preprocess.size, built.preprocess.fit, built.preprocess.guessed) == ((32, 32), "stretch", False)
    assert built.preprocess.mean == pytest.approx((0.1, 0.2, 0.3))
    assert built.notes == ()


@pytest.mark.parametrize("name", ["./my-vit", "~/my-vit", "my-vit"])
def test_folder_by_a_path_of_any_form(folder, name, monkeypatch):
    monkeypatch.chdir(folder.parent)
    monkeypatch.setenv("HOME", str(folder.parent))
    assert load(name).title == "my-vit"


def test_weights_in_half_precision_compute_in_single(folder):
    save(vit().half(), folder)
    assert {tensor.dtype for tensor in load(folder).network.parameters()} == {torch.float32}


def test_weights_in_torchs_own_format(folder):
    (folder / "model.safetensors").unlink()
    torch.save(vit().state_dict(), folder / "pytorch_model.bin")
    assert torch.equal(load(folder).network.eval()(IMAGE).logits, vit()(IMAGE).logits)


def test_weights_in_several_files(folder):
    (folder / "model.safetensors").unlink()
    save(vit(), folder, max_shard_size="20KB")
    assert torch.equal(load(folder).network.eval()(IMAGE).logits, vit()(IMAGE).logits)
    lost = sorted(folder.glob("model-*"))[1]
    lost.unlink()
    assert lost.name in refusal(folder)


def test_folder_without_weights_is_random_and_the_same_every_time(folder):
    (folder / "model.safetensors").unlink()
    first, second = load(folder), load(folder)
    assert first.random_weights
    assert "no weights" in first.notes[0]
    pairs = zip(first.network.parameters(), second.network.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)


def test_random_state_is_left_as_it_was(folder):
    torch.manual_seed(7)
    expected = torch.rand(1)
    torch.manual_seed(7)
    load(folder, random=True)
    assert torch.rand(1) == expected


def test_attention_is_computed_as_by_default(folder):
    assert load(folder).network.config._attn_implementation == vit().config._attn_implementation


def test_reports_are_silenced_for_the_while_only(folder, capfd):
    level = transformers.utils.logging.get_verbosity()
    load(folder, arguments={"num_labels": 5})
    assert capfd.readouterr() == ("", "")
    assert transformers.utils.logging.get_verbosity() == level


# ---------------------------------------------------------------------- classes, sizes, arguments


def test_number_of_classes_of_a_checkpoint(folder):
    built = load(folder, random=True, classes=7)
    assert built.network(IMAGE).logits.shape == (1, 7)
    assert built.labels == ()


def test_head_that_does_not_fit_is_said(folder):
    built = load(folder, arguments={"num_labels": 5})
    assert built.random_head
    assert not built.random_weights
    assert "no head" in built.notes[0]
    assert torch.equal(built.network.vit.embeddings.cls_token, vit().vit.embeddings.cls_token)


def test_names_that_are_only_numbers_are_none(folder):
    change(folder, id2label={"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"})
    assert load(folder).labels == ()


def test_random_network_for_another_size(folder):
    built = load(folder, random=True, size=(48, 32))
    assert built.network(torch.zeros(1, 3, 48, 32)).logits.shape == (1, 3)


def test_learnt_embeddings_hold_the_size(folder):
    assert "32 x 32 pixels and does not take 48 x 48" in refusal(folder, size=(48, 48))


def test_network_that_takes_any_size_is_not_held(tmp_path):
    config = transformers.Dinov2Config(
        hidden_size=24, num_hidden_layers=1, num_attention_heads=3, image_size=32, patch_size=8
    )
    save(transformers.Dinov2Model(config), tmp_path / "dino")
    assert load(tmp_path / "dino", size=(48, 32)).network(torch.zeros(1, 3, 48, 32)).last_hidden_state.shape[1] == 25


def test_argument_changes_the_configuration(folder):
    built = load(folder, random=True, arguments={"image_size": 64, "num_hidden_layers": 1})
    assert (built.preprocess.size, len(built.network.vit.layers)) == ((64, 64), 1)


def test_unknown_argument_names_those_that_there_are(folder):
    sentence = refusal(folder, arguments={"depth": 3})
    assert "no depth" in sentence
    assert "num_hidden_layers" in sentence


# ---------------------------------------------------------------------- other kinds of networks


def test_network_without_a_head_keeps_none(tmp_path):
    save(transformers.ViTModel(transformers.ViTConfig(**SMALL, id2label=NAMES)), tmp_path / "body")
    built = load(tmp_path / "body")
    assert type(built.network).__name__ == "ViTModel"
    assert built.labels == ()


def test_distilled_network_has_both_its_heads(tmp_path):
    network = transformers.DeiTForImageClassificationWithTeacher(transformers.DeiTConfig(**SMALL, id2label=NAMES))
    save(network, tmp_path / "deit")
    assert hasattr(load(tmp_path / "deit").network, "distillation_classifier")


def test_network_that_also_reads_gives_the_part_that_sees(tmp_path):
    text = {**{k: SMALL[k] for k in ("hidden_size", "num_attention_heads", "intermediate_size")}, "vocab_size": 50}
    text |= {"num_hidden_layers": 1, "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
    config = transformers.CLIPConfig(vision_config=SMALL, text_config=text, projection_dim=16)
    save(transformers.CLIPModel(config), tmp_path / "clip")
    built = load(tmp_path / "clip")
    assert built.network(IMAGE).last_hidden_state.shape == (1, 17, 24)
    assert "vision_model" in built.notes[0]


def test_masked_autoencoder_sees_all_of_the_picture(tmp_path):
    decoder = {f"decoder_{name}": SMALL[name] for name in ("hidden_size", "num_attention_heads", "intermediate_size")}
    config = transformers.ViTMAEConfig(**SMALL, **decoder, decoder_num_hidden_layers=1)
    network = transformers.ViTMAEForPreTraining(config)
    save(network, tmp_path / "mae")
    built = load(tmp_path / "mae")
    assert built.network(IMAGE).last_hidden_state.shape == (1, 17, 24)
    own = network.vit.embeddings.patch_embeddings.projection.weight
    assert torch.equal(built.network.embeddings.patch_embeddings.projection.weight, own)


def test_timms_networks_on_the_hub(tmp_path):
    timm = pytest.importorskip("timm")
    record = timm.get_pretrained_cfg("test_vit.r160_in1k").to_dict()
    config = {"architecture": "test_vit", "num_classes": 1000, "pretrained_cfg": record}
    (tmp_path / "test_vit").mkdir()
    (tmp_path / "test_vit" / "config.json").write_text(json.dumps(config))
    built = load(tmp_path / "test_vit")
    assert built.preprocess.size == (160, 160)
    assert built.labels[0] == "tench"
    assert built.network.eval()(torch.zeros(1, 3, 160, 160)).logits.shape == (1, 1000)


def test_network_that_sees_nothing_is_refused(tmp_path):
    config = transformers.BertConfig(
        hidden_size=24, num_hidden_layers=1, num_attention_heads=3, intermediate_size=30, vocab_size=50
    )
    save(transformers.BertModel(config), tmp_path / "bert")
    assert "choose a network for images" in refusal(tmp_path / "bert")


# ---------------------------------------------------------------------- records of the images


def test_missing_record_is_guessed_from_the_configuration(folder):
    (folder / "preprocessor_config.json").unlink()
    prepare = load(folder).preprocess
    assert prepare.guessed
    assert (prepare.size, prepare.mean) == ((32, 32), (0.5, 0.5, 0.5))


def test_record_within_that_of_a_processor(folder):
    record = json.loads((folder / "preprocessor_config.json").read_text())
    (folder / "preprocessor_config.json").unlink()
    (folder / "processor_config.json").write_text(json.dumps({"image_processor": record}))
    assert load(folder).preprocess.mean == pytest.approx((0.1, 0.2, 0.3))


# ---------------------------------------------------------------------- what is broken


@pytest.mark.parametrize("name", ["model.safetensors", "pytorch_model.bin"])
@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_weights_that_are_broken_off(folder, name, share):
    whole = folder / "model.safetensors"
    if name != whole.name:
        whole.unlink()
        torch.save(vit().state_dict(), folder / name)
    data = (folder / name).read_bytes()
    (folder / name).write_bytes(data[: int(len(data) * share)])
    sentence = refusal(folder)
    assert "my-vit" in sentence
    assert "again" in sentence


def test_weights_of_another_width(folder):
    change(folder, hidden_size=48)
    sentence = refusal(folder)
    assert "do not fit its config.json" in sentence
    assert "vit." in sentence


def test_weights_of_fewer_layers(folder):
    change(folder, num_hidden_layers=3)
    assert "are not in it" in refusal(folder)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{", "JSON"),
        ("[1]", "no JSON object"),
        ('{"model_type": "no_such_type"}', "no_such_type"),
        ("{}", "None"),
        ('{"model_type": "odd", "auto_map": {"AutoModel": "net.Net"}}', "code of its own"),
        ('{"model_type": "vit", "hidden_size": "many"}', "my-vit"),
        ('{"model_type": "vit", "hidden_size": 25, "num_attention_heads": 3}', "my-vit"),
    ],
)
def test_configuration_that_makes_no_network(folder, text, word):
    (folder / "config.json").write_text(text)
    assert word in refusal(folder)


def test_code_in_the_folder_is_never_run(folder):
    mark = folder / "ran"
    (folder / "net.py").write_text(f"open({str(mark)!r}, 'w')")
    change(folder, model_type="odd", auto_map={"AutoConfig": "net.Config", "AutoModel": "net.Net"})
    refusal(folder, trust=True)
    assert not mark.exists()


@pytest.mark.parametrize("name", ["/nowhere/at/all", "./nothing", "~/nothing", "a b"])
def test_folder_that_holds_no_network(name):
    assert "config.json" in refusal(name)


def test_names_of_weights_are_refused(folder):
    assert "'best'" in refusal(folder, weights="best")


def test_missing_transformers_names_the_command_that_installs_it(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "transformers", None)
    assert 'pip install "attnscope[hf]"' in refusal(folder)


# ---------------------------------------------------------------------- the hub


def keep(tmp_path: Path, folder: Path, leave_out: str = "") -> Path:
    """Puts the folder where the hub's cache has ORG/NAME."""
    place = tmp_path / "cache" / "models--ORG--NAME"
    snapshot = place / "snapshots" / "c0ffee"
    snapshot.mkdir(parents=True)
    (place / "refs").mkdir()
    (place / "refs" / "main").write_text("c0ffee")
    for file in folder.iterdir():
        if file.name != leave_out:
            (snapshot / file.name).write_bytes(file.read_bytes())
    return snapshot


def test_hubs_network_in_the_cache(folder, tmp_path):
    keep(tmp_path, folder)
    built = load("ORG/NAME")
    assert (built.title, built.random_weights, built.labels[0]) == ("hf/ORG/NAME", False, "cat")


def test_hubs_network_whose_weights_are_not_here(folder, tmp_path):
    keep(tmp_path, folder, "model.safetensors")
    built = load("ORG/NAME")
    assert built.random_weights
    assert "--download" in built.notes[0]


def test_hubs_network_that_is_not_here_at_all():
    sentence = refusal("ORG/NAME")
    assert "hf/ORG/NAME is not on this machine yet" in sentence
    assert "--download" in sentence


def test_download_brings_the_records_and_one_format_of_the_weights(folder, tmp_path, monkeypatch):
    # Stands in for the hub, which the tests of downloads play.
    def fetched(repository: str, choose: Any, progress: Any) -> list[Path]:
        others = ["README.md", "tf_model.h5", "pytorch_model.bin"]
        chosen = choose([*others, *(file.name for file in folder.iterdir())])
        assert sorted(chosen) == ["config.json", "model.safetensors", "preprocessor_config.json"]
        snapshot = keep(tmp_path, folder)
        return [snapshot / name for name in chosen]

    monkeypatch.setattr(hf_folder, "fetch_files", fetched)
    assert not load("ORG/NAME", download=True).random_weights


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        (
            ["config.json", "model.safetensors.index.json", "model-00001-of-00002.safetensors", "x-00001-of-2.bin"],
            ["config.json", "model.safetensors.index.json", "model-00001-of-00002.safetensors"],
        ),
        (["config.json", "pytorch_model.bin", "flax_model.msgpack"], ["config.json", "pytorch_model.bin"]),
    ],
)
def test_choice_among_the_hubs_files(there, chosen, monkeypatch, folder):
    def fetched(repository: str, choose: Any, progress: Any) -> list[Path]:
        assert choose(there) == chosen
        return [folder / "config.json"]

    monkeypatch.setattr(hf_folder, "fetch_files", fetched)
    load("ORG/NAME", download=True)


@pytest.mark.parametrize("there", [["README.md"], ["config.json", "tf_model.h5"]])
def test_repository_without_a_network_for_torch(there, monkeypatch):
    monkeypatch.setattr(hf_folder, "fetch_files", lambda repository, choose, progress: choose(there))
    assert "choose another" in refusal("ORG/NAME", download=True)


# ---------------------------------------------------------------------- records that cannot be followed


@pytest.mark.parametrize(
    "told",
    [
        {"image_mean": "x"},
        {"image_std": [0, 0, 0]},
        {"size": {"height": -5, "width": 5}},
        {"size": {"height": 100_000, "width": 100_000}},
    ],
)
def test_record_that_cannot_be_followed(folder, told):
    path = folder / "preprocessor_config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | told))
    assert refusal(folder).startswith("What my-vit says of preparing pictures cannot be done")


def test_part_that_sees_is_asked_for_its_own_size(tmp_path):
    text = {"hidden_size": 24, "num_hidden_layers": 1, "num_attention_heads": 3, "intermediate_size": 24}
    config = transformers.CLIPConfig(vision_config=SMALL, text_config={**text, "vocab_size": 90}, projection_dim=8)
    save(transformers.CLIPModel(config), tmp_path / "clip")
    built = load(tmp_path / "clip")
    assert built.preprocess.size == (32, 32)
    assert "does not take 48 x 64" in refusal(tmp_path / "clip", size=(48, 64))


def test_code_in_the_weights_is_named_and_not_run(folder, tmp_path):
    (folder / "model.safetensors").unlink()
    marker = tmp_path / "ran"
    (folder / "pytorch_model.bin").write_bytes(b"cos\nsystem\n(S'touch " + str(marker).encode() + b"'\ntR.")
    assert "my-vit" in refusal(folder)
    assert not marker.exists()


def test_type_that_is_no_word(folder):
    change(folder, model_type=["vit"])
    assert "does not know" in refusal(folder)
