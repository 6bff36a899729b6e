"""One pass of a loaded network over a picture: prepared, recorded, timed, and described."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from ..devices.metering import metered
from ..devices.precision import computing_in
from ..errors import UserError
from ..foreign import Foreign
from ..predictions import misnamed, predictions
from ..progress import Cancelled
from ..records import PassInfo
from ..weights.trace import Trace
from ..zoo.loaded import Loaded
from ..zoo.undisturbed import undisturbed
from .mismatches import explained, wants_more_inputs
from .record import record_interruptibly


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """A recorded pass, and what the window knows of it."""

    trace: Trace
    info: PassInfo
    loaded: Loaded
    """The network that made it."""
    image: torch.Tensor
    """What the network was given: (1, 3, H, W)."""


def record_picture(loaded: Loaded, pixels: npt.NDArray[np.uint8], interrupt: Callable[[], bool] | None = None) -> Pass:
    """Run the network on a picture and record its attention.

    **Shapes**: pixels (H, W, 3).
    **Raises** UserError where the network fails on it; Cancelled once `interrupt` gives True.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or not pixels.size or pixels.dtype != np.uint8:
        raise UserError(f"A picture must be (H, W, 3) of eight bits, but this is {pixels.shape} of {pixels.dtype}.")
    with metered(loaded.device) as preparing:
        image = _prepared(loaded, pixels)
    with metered(loaded.device) as forward:
        trace = _recorded(loaded, image, interrupt)
    with metered(loaded.device) as placing:
        layers = trace.info()
    times = {"prepare": preparing, "forward": forward, "places": placing}
    info = PassInfo(
        layers=layers,
        missed=tuple(trace.missed),
        predictions=predictions(trace.output, loaded.labels),
        affine=loaded.preprocess.affine(*pixels.shape[:2]),
        input_size=loaded.preprocess.size,
        milliseconds={name: reading.milliseconds for name, reading in times.items()},
        bytes=forward.bytes,
        notes=(*trace.notes, *misnamed(trace.output, loaded.labels)),
    )
    return Pass(trace, info, loaded, image)


def record_gradients(made: Pass, target: int, interrupt: Callable[[], bool] | None = None) -> Trace:
    """The same pass once more, with the gradients of a class's score for the weights of every layer.

    **Raises** as `record_picture`.
    """
    with at_work(made.loaded, made.image):
        return record_interruptibly(interrupt, made.loaded.model, made.image, gradients=target)


@contextmanager
def at_work(loaded: Loaded, image: torch.Tensor) -> Iterator[None]:
    """Around running a network on its input: what it changes of the process is put back.

    Gradients are off, until somebody inside turns them on.
    **Raises** UserError where the network fails.
    """
    title = loaded.title or loaded.spec
    what = f"{title}, on an input of {' x '.join(map(str, image.shape))},"
    inside = Foreign(what, loaded.folder, (Cancelled,))
    try:
        with undisturbed(), inside, torch.no_grad(), computing_in(loaded.precision, loaded.device):
            yield
    except UserError as error:
        said = "" if error.__cause__ is None else str(error.__cause__)
        problem = explained(said, loaded.model, title, loaded.preprocess.size)
        if problem is None:
            raise
        raise problem from error


def _prepared(loaded: Loaded, pixels: npt.NDArray[np.uint8]) -> torch.Tensor:
    image = torch.from_numpy(loaded.preprocess.apply(pixels))[None].to(loaded.device)
    return image.to(next(loaded.model.parameters(), image).dtype)


def _recorded(loaded: Loaded, image: torch.Tensor, interrupt: Callable[[], bool] | None) -> Trace:
    if problem := wants_more_inputs(loaded.model, loaded.title or loaded.spec):
        raise UserError(problem)
    with at_work(loaded, image):
        return record_interruptibly(interrupt, loaded.model, image)
