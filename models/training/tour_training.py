"""Trains the tour network from nothing, so that it can be made again by anybody."""

import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import deepcopy
from dataclasses import asdict, dataclass
from math import cos, pi
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.attention import SDPBackend, sdpa_kernel
from tqdm import tqdm

from ..errors import UserError
from ..networks.tour import as_input, save_tour
from .scene_batches import Batch, Curriculum, training_batches
from .shapes import CLASSES
from .trainee import Trainee

CHECKPOINT = "checkpoint.pt"
WEIGHTS = "tour.safetensors"


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides how a run goes; a run is taken up again only with the same."""

    steps: int = 7000
    seed: int = 0
    batch: int = 48
    rate: float = 1.5e-3
    decay: float = 0.03
    warmup: int = 200
    pooled_weight: float = 0.5
    """How much the small classifier's loss counts beside the network's own."""
    openness_weight: float = 0.05
    """What a spatial gate costs that is open everywhere; small, since only the names are to be learnt."""
    memory: float = 0.998
    """How much of the running mean of the weights stays at each step; the mean is what is kept in the end."""

    def rate_at(self, step: int) -> float:
        """The learning rate: up over the warm-up, then down along half a cosine to a hundredth."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        done = (step - self.warmup) / max(1, self.steps - self.warmup)
        return self.rate * (0.01 + 0.99 * 0.5 * (1 + cos(pi * done)))


def best_device(name: str) -> torch.device:
    """The device of a name; "auto" is the fastest there is.

    **Raises**: UserError for a device that this machine does not have.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        return torch.empty(0, device=torch.device(name)).device
    except (RuntimeError, AssertionError) as error:
        raise UserError(f"This machine has no device {name!r}: choose --device auto or cpu.") from error


def _faster_in_bfloat16(device: torch.device) -> bool:
    """Whether a convolution is clearly faster in bfloat16; measured, since a CPU cannot be asked."""
    if device.type != "cpu":
        return device.type == "cuda"
    conv, x = nn.Conv2d(64, 64, 3, padding=1), torch.randn(16, 64, 48, 48)
    times = {False: 0.0, True: 0.0}
    for low in [False, True] * 3:
        start = monotonic()
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=low):
            conv(x)
        times[low] = monotonic() - start
    return times[True] < 0.8 * times[False]


class Training:
    """A run: its state, one step of it, and how it is kept and taken up again."""

    def __init__(self, settings: Settings, device: torch.device) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.device = settings, device
        self.trainee = Trainee(len(CLASSES)).to(device)
        self.mean = deepcopy(self.trainee.network).requires_grad_(False)
        self.optimizer = torch.optim.AdamW(self._groups(), lr=settings.rate)
        self.low_precision = _faster_in_bfloat16(device)
        self.step = 0
        self.seconds = 0.0

    def _groups(self) -> list[dict[str, Any]]:
        parameters = list(self.trainee.parameters())
        return [
            {"params": [p for p in parameters if p.ndim in (2, 4)], "weight_decay": self.settings.decay},
            {"params": [p for p in parameters if p.ndim not in (2, 4)], "weight_decay": 0.0},
        ]

    def learn(self, batch: Batch) -> tuple[float, float]:
        """One step; the loss, and the share of the batch that was named right."""
        start = monotonic()
        images, labels = (torch.from_numpy(part).to(self.device) for part in batch)
        for group in self.optimizer.param_groups:
            group["lr"] = self.settings.rate_at(self.step)
        self.trainee.train()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.low_precision), self._attention():
            logits, pooled, openness = self.trainee(as_input(images))
        loss = F.cross_entropy(logits.float(), labels)
        total = loss + self.settings.pooled_weight * F.cross_entropy(pooled.float(), labels)
        total = total + self.settings.openness_weight * openness
        self.optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(self.trainee.parameters(), 1.0)
        self.optimizer.step()
        self._remember()
        self.step += 1
        self.seconds += monotonic() - start
        return float(loss.detach()), float((logits.argmax(1) == labels).float().mean())

    def _attention(self) -> AbstractContextManager[object]:
        # On a CPU the way back through fused attention takes a third of a step; through the plain products, little.
        return sdpa_kernel(SDPBackend.MATH) if self.device.type == "cpu" else nullcontext()

    @torch.no_grad()
    def _remember(self) -> None:
        memory = min(self.settings.memory, (1 + self.step) / (10 + self.step))
        now = self.trainee.network.state_dict()
        for name, value in self.mean.state_dict().items():
            if value.is_floating_point():
                value.lerp_(now[name], 1 - memory)
            else:
                value.copy_(now[name])

    def save(self, path: Path) -> None:
        """Write everything that the run needs to go on, whole or not at all."""
        state = {
            "settings": asdict(self.settings),
            "step": self.step,
            "seconds": self.seconds,
            "low_precision": self.low_precision,
            "trainee": self.trainee.state_dict(),
            "mean": self.mean.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        unfinished = path.with_suffix(".new")
        torch.save(state, unfinished)
        unfinished.replace(path)

    def resume(self, path: Path) -> None:
        """Go on where a kept run was.

        **Raises**: UserError where it cannot be read or was started with other settings.
        """
        try:
            state = torch.load(path, map_location=self.device, weights_only=True)
        except Exception as error:
            raise UserError(f"{path} is damaged: delete it to train from the beginning.") from error
        if state["settings"] != asdict(self.settings):
            was = ", ".join(f"{name} {state['settings'][name]}" for name in ("steps", "seed"))
            raise UserError(f"{path} is of another run ({was}): give the same, or another folder.")
        self.trainee.load_state_dict(state["trainee"])
        self.mean.load_state_dict(state["mean"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        self.step, self.seconds, self.low_precision = state["step"], state["seconds"], state["low_precision"]


@contextmanager
def _interrupts_between_steps() -> Iterator[threading.Event]:
    """Turns Ctrl+C into an event, so that it never cuts a step in half."""
    wanted = threading.Event()

    def _on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        wanted.set()

    if threading.current_thread() is not threading.main_thread():
        yield wanted
        return
    before = signal.signal(signal.SIGINT, _on_interrupt)
    try:
        yield wanted
    finally:
        signal.signal(signal.SIGINT, before)


def train(
    out: Path, device: str = "auto", settings: Settings | None = None, workers: int = 2, keep_every: int = 100
) -> Training:
    """Train, or go on with the run whose checkpoint lies in `out`; at the end the weights lie there too.

    **Raises**: KeyboardInterrupt after Ctrl+C, with the run kept; UserError where `out` holds another run or
    cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{out} cannot be made a folder ({error.strerror}): choose another with --out.") from error
    settings, checkpoint = settings or Settings(), out / CHECKPOINT
    training = Training(settings, best_device(device))
    if checkpoint.exists():
        training.resume(checkpoint)
    curriculum = Curriculum(settings.steps, settings.batch, settings.seed)
    bar = tqdm(total=settings.steps, initial=training.step, desc="training", unit="step", smoothing=0.02)
    with bar, _interrupts_between_steps() as interrupted:
        for batch in training_batches(curriculum, training.step, workers):
            loss, right = training.learn(batch)
            bar.set_postfix(loss=f"{loss:.3f}", right=f"{right:.2f}", refresh=False)
            bar.update()
            if interrupted.is_set() or training.step % keep_every == 0:
                training.save(checkpoint)
            if interrupted.is_set():
                raise KeyboardInterrupt
    training.save(checkpoint)
    save_tour(training.mean, CLASSES, out / WEIGHTS)
    return training
