"""The device that a user names, checked, and its memory."""

import torch

from ..errors import UserError


def pick_device(name: str = "auto") -> torch.device:
    """The device of that name: auto (the fastest that is here), cpu, cuda, cuda:N or mps.

    **Raises** UserError where there is no such device on this machine.
    """
    if name == "auto":
        return torch.device(next((kind for kind, here in _accelerators() if here), "cpu"))
    kind, _, number = name.partition(":")
    if kind not in ("cpu", "cuda", "mps") or (number and not number.isdecimal()):
        raise UserError(f"There is no device {name!r}: choose auto, cpu, cuda, cuda:N or mps.")
    if kind != "cpu" and not dict(_accelerators())[kind]:
        raise UserError(f"The device {name} is not to be had here ({_why_not(kind)}): choose auto or cpu.")
    if kind == "cuda" and int(number or 0) >= torch.cuda.device_count():
        last = torch.cuda.device_count() - 1
        raise UserError(f"There is no GPU {name} here: choose cuda:0{f' to cuda:{last}' if last else ''}.")
    return torch.device("cpu" if kind == "cpu" else name)


def free_memory(device: torch.device) -> None:
    """Give back what the device's allocator keeps for later."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def devices_here() -> tuple[tuple[str, str], ...]:
    """(name, what it is) of every device that a network can run on here, the fastest first; the CPU is the last."""
    gpus = [(f"cuda:{n}", torch.cuda.get_device_name(n)) for n in range(torch.cuda.device_count())]
    apple = [("mps", "Apple GPU")] if torch.backends.mps.is_available() else []
    return (*gpus, *apple, ("cpu", f"CPU, {torch.get_num_threads()} threads"))


def _accelerators() -> list[tuple[str, bool]]:
    return [("cuda", torch.cuda.is_available()), ("mps", torch.backends.mps.is_available())]


def _why_not(kind: str) -> str:
    if kind == "mps":
        return (
            "it needs a Mac with an Apple chip" if torch.backends.mps.is_built() else "this torch is built without it"
        )
    built = torch.version.cuda or torch.version.hip
    return "no GPU that torch can use was found" if built else "this torch is built for the CPU only"
