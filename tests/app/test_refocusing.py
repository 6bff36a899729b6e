"""What is looked at goes on in another pass as far as that has it."""

from attnscope.app.state.refocusing import elsewhere, fitting
from attnscope.app.state.wishes import Focus
from attnscope.models.records import Affine, LayerInfo, PassInfo

LAYERS = (
    LayerInfo("gate", 0, "channel", (1, 7), "sigmoid"),
    LayerInfo("attn", 0, "heads", (1, 2, 5, 5), "softmax", heads=2, queries=5, keys=5, places=(2, 2)),
)
PASS = PassInfo(LAYERS, (), (), Affine(0, 0, 1, 1), (20, 30), {})


def test_what_the_pass_has_is_kept():
    focus = Focus(layer=1, head=1, query=(19, 29), pins=((0, 0), (19, 0)), source="rollout", discard=0.5)
    assert fitting(focus, PASS) == focus


def test_heads_places_and_channels_that_it_has_not_are_left_out():
    focus = Focus(layer=1, head=2, query=(20, 0), pins=((0, 30), (5, 5)), channel=3, channels=(1,))
    assert fitting(focus, PASS) == Focus(layer=1, pins=((5, 5),))
    assert fitting(Focus(layer=0, channel=7, channels=(6, 7)), PASS) == Focus(layer=0, channels=(6,))


def test_a_layer_that_is_not_there_gives_the_first_with_the_same_way_of_looking():
    focus = Focus(layer=9, head=1, query=3, second="gradcam", combine="max", direction="to", target=4)
    assert fitting(focus, PASS) == elsewhere(focus) == Focus(second="gradcam", combine="max", direction="to")
