"""How long something took on a device, and how much of its memory."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import torch


@dataclass(slots=True)
class Reading:
    """What was measured; both are 0 until it is over."""

    milliseconds: float = 0.0
    """By events on a CUDA device, which leave out what the host did meanwhile; else by the clock, once it was done."""
    bytes: int = 0
    """Peak of what torch held on a GPU; elsewhere the whole process as it stood at the end."""


@contextmanager
def metered(device: torch.device) -> Iterator[Reading]:
    """Measures what runs inside; an exception passes, and leaves the reading at 0."""
    reading = Reading()
    if device.type == "cuda":
        yield from _by_events(device, reading)
    else:
        settle(device)
        begin = time.perf_counter()
        yield reading
        settle(device)
        reading.milliseconds = (time.perf_counter() - begin) * 1000
        reading.bytes = _held(device)


def settle(device: torch.device) -> None:
    """Wait until the device has done all it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    elif device.type == "mps":
        torch.mps.synchronize()


def _by_events(device: torch.device, reading: Reading) -> Iterator[Reading]:
    with torch.cuda.device(device):
        torch.cuda.reset_peak_memory_stats(device)
        begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        begin.record()
        yield reading
        end.record()
        end.synchronize()
        reading.milliseconds = begin.elapsed_time(end)
        reading.bytes = torch.cuda.max_memory_allocated(device)


def _held(device: torch.device) -> int:
    if device.type == "mps":
        return torch.mps.driver_allocated_memory()
    return psutil.Process().memory_info().rss
