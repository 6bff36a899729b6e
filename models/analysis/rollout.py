"""Attention followed through all layers of a chain: rollout, and rollout weighed by gradients."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from ..errors import UserError
from ..records import CellMap
from ..weights.budget import in_words
from ..weights.head_rows import Combine, Query
from ..weights.layer import Layer
from ..weights.layout import Layout
from .chain import Chain, Numbers, chain_of
from .mixing import Interrupt, Matrix, attention_matrix, discarded, gradient_matrix, never, with_residual

_KEPT = 1 << 27
"""Bytes of the layers' matrices that are kept for the next query; more are made anew for every one."""
_MOST = 1 << 29
"""Bytes of one such matrix; a few of them are held at a time."""

Mix = Callable[[Layer, Numbers, Interrupt], Matrix]
"""What a layer does to the tokens: (N, N), row by row what becomes of each."""


class Rollout:
    """How much of every token at the beginning of a chain is in a token at its end.

    A product of matrices, of which only the rows that are asked for are worked out: 4,097 tokens need no more than
    two matrices at a time.
    """

    def __init__(self, chain: Chain, mix: Mix) -> None:
        """**Raises**: UserError where one matrix would be larger than memory should bear."""
        count = len(chain.boxes)
        if count * count * 4 > _MOST:
            raise UserError(
                f"A matrix over {count} tokens takes {in_words(count * count * 4)}, which is too much to follow: "
                "choose a smaller input size."
            )
        self.chain = chain
        self._mix = mix
        self._made: dict[int, Matrix] = {}

    @cached_property
    def layout(self) -> Layout:
        """Where the tokens lie."""
        return Layout(self.chain.boxes, self.chain.size)

    def matrix(self, index: int, interrupt: Interrupt = never) -> Matrix:
        """What the layer of the chain does to the tokens: (N, N). **Raises**: Cancelled once `interrupt` gives True."""
        if index in self._made:
            return self._made[index]
        made = self._mix(self.chain.layers[index], self.chain.numbers[index], interrupt)
        if made.nbytes * len(self.chain.layers) <= _KEPT:
            self._made[index] = made
        return made

    def row(self, query: Query = None, interrupt: Interrupt = never) -> Matrix:
        """What is in the last layer's query, token by token: (N,).

        `query` None: the class token, else the mean over queries.
        **Raises**: UserError where there is no such query; Cancelled once `interrupt` gives True.
        """
        share = self.chain.start(query)
        for index in reversed(range(len(self.chain.layers))):
            share = share @ self.matrix(index, interrupt)
        return share

    def cells(self, query: Query = None, interrupt: Interrupt = never) -> CellMap:
        """The same over the network's input: what tokens without a place have of it is not shown."""
        return self.layout.laid_out(self.row(query, interrupt))


def rollout(layers: Sequence[Layer], combine: Combine = "mean", discard: float = 0.0) -> Rollout:
    """Attention rollout: heads in one, the token itself added, rows that sum to 1, multiplied over the layers.

    `discard`: the share of each layer's weakest attention that counts as 0 (see `discarded`). So does a well-known
    implementation for vision transformers, but for two things: it spares one entry where the whole column of the class
    token is meant, and it divides columns by the sums of rows.
    **Raises**: UserError where the layers make no chain, see `chain_of`.
    **Source**: Abnar and Zuidema, 2020, arXiv 2005.00928, section 3.
    """
    chain = chain_of(layers)

    def mix(layer: Layer, number: Numbers, interrupt: Interrupt) -> Matrix:
        return with_residual(discarded(attention_matrix(layer, number, combine, interrupt), discard, chain.class_token))

    return Rollout(chain, mix)


def gradient_rollout(layers: Sequence[Layer], discard: float = 0.0) -> Rollout:
    """Rollout for a class: every weight times its gradient, what is below 0 left out, in the mean over heads.

    The layers are of a pass that was recorded with gradients of the class's score. The identity is added, and rows
    are not divided by their sums.
    **Raises**: UserError where the layers make no chain, see `chain_of`.
    **Source**: Chefer, Gur and Wolf, 2021, arXiv 2103.15679, equations 5 and 6.
    """
    chain = chain_of(layers)

    def mix(layer: Layer, number: Numbers, interrupt: Interrupt) -> Matrix:
        found = discarded(gradient_matrix(layer, number, interrupt), discard, chain.class_token)
        return found + np.eye(len(found), dtype=np.float32)

    return Rollout(chain, mix)
