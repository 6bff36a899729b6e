"""The model card of a trained tour network, written from what was measured."""

from pathlib import Path

import torch

from .scene_batches import EVALUATION_SEEDS
from .shapes import CLASSES
from .tour import INPUT_SIZE, MEAN, STD, TourNetwork
from .tour_evaluation import GRAD_CAM, Measured, measure
from .tour_training import Training

CARD = "MODEL_CARD.md"


def _pointing_table(measured: Measured) -> str:
    rows = [f"| {name} | {share:.3f} |" for name, share in measured.pointing.items()]
    if GRAD_CAM not in measured.pointing:
        rows.append(f"| {GRAD_CAM} | not measured: captum was not installed |")
    return "\n".join(["| layer | pointing |", "|---|---|", *rows, f"| chance | {measured.chance:.3f} |"])


def _parameters(network: TourNetwork) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def card_text(training: Training, hard: Measured, easy: Measured) -> str:
    """The card in Markdown."""
    settings, network = training.settings, training.mean
    precision = "bfloat16 where torch's autocast allows it" if training.low_precision else "float32"
    return f"""# The tour network

A small network that names the one real object in a rendered scene, made so that one pass shows every kind of
attention. It is for looking at attention, and knows nothing but these scenes.

- **Parameters**: {_parameters(network):,}
- **Input**: {INPUT_SIZE} x {INPUT_SIZE}, RGB, mean {MEAN}, standard deviation {STD}
- **Classes**: {", ".join(CLASSES)}
- **Stages**: 0 and 1 squeeze and excitation, 2 and 3 CBAM, then {len(network.encoder)} transformer blocks with a
  class token

## How it was trained

From random weights, on scenes that models/scenes renders from numbers: {settings.steps:,} steps of {settings.batch}
scenes, none seen twice, seed {settings.seed}, on {training.device.type.upper()} with torch
{torch.__version__.split("+")[0]}, in {precision}. The steps took {training.seconds / 60:.0f} minutes; the scenes were
rendered beside them. AdamW, learning rate {settings.rate:g} after {settings.warmup} steps, then half a cosine down;
weight decay {settings.decay:g}. What is kept is a running mean of the weights ({settings.memory:g} at each step).

The scenes begin with large objects on calm grounds and grow harder over the first quarter of the steps. Where the
object lies was never told. Two things make the spatial gates find it: a second, small classifier, there only in
training (its loss counts {settings.pooled_weight:g}), sees the last CBAM stage as a mean weighed by its spatial gate;
and a gate costs {settings.openness_weight:g} times its mean beside its largest value.

    attnscope train-tour --out FOLDER --device auto --steps {settings.steps} --seed {settings.seed}

## What it can do

On the {hard.scenes:,} scenes of the seeds from {EVALUATION_SEEDS.start} on, which no run trains on
(seeds below {EVALUATION_SEEDS.stop:,} are kept for evaluation):

| scenes | accuracy |
|---|---|
| hardest (difficulty 1) | {hard.accuracy:.2%} |
| half as hard (difficulty 0.5), the first {easy.scenes:,} of the seeds | {easy.accuracy:.2%} |

## Where its attention points

Pointing: the share of the hardest scenes in which the middle of the map's strongest cell is a pixel of the object,
without any margin. Of an encoder block it is the class token's row, mean over the heads. Chance is the mean share of a
scene's pixels that show the object. Grad-CAM is captum's, for the class that the network names.

{_pointing_table(hard)}

## What it is not for

Photographs. It answers with one of its {len(CLASSES)} shapes whatever it is shown.
"""


def write_card(training: Training, folder: Path, scenes: int = 2000) -> Measured:
    """Measure the trained network and write its card; what was measured on the hardest scenes."""
    hard = measure(training.mean, training.device, scenes)
    easy = measure(training.mean, training.device, max(1, scenes // 2), difficulty=0.5)
    (folder / CARD).write_text(card_text(training, hard, easy), encoding="utf-8")
    return hard
