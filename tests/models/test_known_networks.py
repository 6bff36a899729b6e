"""Networks of torchvision: those with attention are complete and exact, those without show none."""

import attnscope
import pytest
import torch


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(11)


@pytest.mark.parametrize("name", ["resnet18", "vgg11", "mobilenet_v2", "convnext_tiny", "shufflenet_v2_x0_5"])
def test_networks_without_attention_have_none(name: str) -> None:
    import torchvision

    model = getattr(torchvision.models, name)(weights=None).eval()
    with torch.no_grad():
        trace = attnscope.record(model, torch.randn(1, 3, 64, 64))
    assert trace.layers == []
    assert trace.missed == []


@pytest.mark.parametrize(
    ("name", "size", "kinds"),
    [
        ("mobilenet_v3_large", 64, {"channel": 8}),
        ("efficientnet_b0", 64, {"channel": 16}),
        ("regnet_y_400mf", 64, {"channel": 16}),
        ("vit_b_16", 224, {"heads": 12}),
        ("swin_t", 224, {"heads": 12}),
    ],
)
def test_torchvision_networks_are_complete_and_exact(name: str, size: int, kinds: dict[str, int]) -> None:
    import torchvision

    model = getattr(torchvision.models, name)(weights=None).eval()
    x = torch.randn(1, 3, size, size)
    with torch.no_grad():
        plain = model(x)
        traces = attnscope.record(model, x), attnscope.record(model, x)
    for trace in traces:
        found = [layer.kind for layer in trace.layers]
        assert {kind: found.count(kind) for kind in set(found)} == kinds
        torch.testing.assert_close(trace.output, plain, atol=1e-5, rtol=0)
        assert trace.missed == []
    assert max(layer.error for layer in traces[1].layers) <= 1e-5
