"""What is asked follows from what is looked at, and from nothing else."""

from attnscope.app.state.questions import after_step, questions
from attnscope.app.state.wishes import Focus, Look, Question
from attnscope.models.records import Affine, LayerInfo, PassInfo

LAYERS = (
    LayerInfo("gate", 0, "channel", (1, 7), "sigmoid"),
    LayerInfo("place", 0, "spatial", (1, 3, 5), "sigmoid", places=(3, 5)),
    LayerInfo("wide", 0, "heads", (1, 6, 16, 16), "softmax", heads=6, queries=16, keys=16, prefix=1, places=(3, 5)),
    LayerInfo("narrow", 0, "heads", (1, 2, 16, 16), "softmax", heads=2, queries=16, keys=16, places=(3, 5)),
    LayerInfo("nowhere", 0, "heads", (1, 2, 5, 5), "softmax", heads=2, queries=5, keys=5),
)
PASS = PassInfo(LAYERS, (), (), Affine(0, 0, 1, 1), (24, 40), {})


def test_a_channel_layer_asks_for_bars_and_for_the_feature_map_of_the_picked_channel_only():
    assert questions(PASS, Focus(layer=0), Look())["bars"] == Question("bars", 0)
    assert "feature" not in questions(PASS, Focus(layer=0), Look())
    assert questions(PASS, Focus(layer=0, channel=4), Look())["feature"] == Question("feature", 0, channel=4)


def test_heads_ask_for_the_picked_head_at_the_picked_place():
    wanted = questions(PASS, Focus(layer=2, head=5, query=(9, 11)), Look())
    assert wanted["map"] == Question("map", 2, head=5, query=(9, 11))
    assert wanted["heads"] == Question("heads", 2, query=(9, 11))
    assert wanted["matrix"] == Question("matrix", 2, head=5)


def test_heads_without_a_place_on_the_picture_ask_for_no_map():
    wanted = questions(PASS, Focus(layer=4), Look())
    assert "matrix" in wanted
    assert "map" not in wanted
    assert "heads" not in wanted


def test_what_has_no_place_by_nature_is_asked_for_as_tables():
    layers = (LayerInfo("strip", 0, "other", (1, 5, 3), "sigmoid"),)
    wanted = questions(PassInfo(layers, (), (), Affine(0, 0, 1, 1), (24, 40), {}), Focus(layer=0), Look())
    assert wanted["tables"] == Question("tables", 0)


def test_what_is_on_screen_is_asked_before_everything_else():
    assert list(questions(PASS, Focus(layer=2), Look()))[:3] == ["map", "heads", "matrix"]


def test_the_next_layer_is_asked_ahead_under_the_very_question_that_a_step_will_ask():
    ahead = questions(PASS, Focus(layer=1), Look())["ahead:1:map"]
    assert ahead == questions(PASS, after_step(Focus(layer=1), PASS, 2), Look())["map"]


def test_ranges_are_asked_only_for_the_layers_that_the_scale_takes_in():
    def ranges(scale: str) -> set[str]:
        return {slot for slot in questions(PASS, Focus(layer=2), Look(scale=scale)) if slot.startswith("range:")}

    assert ranges("map") == ranges("unit") == set()
    assert ranges("layer") == {"range:2"}
    assert ranges("all") == {"range:2", "range:3", "range:4"}


def test_a_step_keeps_a_place_and_a_head_that_exist_there_and_drops_a_number_and_a_channel():
    kept = after_step(Focus(layer=2, head=1, query=(9, 11), channel=3), PASS, 3)
    assert kept == Focus(layer=3, head=1, query=(9, 11))
    assert after_step(Focus(layer=2, head=5, query=12), PASS, 3) == Focus(layer=3)


def test_requests_carry_only_the_fields_of_their_kind():
    asked = {"layer": 2, "head": 1, "query": (3, 4), "combine": "mean", "direction": "from"}
    assert Question("map", 2, head=1, query=(3, 4)).fields() == asked
    assert Question("map", 2, beside=True).fields()["of"] == "beside"
    assert Question("feature", 0, channel=6).fields() == {"layer": 0, "channel": 6}
    assert Question("preview", 0).fields() == {"layer": 0}


def test_the_wall_asks_for_every_layer_of_heads_that_has_a_place():
    wanted = questions(PASS, Focus(layer=0, view="wall", query=(9, 11)), Look())
    assert {slot for slot in wanted if slot.startswith("wall:")} == {"wall:2", "wall:3"}
    assert wanted["wall:3"] == Question("wall", 3, query=(9, 11))


def test_every_pinned_place_is_asked_in_the_head_that_is_looked_at():
    wanted = questions(PASS, Focus(layer=2, head=4, pins=((1, 2), (3, 4))), Look())
    assert wanted["pin:1"] == Question("map", 2, head=4, query=(3, 4))
    assert "pin:0" not in questions(PASS, Focus(layer=1, pins=((1, 2),)), Look())


def test_both_panes_ask_for_what_they_show():
    wanted = questions(PASS, Focus(layer=2, source="rollout", second="gradcam", target=7, discard=0.5), Look())
    assert wanted["source"] == Question("rollout", 2, discard=0.5)
    assert wanted["second"] == Question("gradcam", 0, target=7)


def test_the_pinned_picture_is_asked_the_same_but_only_once_its_pass_is_there():
    focus = Focus(layer=2, head=1, second="difference")
    assert "beside:map" not in questions(PASS, focus, Look())
    wanted = questions(PASS, focus, Look(), PASS)
    assert wanted["beside:map"] == Question("map", 2, head=1, beside=True)


def test_a_network_without_attention_is_asked_about_its_classes_and_nothing_else():
    bare = PassInfo((), (), (), Affine(0, 0, 1, 1), (24, 40), {})
    assert questions(bare, Focus(), Look()) == {}
    assert questions(bare, Focus(source="rollout", second="flow"), Look()) == {}
    asked = questions(bare, Focus(source="gradcam", second="gradients", target=4), Look())
    assert asked == {"source": Question("gradcam", 0, target=4), "second": Question("gradients", 0, target=4)}


def test_the_matrix_of_a_large_layer_is_asked_once_the_small_pictures_are_there_and_never_ahead():
    wide = LayerInfo(
        "wide", 0, "heads", (1, 6, 1374, 1374), "softmax", heads=6, queries=1374, keys=1374, places=(37, 37)
    )
    made = PassInfo((wide, wide), (), (), Affine(0, 0, 1, 1), (24, 40), {})
    wanted = questions(made, Focus(), Look())
    order = list(wanted)
    assert order[:2] == ["map", "heads"]
    assert order.index("matrix") > order.index("preview:1")
    assert {"ahead:1:map", "ahead:1:heads"} <= set(order)
    assert "ahead:1:matrix" not in order
