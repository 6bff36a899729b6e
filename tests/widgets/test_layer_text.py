"""A layer's path is cut where it tells least."""

import pytest
from attnscope.widgets.look.layer_text import shortened


@pytest.mark.parametrize(
    ("title", "room", "shown"),
    [
        ("layer1.0.cbam.ChannelGate", 25, "layer1.0.cbam.ChannelGate"),
        ("layer1.0.cbam.ChannelGate", 24, "layer1.0…ChannelGate"),
        ("layer1.0.cbam.ChannelGate", 14, "…0…ChannelGate"),
        ("vit.encoder.layer.11.attention.attention", 20, "…layer.11…attention"),
        ("blocks.3.attn #2", 12, "…3.attn #2"),
        ("encoder.layers.encoder_layer_11.self_attention", 20, "…encoder_layer_11…"),
        ("gate", 2, "gate"),
        ("stages.2", 3, "stages.2"),
    ],
)
def test_the_number_and_the_last_word_stay_longest(title, room, shown):
    assert shortened(title, lambda text: len(text) <= room) == shown
