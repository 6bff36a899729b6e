"""Gradients on request: against hand-written networks that keep theirs, and against what small edits change."""

from collections.abc import Callable

import attnscope
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.networks.attention import MultiHeadAttention
from attnscope.models.networks.squeeze_excitation import SqueezeExcitation
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.attention.flex_attention import flex_attention

B, C, H, W, HEADS, CLASSES = 2, 6, 3, 5, 3, 7


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(5)


def explicit(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    weights = (q @ k.mT).softmax(-1)
    kept.append(weights)
    return weights @ v


def fused(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return F.scaled_dot_product_attention(q, k, v, scale=1.0)


def by_einsum(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    weights = torch.einsum("bhqd,bhkd->bkhq", q, k).softmax(1)
    return torch.einsum("bkhq,bhkd->bhqd", [weights, v])


def values_left(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return (v.mT @ (k @ q.mT).softmax(-2)).mT


def heads_in_the_batch(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    q, k, v = (t.flatten(0, 1) for t in (q, k, v))
    return torch.bmm(F.softmax(torch.bmm(q, k.mT), dim=2), v).unflatten(0, (B, HEADS))


def written_over_after(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return F.scaled_dot_product_attention(q, k, v, scale=1.0).mul_(2).add_(1).sub_(1).div_(2)


def added_onto(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    q, k, v = (t.flatten(0, 1) for t in (q, k, v))
    return (torch.baddbmm(q, (q @ k.mT).softmax(-1), v, alpha=2.0) - q).div(2).unflatten(0, (B, HEADS))


def product_of(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    return (q @ k.mT).softmax(-1)[..., None] * v[:, :, None]


def summed(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return product_of(q, k, v).sum(-2, keepdim=True).squeeze(-2)


def summed_after_turning(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return torch.einsum("qbhkd->qbhd", product_of(q, k, v).movedim(2, 0)).movedim(0, 2)


def averaged(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    return product_of(q, k, v).mean(-2) * k.shape[-2]


def flexible(q: Tensor, k: Tensor, v: Tensor, kept: list[Tensor]) -> Tensor:
    attended = flex_attention(q, k, v, scale=1.0)
    assert isinstance(attended, Tensor)
    return attended


FORMS = [explicit, fused, by_einsum, values_left, heads_in_the_batch, written_over_after]
FORMS += [added_onto, summed, summed_after_turning, averaged]


class Attending(nn.Module):
    """Two layers of attention with a residual way around each, and scores."""

    def __init__(self, form: Callable[..., Tensor]) -> None:
        super().__init__()
        self.blocks = nn.ModuleList([Block(form), Block(form)])
        self.head = nn.Linear(C, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        for block in self.blocks:
            x = x + block(x)
        return self.head(x.mean(1))


class Block(nn.Module):
    def __init__(self, form: Callable[..., Tensor]) -> None:
        super().__init__()
        self.form, self.kept = form, list[Tensor]()
        self.qkv = nn.Linear(C, 3 * C)

    def forward(self, x: Tensor) -> Tensor:
        q, k, v = self.qkv(x).unflatten(-1, (3, HEADS, -1)).permute(2, 0, 3, 1, 4)
        return self.form(q, k, v, self.kept).transpose(1, 2).flatten(2)


def kept_gradients(model: Attending, x: Tensor, classes: list[int]) -> list[Tensor]:
    """Those of an explicit network, which autograd leaves on the weights themselves."""
    oracle = Attending(explicit)
    oracle.load_state_dict(model.state_dict())
    scores = oracle(x)
    weights = [block.kept[0] for block in oracle.blocks if isinstance(block, Block)]
    return [*torch.autograd.grad(scores[range(B), classes].sum(), weights)]


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("form", FORMS)
def test_gradients_of_attention_are_those_that_a_handwritten_network_keeps(
    form: Callable[..., Tensor], frozen: bool
) -> None:
    model, x = Attending(form).eval(), torch.randn(B, 8, C)
    expected = kept_gradients(model, x, [3, 5])
    model.requires_grad_(not frozen)
    for context in (torch.no_grad, torch.no_grad, torch.inference_mode, torch.enable_grad, torch.enable_grad):
        with context():
            plain = model(x)
            trace = attnscope.record(model, x, gradients=[3, 5])
            assert torch.equal(trace.output, plain)
            assert trace.output.requires_grad == plain.requires_grad
        for layer, gradient in zip(trace.layers, expected, strict=True):
            torch.testing.assert_close(layer.gradients, gradient, rtol=1e-4, atol=1e-6)
            torch.testing.assert_close(layer.gradient_row(2, 4, batch=1), gradient[1, 2, 4], rtol=1e-4, atol=1e-6)
    assert all(parameter.grad is None for parameter in model.parameters())


@pytest.mark.filterwarnings("ignore:.*flex_attention called without torch.compile")
@pytest.mark.parametrize("frozen", [False, True])
def test_gradients_of_flex_attention(frozen: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a CPU torch refuses it where gradients are on; here it is let through, as on a GPU."""
    monkeypatch.setattr("torch.nn.attention.flex_attention._validate_device", lambda *_: None)
    model, x = Attending(flexible).eval(), torch.randn(B, 8, C)
    expected = kept_gradients(model, x, [3, 5])
    model.requires_grad_(not frozen)
    with torch.no_grad():
        plain = model(x)
        traces = [attnscope.record(model, x, gradients=[3, 5]) for _ in ("in full", "the short way")]
    for trace in traces:
        assert torch.equal(trace.output, plain)
        for layer, gradient in zip(trace.layers, expected, strict=True):
            torch.testing.assert_close(layer.gradients, gradient, rtol=1e-4, atol=1e-6)


class Sampled(nn.Module):
    """Every query weighs points of its own, as deformable attention does, with the heads in the batch."""

    def __init__(self) -> None:
        super().__init__()
        self.to_weights, self.to_points = nn.Linear(C, HEADS * 4), nn.Linear(C, HEADS * 4 * 5)
        self.head = nn.Linear(HEADS * 5, CLASSES)
        self.kept: list[Tensor] = []

    def forward(self, x: Tensor) -> Tensor:
        weights = self.to_weights(x).view(B, -1, HEADS, 4).softmax(-1).transpose(1, 2)
        self.kept = [weights]
        points = self.to_points(x).view(B, -1, HEADS, 5, 4).permute(0, 2, 3, 1, 4).flatten(0, 1)
        attended = (points * weights.flatten(0, 1)[:, None]).sum(-1)
        return self.head(attended.unflatten(0, (B, HEADS)).flatten(1, 2).tanh().mean(-1))


def test_gradients_of_points_that_queries_sample() -> None:
    model, x = Sampled().eval(), torch.randn(B, 8, C)
    expected = torch.autograd.grad(model(x)[:, 3].sum(), model.kept)[0]
    for _ in ("in full", "the short way"):
        (layer,) = attnscope.record(model, x, gradients=3).layers
        assert layer.shape == (B, HEADS, 8, 4)
        torch.testing.assert_close(layer.gradients, expected, rtol=1e-4, atol=1e-6)
        torch.testing.assert_close(layer.gradient_row(2, 4, batch=1), expected[1, 2, 4], rtol=1e-4, atol=1e-6)


def test_the_user_can_still_go_back_through_the_output() -> None:
    model, x = Attending(fused).eval(), torch.randn(B, 8, C)
    trace = attnscope.record(model, x, gradients=True)
    trace.output.sum().backward()
    assert isinstance(model.head, nn.Linear)
    assert model.head.weight.grad is not None


def by_function(output: Tensor) -> Tensor:
    return output[:, 3].sum()


@pytest.mark.parametrize("target", [3, [3, 3], torch.tensor([3, 3]), by_function])
def test_a_class_can_be_named_in_many_ways(target: object) -> None:
    model, x = Attending(fused).eval(), torch.randn(B, 8, C)
    (first, _) = kept_gradients(model, x, [3, 3])
    trace = attnscope.record(model, x, gradients=target)  # pyright: ignore[reportArgumentType]
    torch.testing.assert_close(trace.layers[0].gradients, first, rtol=1e-4, atol=1e-6)


def test_true_is_the_class_that_each_image_shows_most() -> None:
    model, x = Attending(fused).eval(), torch.randn(B, 8, C)
    (first, _) = kept_gradients(model, x, model(x).argmax(1).tolist())
    torch.testing.assert_close(
        attnscope.record(model, x, gradients=True).layers[0].gradients, first, rtol=1e-4, atol=1e-6
    )


class Gated(nn.Module):
    """A gate of some form on feature maps, and scores of what it lets through."""

    def __init__(self, gate: nn.Module) -> None:
        super().__init__()
        self.stem, self.gate, self.head = nn.Conv2d(3, C, 1), gate, nn.Linear(C, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.gate(self.stem(x)).tanh().mean((2, 3)))


class Form(nn.Module):
    """A gate that is one function of maps and of what is pooled from them."""

    def __init__(self, function: Callable[[Tensor, Tensor], Tensor], spatial: bool = False) -> None:
        super().__init__()
        self.function, self.spatial = function, spatial
        self.mix = nn.Conv2d(1, 1, 3, padding=1) if spatial else nn.Conv2d(C, C, 1)

    def forward(self, x: Tensor) -> Tensor:
        pooled = x.mean(1, keepdim=True) if self.spatial else x.mean((2, 3), keepdim=True)
        return self.function(x, self.mix(pooled).sigmoid())


def by_its_transpose(x: Tensor, gate: Tensor) -> Tensor:
    return torch.einsum("bchw,bcij->bhwc", x, gate).permute(0, 3, 1, 2)


GATES: dict[str, Callable[[], nn.Module]] = {
    "squeeze and excitation": lambda: SqueezeExcitation(C, 3),
    "in place": lambda: Form(lambda x, gate: x.mul_(gate)),
    "expanded": lambda: Form(lambda x, gate: gate.expand_as(x) * x),
    "repeated": lambda: Form(lambda x, gate: x * gate.repeat(1, 1, H, W)),
    "written over": lambda: Form(lambda x, gate: gate.repeat(1, 1, H, W).mul_(x)),
    "residual": lambda: Form(lambda x, gate: x * (1 + gate)),
    "einsum": lambda: Form(lambda x, gate: torch.einsum("bchw,bc->bchw", x, gate[..., 0, 0])),
    "shared by all images": lambda: Form(lambda x, gate: x * gate[:1]),
    "spatial": lambda: Form(torch.mul, spatial=True),
    "added": lambda: Form(lambda x, gate: torch.addcmul(x, x, gate, value=0.5)),
    "added in place": lambda: Form(lambda x, gate: x.clone().addcmul_(x, gate)),
}


def change_by_edit(model: nn.Module, x: Tensor, index: object, value: float, step: float = 1e-3) -> Tensor:
    """How fast every image's score of class 4 changes with one factor."""
    scores = [
        attnscope.record(model, x, edits=[attnscope.Edit("gate", index, value + by)]).output[:, 4]  # pyright: ignore
        for by in (step, -step)
    ]
    return (scores[0] - scores[1]) / (2 * step)


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("name", GATES)
def test_gradients_of_gates_are_what_small_edits_change(name: str, frozen: bool) -> None:
    model, x = Gated(GATES[name]()).double().eval(), torch.randn(B, 3, H, W, dtype=torch.float64)
    model.requires_grad_(not frozen)
    with torch.no_grad():
        plain = model(x)
        for _ in range(2):
            trace = attnscope.record(model, x, gradients=4)
            layer = trace["gate"]
            assert torch.equal(trace.output, plain)
            assert layer.gradients.shape == layer.shape
        index = (1, 2) if layer.kind == "spatial" else 2
        at = (slice(None), *index) if isinstance(index, tuple) else (slice(None), index)
        for image in range(B):
            value = float(layer.weights[at][image])
            changed = change_by_edit(model, x, index, value)[image]
            torch.testing.assert_close(layer.gradients[at][image].double(), changed, rtol=1e-3, atol=1e-7)


class Chain(nn.Module):
    """A gate before attention: an edit of the one is seen through the other."""

    def __init__(self) -> None:
        super().__init__()
        self.gate, self.attention = SqueezeExcitation(C, 3), MultiHeadAttention(C, C, C, HEADS, 2, 2, C)
        self.head = nn.Linear(C, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.gate(x).flatten(2).mT * 3
        return self.head(self.attention(tokens, tokens, tokens)[:, 0])


def test_gradients_go_through_edited_attention() -> None:
    model, x = Chain().eval().double(), torch.randn(B, C, H, W, dtype=torch.float64)
    edits = [attnscope.Edit("attention", 1, 0.5)]
    with torch.no_grad():
        trace = attnscope.record(model, x, edits=edits, gradients=4)
        value = float(trace["gate"].weights[1, 2])
        scores = [
            attnscope.record(model, x, edits=[*edits, attnscope.Edit("gate", 2, value + by)]).output[1, 4]
            for by in (1e-2, -1e-2)
        ]
    changed = (scores[0] - scores[1]) / 2e-2
    torch.testing.assert_close(trace["gate"].gradients[1, 2].double(), changed, rtol=1e-2, atol=1e-6)


def test_gradients_of_edited_heads_are_what_scaling_them_further_changes() -> None:
    model, x = Chain().eval().double(), torch.randn(B, C, H, W, dtype=torch.float64)
    with torch.no_grad():
        layer = attnscope.record(model, x, edits=[attnscope.Edit("attention", 1, 0.5)], gradients=4)["attention"]
        scores = [
            attnscope.record(model, x, edits=[attnscope.Edit("attention", 1, 0.5 + by)]).output[:, 4]
            for by in (1e-2, -1e-2)
        ]
    along = (layer.gradients[:, 1] * layer.weights[:, 1] / 0.5).sum((-2, -1)).double()
    torch.testing.assert_close(along, (scores[0] - scores[1]) / 2e-2, rtol=1e-3, atol=1e-6)


def test_only_chosen_layers_have_gradients() -> None:
    model, x = Chain().eval(), torch.randn(B, C, H, W)
    trace = attnscope.record(model, x, only="attention", gradients=4)
    whole = attnscope.record(model, x, gradients=4)
    torch.testing.assert_close(trace.layers[0].gradients, whole["attention"].gradients)


class Cutting(nn.Module):
    def __init__(self, inside: bool) -> None:
        super().__init__()
        self.inside = inside
        self.gate, self.head = SqueezeExcitation(C, 3), nn.Linear(C, CLASSES)
        self.latest: Tensor | None = None

    def forward(self, x: Tensor) -> Tensor:
        with torch.set_grad_enabled(not self.inside):
            x = self.gate(x)
        self.latest = x
        return self.head(x.detach().mean((2, 3)))


@pytest.mark.parametrize(("inside", "words"), [(True, "without gradients"), (False, "No gradient comes")])
def test_a_cut_graph_is_told_of(inside: bool, words: str) -> None:
    trace = attnscope.record(Cutting(inside).eval(), torch.randn(B, C, H, W), gradients=0)
    with pytest.raises(UserError, match=words):
        _ = trace["gate"].gradients


def test_what_the_network_keeps_is_in_no_graph_afterwards() -> None:
    model = Cutting(False).eval()
    with torch.no_grad():
        attnscope.record(model, torch.randn(B, C, H, W), gradients=0)
    assert model.latest is not None
    assert not model.latest.requires_grad


def test_what_cannot_be_asked_for_is_refused_in_words() -> None:
    model, x = Chain().eval(), torch.randn(B, C, H, W)
    with pytest.raises(UserError, match="classes 0 to 6"):
        attnscope.record(model, x, gradients=7)
    with pytest.raises(UserError, match="each of the 2 images"):
        attnscope.record(model, x, gradients=[1, 2, 3])
    with pytest.raises(UserError, match="one number"):
        attnscope.record(model, x, gradients=lambda output: output)
    with pytest.raises(UserError, match="returns scores"):
        attnscope.record(model.attention, *[torch.randn(B, 4, C)] * 3, gradients=1)
    with pytest.raises(UserError, match="not asked for"):
        _ = attnscope.record(model, x)["gate"].gradients
    with pytest.raises(UserError, match="no heads"):
        attnscope.record(model, x, gradients=1)["gate"].gradient_row(0, 0)


class Multi(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.attention, self.head = nn.MultiheadAttention(C, HEADS, batch_first=True), nn.Linear(C, CLASSES)
        self.whole = False

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.attention(x, x, x, need_weights=self.whole)[0][:, 0])


def test_gradients_of_torchs_multi_head_attention_are_the_same_fused_or_not() -> None:
    model, x = Multi().eval(), torch.randn(B, 5, C)
    with torch.no_grad():
        fast = [attnscope.record(model, x, gradients=2)["attention"] for _ in range(2)]
        model.whole = True
        slow = attnscope.record(model, x, gradients=2)["attention"]
    assert (fast[0].source, slow.source) == ("scaled_dot_product_attention", "softmax")
    for layer in fast:
        torch.testing.assert_close(layer.gradients, slow.gradients, rtol=1e-4, atol=1e-7)
