"""How tensors are made from each other: what tells attention from a gated linear unit where nothing is broadcast."""

from collections.abc import Iterator

_FURTHEST = 64  # ancestors looked at before a tensor counts as unrelated: a gate is made in fewer steps


class Origin:
    """One step in the making of a tensor; views and scaled copies share the origin of what they were made from."""

    __slots__ = ("mixes", "parents", "pools")

    def __init__(self, parents: tuple["Origin", ...] = (), mixes: bool = False, pools: bool = False) -> None:
        self.parents = parents
        self.mixes = mixes
        """Neighbours were brought together: by a convolution or by attention."""
        self.pools = pools
        """Many positions were brought together: by a mean, by pooling or by another size of the map."""

    def unpooled(self) -> "Origin":
        """What it was pooled from, if it was."""
        return self.parents[0] if self.pools and self.parents else self

    def weighs(self, value: "Origin") -> bool:
        """Whether a gate that was made here is attention to a value of the same shape.

        It is when it was pooled since it parted from what the value was made of. A gate that was only convolved must
        be made of this very value and of nothing else: so are pixel gates, and not the gates of recurrent cells, of
        gated convolutions and of two projections.
        """
        near = {id(step) for step, _ in value._before()}
        ends = [(step, pooled) for step, pooled in self._before(near) if id(step) in near or not step.parents]
        if any(pooled for step, pooled in ends if id(step) in near):
            return True
        alone = bool(ends) and all(step is value for step, _ in ends)
        return alone and any(step.mixes for step, _ in self._before({id(value)}) if step is not value)

    def _before(self, ends: set[int] | None = None) -> Iterator[tuple["Origin", bool]]:
        """This step and those before it, nearest first, and whether there was pooling on the way; not beyond `ends`."""
        waiting: list[tuple[Origin, bool]] = [(self, False)]
        seen: set[tuple[int, bool]] = set()
        while waiting and len(seen) < _FURTHEST:
            step, pooled = waiting.pop(0)
            yield step, pooled
            if ends is not None and id(step) in ends:
                continue
            pooled = pooled or step.pools
            for parent in step.parents:
                if (id(parent), pooled) not in seen:
                    seen.add((id(parent), pooled))
                    waiting.append((parent, pooled))
