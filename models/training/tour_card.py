"""The model card of a trained tour network, written from what was measured."""

from pathlib import Path

import torch

from ..networks.tour import INPUT_SIZE, MEAN, STD, TourNetwork
from .scene_batches import EVALUATION_SEEDS
from .shapes import CLASSES
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
- **Layers**: stages 0 and 1 with squeeze and excitation, 2 and 3 with CBAM, then {len(network.encoder)} transformer
  blocks with a class token

## How it was trained

From random weights, on scenes that models/scenes renders from numbers, none of them seen twice:

- {settings.steps:,} steps of {settings.batch} scenes, seed {settings.seed}
- on {training.device.type.upper()}, torch {torch.__version__.split("+")[0]}, {precision}
- {training.seconds / 60:.0f} minutes in the steps; the scenes were rendered beside them
- AdamW, weight decay {settings.decay:g}, learning rate {settings.rate:g} after {settings.warmup} steps, then down
  along half a cosine
- what is kept is a running mean of the weights ({settings.memory:g} of it stays at each step)

The scenes begin with large objects on calm grounds and grow harder over the first quarter of the steps. The network
was never told where the object lies. Two things make the spatial gates find it:

- A second, small classifier, there only in training, sees the last CBAM stage as a mean weighed by its spatial gate.
  Its loss counts {settings.pooled_weight:g}.
- A gate costs {settings.openness_weight:g} times its mean beside its largest value.

To train it again:

    attnscope train-tour --out FOLDER --device auto --steps {settings.steps} --seed {settings.seed}

## What it can do

On scenes of the seeds from {EVALUATION_SEEDS.start} on; no run trains on seeds below {EVALUATION_SEEDS.stop:,}.

| scenes | accuracy |
|---|---|
| {hard.scenes:,} of the hardest (difficulty 1) | {hard.accuracy:.2%} |
| {easy.scenes:,} half as hard (difficulty 0.5) | {easy.accuracy:.2%} |

## Where its attention points

Pointing: the share of the hardest scenes in which the middle of the map's strongest cell is a pixel of the object,
without any margin. Of an encoder block it is the class token's row, mean over the heads. Chance is the mean share of a
scene's pixels that show the object. Grad-CAM is captum's, for the class that the network names; where it is zero
everywhere ({hard.blank:.1%} of the scenes), it counts as a miss.

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
