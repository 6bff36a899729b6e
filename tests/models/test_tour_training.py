"""The tour network learns, its run can be cut and taken up again, and what it writes can be loaded."""

import argparse
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from attnscope.app import training_command
from attnscope.models.errors import UserError
from attnscope.models.networks.tour import CbamStage, as_input, load_tour
from attnscope.models.training import tour_card, tour_training
from attnscope.models.training.pointing import hits
from attnscope.models.training.scene_batches import Batch, Curriculum, render_batch, training_batches
from attnscope.models.training.shapes import CLASSES
from attnscope.models.training.tour_evaluation import GRAD_CAM, Measured, attention_maps, measure
from attnscope.models.training.tour_training import CHECKPOINT, WEIGHTS, Settings, Training, best_device, train
from attnscope.models.training.trainee import Trainee
from torch import nn

CPU = torch.device("cpu")
SHORT = Settings(steps=4, batch=3, warmup=2)


@pytest.fixture(autouse=True)
def _one_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which precision is faster is measured, and so may differ from run to run."""
    monkeypatch.setattr(tour_training, "_faster_in_bfloat16", lambda device: False)


@pytest.fixture
def interrupted_after_two(monkeypatch: pytest.MonkeyPatch) -> None:
    def batches(curriculum: Curriculum, first_step: int, workers: int) -> Iterator[Batch]:
        for number, batch in enumerate(training_batches(curriculum, first_step, workers)):
            if number == 1:
                signal.raise_signal(signal.SIGINT)  # while the second step is about to run
            yield batch

    monkeypatch.setattr(tour_training, "training_batches", batches)


def _weights(training: Training) -> dict[str, torch.Tensor]:
    return {**training.trainee.state_dict(), **{f"mean.{k}": v for k, v in training.mean.state_dict().items()}}


@pytest.mark.parametrize("low_precision", [False, True])
def test_some_steps_on_the_same_scenes_bring_the_loss_down(low_precision: bool) -> None:
    training = Training(Settings(steps=100, warmup=2), CPU)
    training.low_precision = low_precision
    images, labels, _ = render_batch(list(range(8)), [0.0] * 8)
    losses = [training.learn((images, labels))[0] for _ in range(14)]
    assert losses[0] > 2  # log(12) = 2.5: it knows nothing
    assert losses[-1] < 0.5 * losses[0]


def test_the_trainee_answers_as_its_network_does() -> None:
    trainee = Trainee(5).eval()
    x = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(3))
    logits, pooled, openness = trainee(x)
    torch.testing.assert_close(logits, trainee.network(x))
    assert pooled.shape == (2, 5)
    assert 0 < openness.item() <= 1


def test_the_small_classifier_sees_what_the_gate_lets_through() -> None:
    trainee = Trainee(5).eval()
    last = trainee.network.stages[-1]
    assert isinstance(last, CbamStage)
    x = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(3))
    seen = {}
    handle = last.cbam.spatial.register_forward_hook(lambda module, given, result: seen.update(before=given[0]))
    trainee.network(x)
    handle.remove()
    gate = last.cbam.spatial.weights(seen["before"])
    mean = torch.einsum("bchw,bhw->bc", seen["before"], gate[:, 0]) / gate.sum(dim=(1, 2, 3))[:, None]
    torch.testing.assert_close(trainee(x)[1], trainee.pooled_head(mean))


def test_a_run_that_was_interrupted_ends_bit_for_bit_as_one_that_was_not(
    tmp_path: Path, interrupted_after_two: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KeyboardInterrupt):
        train(tmp_path / "cut", "cpu", SHORT, workers=0)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    monkeypatch.setattr(tour_training, "training_batches", training_batches)
    assert not (tmp_path / "cut" / WEIGHTS).exists()
    kept = torch.load(tmp_path / "cut" / CHECKPOINT, weights_only=True)
    assert kept["step"] == 2
    cut, whole = (_weights(train(tmp_path / name, "cpu", SHORT, workers=0)) for name in ("cut", "whole"))
    assert all(torch.equal(cut[name], whole[name]) for name in whole)


def test_another_seed_is_another_run(tmp_path: Path) -> None:
    one, other = (_weights(Training(Settings(seed=seed), CPU)) for seed in (0, 1))
    assert not torch.equal(one["pooled_head.weight"], other["pooled_head.weight"])


def test_what_is_written_can_be_loaded(tmp_path: Path) -> None:
    training = train(tmp_path, "cpu", SHORT, workers=0)
    x = torch.randn(2, 3, 96, 96, generator=torch.Generator().manual_seed(3))
    torch.testing.assert_close(load_tour(tmp_path / WEIGHTS)(x), training.mean.eval()(x))


def test_a_checkpoint_of_another_run_is_refused(tmp_path: Path) -> None:
    Training(SHORT, CPU).save(tmp_path / CHECKPOINT)
    with pytest.raises(UserError, match=r"another run \(steps 4, seed 0\): give the same"):
        train(tmp_path, "cpu", Settings(steps=5, batch=3), workers=0)


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    (tmp_path / CHECKPOINT).write_bytes(b"torn")
    with pytest.raises(UserError, match=r"checkpoint.pt is damaged: delete it"):
        train(tmp_path, "cpu", SHORT, workers=0)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match=r"file cannot be made a folder \(File exists\): choose another with --out"):
        train(tmp_path / "file", "cpu", SHORT, workers=0)


def test_a_device_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="no device 'cuda:99': choose --device auto or cpu"):
        best_device("cuda:99")
    with pytest.raises(UserError, match="no device 'toaster'"):
        best_device("toaster")


def test_the_rate_goes_up_and_then_down() -> None:
    settings = Settings(steps=100, warmup=10, rate=1.0)
    rates = [settings.rate_at(step) for step in range(100)]
    assert rates[0] == pytest.approx(0.1)
    assert max(rates) == rates[10] == pytest.approx(1.0)
    assert rates[55] == pytest.approx(0.01 + 0.99 / 2)
    assert rates[99] < 0.02


def test_the_maps_are_those_of_the_pass_itself() -> None:
    network = load_tour()
    x = as_input(torch.from_numpy(render_batch([1, 2], [0.5, 0.5])[0]))
    with torch.no_grad():
        logits, maps = attention_maps(network, x)
        torch.testing.assert_close(logits, network(x))
    assert {name: tuple(map_.shape[1:]) for name, map_ in maps.items()} == {
        "stages.2.cbam.spatial": (24, 24),
        "stages.3.cbam.spatial": (12, 12),
        "encoder.0.attention": (12, 12),
        "encoder.1.attention": (12, 12),
        "encoder.2.attention": (12, 12),
    }


def test_measuring_counts_what_the_network_says_and_where_it_looks() -> None:
    network = load_tour()
    measured = measure(network, CPU, scenes=3)
    images, labels, masks = render_batch([0, 1, 2], [1.0] * 3)
    with torch.no_grad():
        logits, maps = attention_maps(network, as_input(torch.from_numpy(images)))
    assert measured.accuracy == pytest.approx(np.mean(logits.argmax(1).numpy() == labels))
    assert measured.chance == pytest.approx(masks.mean())
    for name, map_ in maps.items():
        assert measured.pointing[name] == pytest.approx(hits(map_.numpy(), masks).mean())
    assert list(measured.pointing)[-1] == GRAD_CAM


def test_grad_cam_that_is_zero_everywhere_is_a_miss() -> None:
    network = load_tour()
    nn.init.zeros_(network.head.weight)  # nothing in the picture changes the answer
    measured = measure(network, CPU, scenes=3)
    assert measured.blank == 1
    assert measured.pointing[GRAD_CAM] == 0


def test_without_captum_only_grad_cam_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "captum.attr", None)
    measured = measure(load_tour(), CPU, scenes=2)
    assert GRAD_CAM not in measured.pointing
    assert len(measured.pointing) == 5
    card = tour_card.card_text(Training(SHORT, CPU), measured, measured)
    assert f"| {GRAD_CAM} | not measured: captum was not installed |" in card


def test_the_card_says_what_was_measured_and_nothing_else() -> None:
    training = Training(SHORT, CPU)
    hard = Measured(2000, 0.987, 0.074, {"stages.3.cbam.spatial": 0.873, GRAD_CAM: 0.512}, blank=0.083)
    card = tour_card.card_text(training, hard, Measured(1000, 0.9991, 0.2, {}))
    for words in (
        "98.70%",
        "99.91%",
        "(8.3% of the scenes)",
        "| stages.3.cbam.spatial | 0.873 |",
        f"| {GRAD_CAM} | 0.512 |",
        "| chance | 0.074 |",
    ):
        assert words in card
    assert all(name in card for name in CLASSES)


def test_the_command_trains_measures_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tour_card, "measure", lambda *_, **__: Measured(7, 0.5, 0.1, {"encoder.0.attention": 0.25}))
    parser = argparse.ArgumentParser()
    training_command.add_arguments(parser)
    arguments = parser.parse_args(["--out", str(tmp_path), "--device", "cpu", "--steps", "1", "--workers", "0"])
    assert training_command.run(arguments) == 0
    assert (tmp_path / WEIGHTS).exists()
    assert "50.00%" in (tmp_path / tour_card.CARD).read_text(encoding="utf-8")
    assert "50.00% of 7 unseen scenes" in capsys.readouterr().out


def test_the_command_says_that_an_interrupted_run_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tour_training, "train", interrupted)
    parser = argparse.ArgumentParser()
    training_command.add_arguments(parser)
    assert training_command.run(parser.parse_args(["--out", str(tmp_path)])) == 2
    assert "the same command goes on" in capsys.readouterr().err
