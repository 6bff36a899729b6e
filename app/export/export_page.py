"""One HTML page that holds a pass: opens anywhere, needs no connection, and steps, picks and draws by itself."""

import base64
import io
import json
import math
from typing import Any

import numpy as np
from PIL import Image

from ... import __version__
from ...models.pictures.images import Picture
from ...widgets.look.colours import COLOUR_MAPS, table
from ...widgets.look.sentences import translated_reasons
from ...widgets.look.texts import tr
from ..state.resources import ASSETS
from ..state.wishes import Focus, Look
from ..state.wording import class_name
from .local_engine import LocalEngine
from .page_texts import page_texts
from .page_values import Packed, layer_values, whole_layers

_LONGER = 1600
"""Pixels along the longer side of the photo in the page, at most."""
_QUALITY = 90


def page(engine: LocalEngine, chosen: list[int], look: Look, focus: Focus, told: dict[str, object]) -> bytes:
    """The bytes of the page. **Raises**: `UserError` where a layer's weights are not to be had."""
    assert engine.picture is not None
    packed = Packed()
    facts = page_facts(engine, chosen, look, focus, told, packed)
    blobs = "\n".join(f'<script type="text/plain" id="{name}">{text}</script>' for name, text in packed.texts.items())
    parts = {
        "language": tr("en", "the page's language by its two letters"),
        "title": _escaped(f"{engine.picture.name} · {engine.model.title} · attnscope"),
        "style": _asset("page.css"),
        "photo": _photo(engine.picture),
        "facts": _in_script(facts),
        "texts": _in_script(page_texts()),
        "blobs": blobs,
        "numbers": _asset("page_numbers.js"),
        "painting": _asset("page_painting.js"),
        "showing": _asset("page_showing.js"),
        "script": _asset("page.js"),
    }
    whole = _asset("page.html")
    for name, text in parts.items():
        whole = whole.replace(f"<!--{name}-->", text, 1)
    return whole.encode()


def page_facts(
    engine: LocalEngine, chosen: list[int], look: Look, focus: Focus, told: dict[str, object], packed: Packed
) -> dict[str, Any]:
    """Everything but the arrays, which go into `packed`."""
    assert engine.outcome is not None
    assert engine.picture is not None
    outcome, layers = engine.outcome, engine.trace.layers
    infos = [outcome.layers[index] for index in chosen]
    whole = whole_layers(infos)
    height, width = engine.picture.pixels.shape[:2]
    affine = outcome.affine
    return {
        "program": f"attnscope {__version__}",
        "settings": told,
        "picture": {"name": engine.picture.name, "width": width, "height": height},
        "input": list(outcome.input_size),
        "affine": [affine.left, affine.top, affine.across, affine.down],
        "predictions": [[class_name(one), _finite(one.probability)] for one in outcome.predictions],
        "missed": [list(one) for one in translated_reasons(outcome.missed)],
        "colours": {name: packed.add(table(name)) for name in COLOUR_MAPS},
        "look": _look(look),
        "focus": {"head": focus.head, "query": focus.query, "combine": focus.combine},
        "layers": [
            {"number": index + 1} | layer_values(layers[index], info, place in whole, packed)
            for place, (index, info) in enumerate(zip(chosen, infos, strict=True))
        ],
    }


def _look(look: Look) -> dict[str, object]:
    """How the page draws when it opens. A held scale stands as it was held."""
    told = {"opacity": look.opacity, "colours": look.colour_map, "gamma": look.gamma, "smooth": look.smooth}
    return told | {"scale": look.scale, "held": list(look.held), "keep": look.keep}


def _finite(number: float) -> float | None:
    """For JSON, which has no NaN."""
    return number if math.isfinite(number) else None


def _photo(picture: Picture) -> str:
    image = Image.fromarray(np.ascontiguousarray(picture.pixels))
    image.thumbnail((_LONGER, _LONGER), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY)
    return f"data:image/jpeg;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"


def _asset(name: str) -> str:
    return (ASSETS / "export" / name).read_text(encoding="utf-8")


def _in_script(value: object) -> str:
    """JSON that cannot end the script it stands in, whatever a file or a class is called."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
