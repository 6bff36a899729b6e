"""`attnscope models` as it is typed: the table, JSON, and what the options leave out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from attnscope.app.__main__ import main
from attnscope.models.catalogue import all_offers as catalogue


@pytest.fixture(autouse=True)
def _empty_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["models", *words]) == 0
    return capsys.readouterr().out


def row(page: str, *beginning: str) -> list[str]:
    """The cells of the line that begins with these."""
    lines = [line.split("  ") for line in page.splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    return next(line for line in cells if tuple(line[: len(beginning)]) == beginning)


def keep(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "torch" / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    (folder / file).write_bytes(b"weights")


def test_a_row_says_weights_attention_parameters_input_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "vit_b_16", "swag_e2e")
    wanted = ["torchvision/vit_b_16", "IMAGENET1K_SWAG_E2E_V1", "12 heads", "86.9 M", "384×384", "347 MB to download"]
    assert row(page, "torchvision/vit_b_16") == wanted


def test_without_words_what_has_attention_and_needs_no_other_package(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys)
    models = {line.split()[0] for line in page.splitlines()[1:] if "/" in line.split("  ")[0]}
    assert {
        "cbam/resnet50",
        "se/resnet50",
        "bam/resnet50",
        "torchvision/efficientnet_b0",
        "torchvision/vit_h_14",
    } <= models
    assert "torchvision/resnet50" not in models
    assert not any(model.startswith(("timm/", "hf/")) for model in models)
    assert row(page, "tour")[-1] == "here"


def test_without_words_the_rest_is_counted_and_how_to_find_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys)
    shown = page.split("\n\n")[0].count("\n")
    everything = len(json.loads(printed(capsys, "--json")))
    assert f"and {everything - shown:,} more" in page
    assert "attnscope models vit heads" in page
    assert "--model MODEL" in page.splitlines()[-1]


def test_networks_without_attention_say_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert row(printed(capsys, "torchvision", "resnet18"), "torchvision/resnet18")[2] == "none"


def test_weights_to_be_fetched_by_hand_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys)
    assert row(page, "cbam/resnet50")[-1] == "random only"
    assert "cbam/resnet50, bam/resnet50: published by its authors for download by hand" in page
    assert "cbam/resnet18:" not in page


def test_here_lists_what_is_on_this_machine(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    keep(tmp_path, "swin_t-704ceda3.pth")
    listed = json.loads(printed(capsys, "--here", "--json"))
    assert [offer["model"] for offer in listed] == ["tour", "torchvision/swin_t"]


def test_kind_keeps_networks_with_that_kind(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(printed(capsys, "cbam", "--kind", "spatial", "--json"))
    assert {"cbam/resnet18", "cbam/resnet34", "cbam/resnet50", "cbam/resnet101"} <= {o["model"] for o in listed}
    assert all(offer["kinds"]["spatial"] > 0 for offer in listed)


def test_json_is_a_list_of_plain_objects(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(printed(capsys, "swin_t", "torchvision", "--json"))
    assert listed == [
        {
            "model": "torchvision/swin_t",
            "weights": "IMAGENET1K_V1",
            "kinds": {"heads": 12},
            "parameters": 28_288_354,
            "input_size": [224, 224],
            "bytes": round(108.19 * 2**20),
            "state": "download",
            "note": "",
            "source": "torchvision",
        }
    ]


def test_a_long_table_ends_with_how_many_more_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    every = printed(capsys, "timm", "--all").splitlines()
    short = printed(capsys, "timm").splitlines()
    rows = [sum(line.startswith("timm/") for line in page) for page in (every, short)]
    assert rows[1] < rows[0]
    assert f"and {rows[0] - rows[1]:,} more: --all" in short
    assert not any(line.startswith("and ") for line in every)


def test_a_missing_package_is_named_with_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "find_spec", lambda name: None)
    assert (
        row(printed(capsys, "timm", "visformer_tiny"), "timm/visformer_tiny.in1k")[-1]
        == 'needs pip install "attnscope[timm]"'
    )


def test_words_that_fit_nothing_say_how_to_search(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "no_such_network")
    assert page.startswith("No network fits these words, of ")
    assert "attnscope models vit heads" in page


def test_an_unknown_kind_is_one_line_that_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["models", "--kind", "temporal"])
    said = capsys.readouterr().err.strip()
    assert left.value.code == 2
    assert "heads" in said
    assert "\n" not in said


def test_its_output_can_be_cut_off() -> None:
    program = [sys.executable, "-m", "attnscope.app", "models", "--all"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"MODEL")
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait() == 0
    assert said == b""
