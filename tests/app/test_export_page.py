"""The HTML page: what it holds is what was recorded, by the page's own code; and it asks nobody for anything."""

import base64
import json
import re
import zlib
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from attnscope.app.export import page_values
from attnscope.app.export.export_page import page
from attnscope.app.export.page_texts import page_texts
from attnscope.app.export.page_values import Packed, layer_values, quantised_rows
from attnscope.app.state.resources import ASSETS
from attnscope.app.state.shown_map import strongest
from attnscope.app.state.wishes import Focus, Look
from PySide6.QtCore import QByteArray
from PySide6.QtQml import QJSEngine, QJSValue

from . import exported_pass

NUMBERS = (ASSETS / "export" / "page_numbers.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory, qapp) -> SimpleNamespace:
    engine = exported_pass.engine(tmp_path_factory.mktemp("page"))
    everything = list(range(len(engine.trace.layers)))
    text = page(engine, everything, Look(gamma=0.5, scale="layer"), Focus(head=1), {"network": "</script><b>"}).decode()
    return SimpleNamespace(engine=engine, text=text, facts=in_script(text, "facts"))


def in_script(text: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def unpacked(text: str, name: str) -> bytes:
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', text)
    assert found
    return zlib.decompress(base64.b64decode(found[1]))


TYPES = {"values": "Uint8Array", "tops": "Float32Array", "boxes": "Float32Array", "cell": "Int32Array"}
TYPES |= {"key_boxes": "Float32Array"}


class Script:
    """The page's own functions, run by Qt's JavaScript engine."""

    def __init__(self) -> None:
        self._engine = QJSEngine()
        self.run(NUMBERS)

    def run(self, code: str) -> QJSValue:
        found = self._engine.evaluate(code)
        assert not found.isError(), found.toString()
        return found

    def put(self, name: str, value: Any) -> None:
        self.run(f"var {name} = {json.dumps(value)}")

    def put_layer(self, layer: dict[str, Any], text: str) -> None:
        self.put("layer", layer)
        for field, kind in TYPES.items():
            if field in layer:
                kind = kind if layer["form"] == "rows" or field != "values" else "Float32Array"
                buffer = self._engine.toScriptValue(QByteArray(unpacked(text, layer[field])))
                self._engine.globalObject().setProperty("buffer", buffer)
                self.run(f"layer.{field} = new {kind}(buffer)")

    def numbers(self, code: str) -> np.ndarray:
        told = self.run(f"JSON.stringify(Array.from({code}, (x) => (Number.isFinite(x) ? x : null)))").toString()
        return np.array([np.nan if one is None else one for one in json.loads(told)], dtype=np.float64)


@pytest.fixture
def script(made) -> Script:
    return Script()


def heads_layer(made: SimpleNamespace) -> tuple[dict[str, Any], Any]:
    number = next(i for i, layer in enumerate(made.facts["layers"]) if layer["form"] == "rows")
    return made.facts["layers"][number], made.engine.trace.layers[number]


def test_every_row_of_every_head_is_the_recorded_one_within_a_255th_of_the_range(made, script):
    told, layer = heads_layer(made)
    script.put_layer(told, made.text)
    weights = layer.weights[0].numpy()
    assert weights.shape == (2, 16, 16)
    shown = [[script.numbers(f"rowOf(layer, {head}, {query})") for query in range(16)] for head in range(2)]
    assert np.abs(np.array(shown) - weights).max() <= weights.max() / 255


def test_a_query_that_is_clicked_is_the_one_that_lies_there(made, script):
    told, layer = heads_layer(made)
    script.put_layer(told, made.text)
    for row, column in ((0, 0), (5, 13), (11.5, 19.5), (4, 3.99)):
        assert script.run(f"queryAt(layer, {row}, {column})").toInt() == layer.grid.query_at(row, column)
    assert script.run("queryAt(layer, 12, 3)").isNull()


@pytest.mark.parametrize("query", [0, 9, None])
def test_a_map_lies_on_the_input_as_in_the_program(made, script, query):
    told, layer = heads_layer(made)
    script.put_layer(told, made.text)
    script.put("input", list(exported_pass.SIZE))
    weights = layer.weights[0].numpy()
    row = weights[1, query] if query is not None else weights[1].mean(0)
    shown = script.numbers(f"laidOut(layer, keysOf(layer, 1, {json.dumps(query)}), input).values")
    # The class token has no place; the patches lie row by row.
    np.testing.assert_allclose(shown, row[1:], atol=weights.max() / 255)
    assert script.run("laidOut(layer, keysOf(layer, 1, 0), input).rows").toInt() == 3


def test_heads_become_one_by_mean_largest_or_smallest(script):
    script.put("maps", [[1, 5, 3], [3, 1, 3]])
    for how, wanted in (("mean", [2, 3, 3]), ("max", [3, 5, 3]), ("min", [1, 1, 3])):
        np.testing.assert_array_equal(script.numbers(f'combined(maps, "{how}")'), wanted)


def test_windows_have_their_own_keys_and_nothing_beyond(script):
    """Two windows of two queries and two keys: query 2 is the first of the second window."""
    layer = {"queries": 4, "keys": 2, "windows": 2, "values": [255, 0, 0, 255, 51, 204, 255, 255], "tops": [1, 1, 1, 2]}
    script.put("layer", layer)
    np.testing.assert_allclose(script.numbers("keysOf(layer, 0, 2)"), [np.nan, np.nan, 0.2, 0.8], atol=1e-6)
    np.testing.assert_allclose(script.numbers("keysOf(layer, 0, null)"), [0.5, 0.5, 1.1, 1.4], atol=1e-6)


def test_boxes_that_make_no_grid_are_painted_pixel_by_pixel(script):
    script.put("boxes", [0, 0, 1, 2, 0, 1, 2, 3])
    code = "laidOut({key_boxes: new Float32Array(boxes)}, new Float32Array([1, 3]), [2, 3]).values"
    np.testing.assert_array_equal(script.numbers(code), [1, 2, 3, np.nan, 3, 3])


def test_the_strongest_cells_are_those_of_the_program(script):
    values = np.array([[0.4, 0.1, 0.3], [0.05, 0.1, 0.05]])
    script.put("values", values.ravel().tolist())
    for share in (0.3, 0.6, 0.85, 1.0):
        wanted = strongest(values, share).ravel()
        np.testing.assert_array_equal(script.numbers(f"strongest(new Float64Array(values), {share})"), wanted)


def test_a_smooth_map_runs_from_the_centre_of_a_cell_to_the_next(script):
    """Linear down and across by numpy's own interpolation, unchanged beyond the outermost centres."""
    cells = np.array([[0.0, 1.0, 0.5], [0.25, 0.75, 0.0]])
    script.put("map", {"values": cells.ravel().tolist(), "rows": 2, "columns": 3})
    across, down = ((np.arange(count * 4) + 0.5) / 4 - 0.5 for count in (3, 2))
    rows = np.array([np.interp(across, np.arange(3), row) for row in cells])
    wanted = np.array([np.interp(down, np.arange(2), column) for column in rows.T]).T
    np.testing.assert_allclose(script.numbers("finer(map, 4, true).values"), wanted.ravel(), atol=1e-6)


def test_a_hole_in_a_smooth_map_keeps_its_own_size(script):
    script.run("var map = {values: [1, NaN, 1], rows: 1, columns: 3}")
    shown = script.numbers("finer(map, 2, true).values").reshape(2, 6)
    np.testing.assert_array_equal(shown, [[1, 1, np.nan, np.nan, 1, 1]] * 2)


def test_colours_run_through_the_table_by_gamma_and_holes_are_seen_through(script):
    script.put("table", [channel for value in range(256) for channel in (value, 0, 255 - value)])
    pixels = script.numbers("coloured(new Float32Array([0, 0.25, 1, NaN]), [0, 1], table, 0.5, false)").reshape(4, 4)
    np.testing.assert_array_equal(pixels, [[0, 0, 255, 255], [128, 0, 127, 255], [255, 0, 0, 255], [0, 0, 0, 0]])


def test_the_colours_span_what_the_reader_chose(script):
    layers = [
        {"kind": "heads", "range": [0.1, 0.9]},
        {"kind": "heads", "range": [0, 2]},
        {"kind": "spatial", "range": [0.3, 5]},
    ]
    script.put("layers", layers)
    for scale, number, wanted in (
        ("map", 0, [0, 0.5]),
        ("map", 2, [0.25, 0.5]),
        ("layer", 2, [0.3, 5]),
        ("all", 0, [0, 2]),
        ("unit", 0, [0, 1]),
    ):
        code = f'limits(new Float32Array([0.5, 0.25, NaN]), layers[{number}], layers, {{scale: "{scale}"}})'
        np.testing.assert_allclose(script.numbers(code), wanted)


def test_gates_are_in_the_page_as_they_were_recorded(made):
    for told, layer in zip(made.facts["layers"], made.engine.trace.layers, strict=True):
        if layer.kind in ("channel", "spatial"):
            held = np.frombuffer(unpacked(made.text, told["values"]), np.float32)
            np.testing.assert_array_equal(held, layer.weights[0].numpy().ravel())
    assert [told["form"] for told in made.facts["layers"]] == ["bars", "maps", "rows", "rows"]


def test_a_layer_too_large_for_the_page_has_one_row_for_every_head_and_says_so(made, monkeypatch):
    told, layer = heads_layer(made)
    monkeypatch.setattr(page_values, "WHOLE_CELLS", 600)
    infos = list(made.engine.outcome.layers)
    # Two layers of 2 x 16 x 16: there is room for one.
    assert len(page_values.whole_layers(infos)) == 1
    packed = Packed()
    told = layer_values(layer, layer.info(), False, packed)
    assert told["partial"]
    assert "class token" in page_texts()["partial"]
    held = zlib.decompress(base64.b64decode(packed.texts[told["values"]]))
    rows = np.frombuffer(held, np.float32).reshape(told["size"])
    np.testing.assert_allclose(rows.reshape(2, -1), layer.weights[0, :, 0, 1:].numpy(), rtol=1e-6)


def test_the_page_asks_nobody_for_anything(made):
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?\s*(?:https?:)?//""", made.text)
    assert "://" not in re.sub(r'<script type="text/plain".*?</script>', "", made.text, flags=re.DOTALL)
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import)\s*\(", made.text)
    assert "default-src 'none'" in made.text


def test_no_name_can_end_the_script_that_holds_it(made):
    assert "</script><b>" not in made.text
    assert made.facts["settings"]["network"] == "</script><b>"


def test_the_page_opens_as_the_window_stood(made):
    assert made.facts["look"]["gamma"] == 0.5
    assert made.facts["look"]["scale"] == "layer"
    assert made.facts["focus"]["head"] == 1


def test_every_text_that_the_page_shows_is_there_and_none_is_left_over(made):
    scripts = "".join(
        (ASSETS / "export" / name).read_text(encoding="utf-8") for name in ("page.js", "page_showing.js", "page.html")
    )
    asked = set(re.findall(r'text\("(\w+)"', scripts)) | set(re.findall(r'data-(?:text|label)="(\w+)"', scripts))
    asked |= set(re.findall(r'"(query_\w+)"', scripts)) | set(re.findall(r'\? "(heads|channels|weights)" :', scripts))
    texts = page_texts()
    assert asked <= set(texts)
    families = ("kind_", "combine_", "scale_", "head", "channels", "weights")
    assert {name for name in texts if name not in asked and not name.startswith(families)} == set()


def test_rows_of_nothing_stay_nothing():
    steps, tops = quantised_rows(np.array([[0, 0], [0.5, 0.25]], dtype=np.float32))
    np.testing.assert_array_equal(steps, [[0, 0], [255, 128]])
    np.testing.assert_array_equal(tops, [0, 0.5])
