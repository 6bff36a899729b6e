"""Which query an answer is about, where the layer's queries have no place that could be picked."""

import dataclasses

from .state import Answer
from .wishes import Focus


def as_answered(focus: Focus, answer: Answer | None) -> Focus:
    """The focus without the picked place where the answer is not of a query there: see `layer_answers`."""
    placeless = answer is not None and "query" in answer.message.header and answer.message.header["query"] is None
    return dataclasses.replace(focus, query=None) if placeless and isinstance(focus.query, tuple) else focus
