"""What somebody asks to be loaded: one plain record for the command line, the window and the engine. No torch."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from .errors import UserError

Precision = Literal["float32", "bf16", "fp16"]
"""float32: as the weights are. bf16, fp16: autocast, where the device's operators are faster in 16 bits."""

RANDOM = "random"
"""Instead of a name of weights: those that the network is born with."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the user says of the way from an image to the input; None where he leaves it to the network's own record.

    `size` is (rows, columns); `mean` and `std` are on the scale 0 to 1.
    """

    size: tuple[int, int] | None = None
    fit: Literal["letterbox", "crop", "stretch"] | None = None
    mean: tuple[float, ...] | None = None
    std: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class ModelRequest:
    """A network, its weights, and how it is to run."""

    model: str = "tour"
    weights: str | None = None
    """A checkpoint's path, the name of weights that the network's source publishes, or "random"; None: the source's
    own choice where it is on this machine already, else random ones."""
    labels: str | None = None
    """A file of class names, or "imagenet"."""
    device: str = "auto"
    precision: Precision = "float32"
    trust: bool = False
    """Whether a checkpoint may run the code in it."""
    download: bool = False
    """Whether weights that are not on this machine may be fetched."""
    skip_head: bool = False
    """Whether a checkpoint may leave out the head, where nothing else differs."""
    preparation: Preparation = Preparation()

    def checked(self) -> "ModelRequest":
        """Itself.

        **Raises** UserError where a field holds what it must not.
        """
        if self.precision not in get_args(Precision):
            raise UserError(f"There is no precision {self.precision!r}: choose {', '.join(get_args(Precision))}.")
        texts = {"model": self.model, "weights": self.weights, "labels": self.labels, "device": self.device}
        for name, value in texts.items():
            if not isinstance(value, str | None) or (value is None and name in ("model", "device")):
                raise UserError(f"The {name} is no text but {value!r}: give a name or a path.")
        return self

    def as_json(self) -> dict[str, Any]:
        """The record as JSON can hold it."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, fields: Mapping[str, Any]) -> "ModelRequest":
        """The record out of JSON; what is missing is at its default, and fields of a later version are left out.

        **Raises** UserError where a field is of another type than it must be.
        """
        known = {name: value for name, value in fields.items() if name in cls.__slots__ and value is not None}
        told = known.pop("preparation", None) or {}
        try:
            prepared: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value for name, value in dict(told).items()
            }
            return cls(**known, preparation=Preparation(**prepared)).checked()
        except TypeError as error:
            raise UserError(f"The request to load a network cannot be read: {error}.") from error
