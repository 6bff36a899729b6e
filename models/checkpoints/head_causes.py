"""Why a head does not fit where all the rest does, and what to do: one sentence."""

from .difference import Difference

_GO_ON = "go on without its head (--skip-head)"


def head_cause(told: Difference) -> str:
    """The cause, for a difference that is in the head only."""
    if told.only_auxiliary:
        return "it lacks the auxiliary classifiers, which only training uses: go on without them (--skip-head)."
    if told.classes and told.own_classes and told.classes != told.own_classes:
        return (
            f"it has {told.classes} classes where the network has {told.own_classes}: build the network for "
            f"{told.classes}, or {_GO_ON}."
        )
    if told.head in told.matched and told.missing:
        part = told.missing[0].rpartition(".")[0]
        return f"it lacks a part of the head ({part}): choose the network without it, or {_GO_ON}."
    if told.classes is None and not told.other_size:
        return "it has no head for classes: go on without it (--skip-head)."
    return f"its head is built in another way: build the network with that head, or {_GO_ON}."
