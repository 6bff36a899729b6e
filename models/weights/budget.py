"""How much memory recording may take: so many bytes, or half of what is free where the network runs."""

import math
from dataclasses import dataclass
from pathlib import Path

import psutil
import torch

from ..errors import UserError

SMALL = 64 * 2**20
"""So many bytes are always to be had: to ask for room takes longer than many a layer."""
_GROUP = Path("/sys/fs/cgroup")


def free_bytes(device: torch.device) -> int:
    """Memory that can still be had on the device."""
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        return free + torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return int(min(psutil.virtual_memory().available, _left_to_container()))


def _left_to_container() -> float:
    try:
        limit, used = (int((_GROUP / name).read_text()) for name in ("memory.max", "memory.current"))
    except (OSError, ValueError):  # in no container, or in one without a limit
        return math.inf
    return max(limit - used, 0)


@dataclass(frozen=True, slots=True)
class Budget:
    """What the user allows, or half of the free memory."""

    given: int | None = None

    def on(self, device: torch.device) -> int:
        """In bytes, as it is now."""
        return free_bytes(device) // 2 if self.given is None else self.given

    def require(self, bytes_needed: int, device: torch.device, instead: str) -> None:
        """**Raises**: UserError where so much is not to be had, which says what to ask for `instead`."""
        allowed = self.on(device)
        if bytes_needed > allowed:
            raise UserError(f"All these weights need {in_words(bytes_needed)}, but {self._told(allowed)}: {instead}.")

    def warning(self, expected: int, device: torch.device) -> str | None:
        """What to say before a pass of which `expected` bytes are to be kept; None where they fit."""
        if expected <= SMALL and self.given is None:
            return None
        allowed = self.on(device)
        if expected <= allowed:
            return None
        return (
            f"Keeping all attention of this pass would take about {in_words(expected)}, but {self._told(allowed)}: "
            "layers beyond that are worked out again when they are looked at, which takes a pass each."
        )

    def _told(self, allowed: int) -> str:
        return f"{'half of the free memory is' if self.given is None else 'the budget is'} {in_words(allowed)}"


def in_words(count: int) -> str:
    """Bytes as people say them: 24 GiB, 1.5 MiB."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if count >= 1024**power:
            return f"{count / 1024**power:.3g} {unit}"
    return f"{count} bytes"
