"""What the engine answers about all layers of a pass together: rollout, flow and rollout weighed by gradients."""

from collections.abc import Callable, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from ...models.analysis.flow import flow_cells
from ...models.analysis.mixing import never
from ...models.analysis.rollout import Rollout, gradient_rollout, rollout
from ...models.errors import UserError
from ...models.weights.head_rows import Query, resolved
from ...models.weights.trace import Trace
from .layer_answers import Answer

WHOLE = frozenset({"rollout", "flow", "gradient_rollout"})
"""The kinds of question that are answered here."""

_NO_ATTENTION = "This network has no attention from one place to another that could be followed: choose Grad-CAM."

Asked = tuple[str, int, str, float]

_NEWEST: WeakKeyDictionary[Trace, tuple[Asked, Rollout]] = WeakKeyDictionary()
"""Of each pass that somebody still has, what was followed last: another query of it is a matter of microseconds."""


def answer(trace: Trace, kind: str, fields: Mapping[str, Any], interrupt: Callable[[], bool] | None = None) -> Answer:
    """The answer to one question about the layers up to and with `fields["layer"]`.

    For "gradient_rollout" the pass must have been recorded with gradients. `interrupt` is asked now and then.

    **Raises** UserError where the layers make no chain, or the question is unknown; Cancelled once `interrupt` gives
    True.
    """
    if kind not in WHOLE:
        raise UserError(f"The engine knows no request {kind!r}: window and engine must be of the same version.")
    through, query, asking = _followed(trace, kind, fields), _query(fields), interrupt or never
    cells = flow_cells(through, query, asking) if kind == "flow" else through.cells(query, asking)
    last = through.chain.layers[-1]
    number = 0 if through.chain.class_token is not None else None  # where no query is named
    if query is not None:
        number = resolved(query, last.held.heads, last.grid)
    box = None if number is None else last.query_box(number)
    told = {
        "query": number,
        "box": None if box is None else list(box),
        "extent": [float(edge) for edge in cells.extent],
        "first": through.chain.layers[0].place.title,
        "last": last.place.title,
        "layers": len(through.chain.layers),
        "note": through.chain.note,
    }
    return told, {"values": cells.values}


def _followed(trace: Trace, kind: str, fields: Mapping[str, Any]) -> Rollout:
    by = "gradient" if kind == "gradient_rollout" else "weight"
    combine, discard = fields.get("combine") or "mean", _discard(fields)
    asked = by, _layer(trace, fields), combine, discard
    known = _NEWEST.get(trace)
    if known is not None and known[0] == asked:
        return known[1]
    if not any(layer.kind == "heads" for layer in trace.layers):
        raise UserError(_NO_ATTENTION)
    layers = trace.layers[: asked[1] + 1]
    made = gradient_rollout(layers, discard) if by == "gradient" else rollout(layers, combine, discard)
    _NEWEST[trace] = asked, made
    return made


def _layer(trace: Trace, fields: Mapping[str, Any]) -> int:
    index = fields.get("layer")
    if not isinstance(index, int) or not 0 <= index < len(trace.layers):
        raise UserError(f"There is no layer {index}: this pass has {len(trace.layers)}.")
    return index


def _discard(fields: Mapping[str, Any]) -> float:
    share = float(fields.get("discard") or 0)
    if not 0 <= share < 1:
        raise UserError(f"A share from 0 to below 1 of the attention can be discarded, not {share:g}.")
    return share


def _query(fields: Mapping[str, Any]) -> Query:
    asked = fields.get("query")
    return (asked[0], asked[1]) if isinstance(asked, list | tuple) else asked
