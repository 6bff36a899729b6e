"""How the weights of a file fit a network, as a record."""

from collections.abc import Mapping
from dataclasses import dataclass

import torch

from ..errors import UserError
from ..offers import Misfit
from .difference import Difference, OtherSize
from .misfit_causes import likely_cause
from .misfit_rows import telling_rows


class MisfitError(UserError):
    """The weights of a file do not fit a network; `misfit` is the table of what differs."""

    def __init__(self, sentence: str, misfit: Misfit) -> None:
        super().__init__(sentence)
        self.misfit = misfit


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """How the weights of a file fit a network."""

    file: str
    matched: Mapping[str, torch.Tensor]
    """The network's name -> what goes there, in the file's numbers."""
    difference: Difference
    notes: tuple[str, ...] = ()
    """What to know of a file that fits: what of it is left out."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The network's names that the file lacks."""
        return self.difference.missing

    @property
    def unexpected(self) -> tuple[str, ...]:
        """The file's names that the network has no place for; they need not keep it from fitting."""
        return self.difference.unexpected

    @property
    def other_size(self) -> tuple[OtherSize, ...]:
        """The tensors that both have in different sizes."""
        return self.difference.other_size

    @property
    def classes(self) -> int | None:
        """The number of classes of the file's head; None where nobody can tell."""
        return self.difference.classes

    @property
    def only_head(self) -> bool:
        """Whether all that keeps the file from fitting belongs to the head."""
        return self.difference.only_head

    @property
    def complete(self) -> bool:
        """Whether every tensor of the network is in the file, and nothing else that matters."""
        return not self.difference.differing

    def misfit(self) -> Misfit:
        """What differs, as a short table with the likely cause."""
        told = self.difference
        return Misfit(
            rows=telling_rows(told),
            missing=len(told.missing),
            unexpected=len(told.unexpected),
            other_size=len(told.other_size),
            matched=len(self.matched),
            cause=likely_cause(told),
            only_head=told.only_head,
        )

    def error(self) -> MisfitError:
        """The same in one sentence, to be raised."""
        misfit = self.misfit()
        return MisfitError(f"{self.file} does not fit this network: {misfit.cause}", misfit)
