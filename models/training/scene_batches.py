"""Scenes in batches, rendered ahead of the training by processes of their own."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from .scenes import render_scene

EVALUATION_SEEDS = range(100_000)
"""Scenes that no run trains on: accuracy, pointing and the sample pictures come from here."""

_FIRST_TRAINING_SEED = 1 << 20
_SCENES_PER_RUN = 1 << 32


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Which scenes a run sees: from easy ones to hard ones.

    The hardest scenes of a step grow harder until `growth` of all steps are done; most of a step's scenes are nearly
    as hard as its hardest.
    """

    steps: int
    batch: int
    seed: int
    growth: float = 0.25

    def scenes(self, step: int) -> tuple[list[int], list[float]]:
        """The seeds and difficulties of one step."""
        first = _FIRST_TRAINING_SEED + self.seed * _SCENES_PER_RUN + step * self.batch
        hardest = min(1.0, step / max(1.0, self.growth * self.steps))
        spread = np.random.default_rng([self.seed, step]).random(self.batch) ** 0.2
        return list(range(first, first + self.batch)), [float(share * hardest) for share in spread]


def render_batch(
    seeds: list[int], difficulties: list[float]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Images (B, 96, 96, 3), labels (B,) and masks (B, 96, 96) of some scenes."""
    scenes = [render_scene(seed, difficulty) for seed, difficulty in zip(seeds, difficulties, strict=True)]
    labels = np.array([scene.label for scene in scenes], dtype=np.int64)
    return np.stack([scene.image for scene in scenes]), labels, np.stack([scene.mask for scene in scenes])


Batch = tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]


def _training_batch(curriculum: Curriculum, step: int) -> Batch:
    images, labels, _ = render_batch(*curriculum.scenes(step))
    return images, labels


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def training_batches(curriculum: Curriculum, first_step: int, workers: int) -> Iterator[Batch]:
    """Images (B, 96, 96, 3) and labels (B,) for every step from `first_step` on.

    `workers` is how many processes render ahead; with 0 the caller's own process does. What comes is the same.
    """
    steps = range(first_step, curriculum.steps)
    if not workers:
        yield from (_training_batch(curriculum, step) for step in steps)
        return
    ahead: deque[Future[Batch]] = deque()
    # Started afresh, not forked: a copy of a process in which torch has threads can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _leave_interrupts_to_the_parent) as pool:
        try:
            waiting = iter(steps)
            ahead.extend(pool.submit(_training_batch, curriculum, step) for step in islice(waiting, 4 * workers))
            while ahead:
                batch = ahead.popleft().result()
                ahead.extend(pool.submit(_training_batch, curriculum, step) for step in islice(waiting, 1))
                yield batch
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
