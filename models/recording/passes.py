"""One pass of a loaded network over a picture: prepared, recorded, timed, and described."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from ..devices.devices import settled_time
from ..errors import UserError
from ..foreign import Foreign
from ..predictions import predictions
from ..progress import Cancelled
from ..records import PassInfo
from ..weights.trace import Trace
from ..zoo.loaded import Loaded
from .record import record_interruptibly


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """A recorded pass, and what the window knows of it."""

    trace: Trace
    info: PassInfo


def record_picture(loaded: Loaded, pixels: npt.NDArray[np.uint8], interrupt: Callable[[], bool] | None = None) -> Pass:
    """Run the network on a picture and record its attention.

    **Shapes**: pixels (H, W, 3).
    **Raises** UserError where the network fails on it; Cancelled once `interrupt` gives True.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size or pixels.dtype != np.uint8:
        raise UserError(f"A picture must be (H, W, 3) of eight bits, but this is {pixels.shape} of {pixels.dtype}.")
    begin = settled_time(loaded.device)
    image = torch.from_numpy(loaded.preprocess.apply(pixels))[None].to(loaded.device)
    prepared = settled_time(loaded.device)
    trace = _recorded(loaded, image, interrupt)
    ran = settled_time(loaded.device)
    layers = trace.info()
    times = {"prepare": prepared - begin, "forward": ran - prepared, "places": settled_time(loaded.device) - ran}
    info = PassInfo(
        layers=layers,
        missed=tuple(trace.missed),
        predictions=predictions(trace.output, loaded.labels),
        affine=loaded.preprocess.affine(*pixels.shape[:2]),
        input_size=loaded.preprocess.size,
        milliseconds={name: seconds * 1000 for name, seconds in times.items()},
        notes=tuple(trace.notes),
    )
    return Pass(trace, info)


def _recorded(loaded: Loaded, image: torch.Tensor, interrupt: Callable[[], bool] | None) -> Trace:
    weight = next(loaded.model.parameters(), image)
    what = f"{loaded.title or loaded.spec}, on an input of {' x '.join(map(str, image.shape))},"
    with Foreign(what, _folder(loaded.spec), (Cancelled,)), torch.no_grad():
        return record_interruptibly(interrupt, loaded.model, image.to(weight.dtype))


def _folder(spec: str) -> Path | None:
    """Where the user's own code lies, for naming the line that failed."""
    place, _, _ = spec.rpartition(":")
    return Path(place).expanduser().absolute().parent if place.endswith(".py") else None
