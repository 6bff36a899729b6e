"""Networks of transformers: the weights are those that the library itself returns, however attention is computed."""

from typing import Any

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.weights.trace import Trace
from torch import Tensor, nn

transformers = pytest.importorskip("transformers")

_SMALL = {"hidden_size": 32, "num_attention_heads": 2, "num_hidden_layers": 2, "intermediate_size": 48}
_VIT = {**_SMALL, "image_size": 64, "patch_size": 16}
_DETR = {
    "d_model": 32,
    "num_queries": 5,
    "encoder_layers": 1,
    "encoder_ffn_dim": 48,
    "encoder_attention_heads": 2,
    "decoder_layers": 2,
    "decoder_ffn_dim": 48,
    "decoder_attention_heads": 2,
}


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(11)


def _network(name: str, config: Any, attention: str | None = "eager") -> nn.Module:
    torch.manual_seed(11)
    return getattr(transformers, name)._from_config(config, attn_implementation=attention).eval()


def _record(model: nn.Module, **inputs: Tensor) -> Trace:
    with torch.no_grad():
        return attnscope.record(model, **inputs)


def _vit(attention: str) -> nn.Module:
    return _network("ViTModel", transformers.ViTConfig(**_VIT), attention)


def _beit(attention: str) -> nn.Module:
    return _network("BeitModel", transformers.BeitConfig(**_VIT, use_relative_position_bias=True), attention)


def _segformer(attention: str) -> nn.Module:
    config = transformers.SegformerConfig(
        depths=[1] * 4, hidden_sizes=[8, 16, 16, 32], num_attention_heads=[1, 2, 2, 2]
    )
    return _network("SegformerModel", config, attention)


@pytest.mark.parametrize("make", [_vit, _beit, _segformer])
def test_weights_are_those_that_the_library_returns(make: Any) -> None:
    x = torch.randn(2, 3, 64, 64)
    eager, fused = make("eager"), make("sdpa")
    with torch.no_grad():
        expected = eager(pixel_values=x, output_attentions=True).attentions
    for model in (eager, fused, fused):
        layers = _record(model, pixel_values=x).layers
        assert len(layers) == len(expected)
        for layer, theirs in zip(layers, expected, strict=True):
            torch.testing.assert_close(layer.weights, theirs, atol=1e-6, rtol=0)
            assert layer.error <= 1e-5


def test_recording_leaves_the_output_bit_for_bit() -> None:
    for attention in ("eager", "sdpa"):
        model, x = _vit(attention), torch.randn(1, 3, 64, 64)
        with torch.no_grad():
            plain = model(pixel_values=x).last_hidden_state
        for _ in range(2):
            assert torch.equal(_record(model, pixel_values=x).output.last_hidden_state, plain)


@pytest.mark.parametrize(
    ("name", "config", "prefix"),
    [
        ("DeiTModel", "DeiTConfig", 2),  # class and distillation
        ("Dinov2WithRegistersModel", "Dinov2WithRegistersConfig", 5),  # class and four registers
        ("DINOv3ViTModel", "DINOv3ViTConfig", 3),  # class and two registers
        ("IJepaModel", "IJepaConfig", 0),
    ],
)
def test_tokens_that_are_no_patches_are_counted(name: str, config: str, prefix: int) -> None:
    registers = {"DINOv3ViTModel": {"num_register_tokens": 2}, "Dinov2WithRegistersModel": {"num_register_tokens": 4}}
    model = _network(name, getattr(transformers, config)(**_VIT, **registers.get(name, {})), "sdpa")
    for layer in _record(model, pixel_values=torch.randn(1, 3, 64, 64)).info():
        assert (layer.prefix, layer.places, layer.guessed) == (prefix, (4, 4), False)


def test_swin_has_windows_that_lie_side_by_side() -> None:
    config = transformers.SwinConfig(
        image_size=64, patch_size=2, embed_dim=16, depths=[2, 2], num_heads=[2, 4], window_size=4
    )
    first, shifted, *_ = _record(_network("SwinModel", config), pixel_values=torch.randn(1, 3, 64, 64)).layers
    assert first.shape == shifted.shape == (1, 64, 2, 16, 16)
    assert first.grid is not None
    assert shifted.grid is not None
    # Window 9 is the second of the second row; windows are of 8 pixels, and shifted by half of that.
    np.testing.assert_array_equal(_around(first.grid.keys, 9), [8, 8, 16, 16])
    np.testing.assert_array_equal(_around(shifted.grid.keys, 9), [12, 12, 20, 20])


def _around(boxes: Any, window: int) -> list[float]:
    inside = boxes[window * 16 : (window + 1) * 16]
    return [*inside[:, :2].min(0), *inside[:, 2:].max(0)]


def test_the_queries_of_a_detector_look_at_the_image_from_nowhere() -> None:
    backbone = transformers.ResNetConfig(
        embedding_size=8, hidden_sizes=[8, 16], depths=[1, 1], out_features=["stage2"], downsample_in_first_stage=True
    )
    model = _network("DetrModel", transformers.DetrConfig(**_DETR, backbone_config=backbone), None)
    trace = _record(model, pixel_values=torch.randn(1, 3, 64, 96), pixel_mask=torch.ones(1, 64, 96, dtype=torch.long))
    assert [layer.name for layer in trace.layers] == [
        "encoder.layers.0.self_attn",
        "decoder.layers.0.self_attn",
        "decoder.layers.0.encoder_attn",
        "decoder.layers.1.self_attn",
        "decoder.layers.1.encoder_attn",
    ]
    encoder, _, across, among, _ = trace.layers
    assert encoder.shape == (1, 2, 24, 24)
    assert encoder.grid is not None
    assert encoder.grid.size == (64, 96)
    assert across.shape == (1, 2, 5, 24)
    assert across.grid is not None
    np.testing.assert_array_equal(across.grid.keys, encoder.grid.keys)
    assert across.grid.queries is None
    assert among.shape == (1, 2, 5, 5)
    assert trace.missed == []


def test_an_encoder_that_sees_and_a_decoder_that_reads() -> None:
    decoder = transformers.TrOCRConfig(
        vocab_size=50, d_model=32, decoder_layers=1, decoder_attention_heads=2, decoder_ffn_dim=48
    )
    config = transformers.VisionEncoderDecoderConfig.from_encoder_decoder_configs(
        transformers.ViTConfig(**_VIT), decoder
    )
    model = _network("VisionEncoderDecoderModel", config)
    words = torch.randint(0, 50, (1, 6))
    trace = _record(model, decoder_input_ids=words, pixel_values=torch.randn(1, 3, 64, 64))
    assert [layer.name for layer in trace.layers] == [
        "encoder.layers.0.attention",
        "encoder.layers.1.attention",
        "decoder.model.decoder.layers.0.self_attn",
        "decoder.model.decoder.layers.0.encoder_attn",
    ]
    assert [layer.shape[-2:] for layer in trace.layers] == [(17, 17), (17, 17), (6, 6), (6, 17)]
    causal = trace.layers[2].weights
    assert torch.equal(causal, causal.tril())
    across = trace.layers[3].grid
    assert across is not None
    assert across.queries is None
    assert across.keys is not None
