"""Networks of timm: every family, every attention layer in a residual network, and layers that few networks use."""

from collections.abc import Callable, Iterator
from functools import partial

from torch import Tensor, nn

from .entries import Entry, image_inputs
from .timm_counted import timm_count
from .timm_explained import EXPLAINED
from .timm_networks import ATTN_LAYERS, EXPLICIT, NETWORKS, SMALL, SMALLER


def timm_entries() -> Iterator[Entry]:
    """Families in the order of their names, then the layers."""
    import timm

    for family in timm.list_modules():
        if family not in NETWORKS:
            yield Entry("timm", family, nn.Module, image_inputs(SMALL), skipped="not tried: a family without an entry")
        for word in NETWORKS.get(family, "").split():
            yield _network(family, word, fused=True)
            if word in EXPLICIT.split():
                yield _network(family, word, fused=False)
    for word in ATTN_LAYERS.split():
        name, _, size = word.partition("@")
        yield _entry("timm attn_layer", name, partial(_residual, name), int(size or 128))
    for extent in (0, 2, 8):
        yield _entry("timm attn_layer", f"ge, extent {extent}", partial(_gather_excite, extent), 128)
    for name, layer in _LAYERS.items():
        yield _entry("timm layers", name, layer, 64)
    yield Entry("timm layers", "MLDecoder", nn.Module, image_inputs(64), skipped="does not run with this torch")


def _network(family: str, word: str, fused: bool) -> Entry:
    name, _, size = word.partition("@")
    options = SMALLER.get(family, {})
    build = partial(_build, name, int(size or SMALL), fused, options)
    shown = name if fused else f"{name} (explicit)"
    note = ", ".join(f"{option} {value}" for option, value in options.items())
    return _entry("timm", shown, build, int(size or SMALL), note)


def _entry(source: str, name: str, build: Callable[[], nn.Module], size: int, note: str = "") -> Entry:
    explained = EXPLAINED.get(name.removesuffix(" (explicit)"), {})
    return Entry(source, name, build, image_inputs(size), note, explained, expected=timm_count(name))


def _build(name: str, size: int, fused: bool, options: dict[str, int]) -> nn.Module:
    import timm
    from timm.layers import set_fused_attn

    set_fused_attn(fused)
    try:
        return timm.create_model(name, pretrained=False, img_size=size, **options).eval()
    except TypeError:  # takes inputs of any size and no such argument
        return timm.create_model(name, pretrained=False, **options).eval()
    finally:
        set_fused_attn(True)


def _residual(attn_layer: str | Callable[..., nn.Module]) -> nn.Module:
    """One block in each of four stages, and the attention layer in all of them."""
    from timm.models.resnet import Bottleneck, ResNet

    return ResNet(Bottleneck, (1, 1, 1, 1), num_classes=10, block_args={"attn_layer": attn_layer}).eval()


def _gather_excite(extent: int) -> nn.Module:
    from timm.layers import GatherExcite

    return _residual(partial(GatherExcite, extent=extent, use_mlp=False))


class OnMaps(nn.Module):
    """A layer on 64 feature maps of 8 x 8 positions."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 64, 8, 8)
        self.layer = layer

    def forward(self, x: Tensor) -> Tensor:
        return self.layer(self.stem(x))


class OnTokens(OnMaps):
    """A layer on the same maps as 64 tokens."""

    def forward(self, x: Tensor) -> Tensor:
        return self.layer(self.stem(x).flatten(2).mT)


def _pool(name: str, **options: object) -> nn.Module:
    from timm import layers

    return OnMaps(getattr(layers, name)(64, out_features=32, num_heads=4, **options)).eval()


def _latent(**options: object) -> nn.Module:
    from timm.layers import AttentionPoolLatent

    return OnTokens(AttentionPoolLatent(64, num_heads=4, **options)).eval()


def _queries(name: str) -> nn.Module:
    from timm.layers import attention2d

    return OnMaps(getattr(attention2d, name)(64)).eval()


def _differential() -> nn.Module:
    from timm.layers import DiffAttention

    return OnTokens(DiffAttention(64, num_heads=2)).eval()


_LAYERS: dict[str, Callable[[], nn.Module]] = {
    "AttentionPool2d": partial(_pool, "AttentionPool2d", feat_size=8),
    "RotAttentionPool2d": partial(_pool, "RotAttentionPool2d", ref_feat_size=8),
    "AttentionPoolLatent, one token": _latent,
    "AttentionPoolLatent, four tokens": partial(_latent, latent_len=4, pool_type="avg"),
    "MultiQueryAttentionV2": partial(_queries, "MultiQueryAttentionV2"),
    "MultiQueryAttention2d": partial(_queries, "MultiQueryAttention2d"),
    "Attention2d": partial(_queries, "Attention2d"),
    "DiffAttention": _differential,
}
