"""What the user looks at when another pass has come: as much as there is of it."""

import dataclasses

from ...models.records import PassInfo
from .wishes import Focus


def alike(before: PassInfo, after: PassInfo) -> bool:
    """Whether what was looked at in one pass is there in the other too."""
    names = [[layer.title for layer in one.layers] for one in (before, after)]
    return names[0] == names[1] and before.input_size == after.input_size


def elsewhere(focus: Focus) -> Focus:
    """The same wishes in a network of other layers: its first one, and no head, place, channel or class."""
    return Focus(
        combine=focus.combine,
        direction=focus.direction,
        before=focus.before,
        view=focus.view,
        source=focus.source,
        second=focus.second,
        discard=focus.discard,
    )


def fitting(focus: Focus, outcome: PassInfo) -> Focus:
    """The focus without what this pass does not have."""
    if not 0 <= focus.layer < len(outcome.layers):
        return elsewhere(focus)
    layer = outcome.layers[focus.layer]
    channels = layer.shape[-1] if layer.kind == "channel" else 0
    return dataclasses.replace(
        focus,
        head=focus.head if focus.head is not None and 0 <= focus.head < layer.heads else None,
        query=_fitting_query(focus, outcome),
        pins=tuple(place for place in focus.pins if _inside(place, outcome)),
        channel=focus.channel if focus.channel is not None and 0 <= focus.channel < channels else None,
        channels=tuple(number for number in focus.channels if 0 <= number < channels),
    )


def _fitting_query(focus: Focus, outcome: PassInfo) -> int | tuple[int, int] | None:
    if isinstance(focus.query, tuple):
        return focus.query if _inside(focus.query, outcome) else None
    count = outcome.layers[focus.layer].queries
    return focus.query if focus.query is not None and 0 <= focus.query < count else None


def _inside(place: tuple[int, int], outcome: PassInfo) -> bool:
    return all(0 <= at < size for at, size in zip(place, outcome.input_size, strict=True))
