"""The architectures that a checkpoint can be told to be of: our own, torchvision's and timm's, ours first."""

from collections.abc import Iterator
from functools import partial

from attnscope.models.networks.residual_network import gated_resnet
from attnscope.models.networks.tour import INPUT_SIZE, TourNetwork
from torch import nn

from .measuring import Architecture

DEPTHS = (18, 34, 50, 101)
GATES = ("cbam", "se", "bam")
_AUXILIARY = ("googlenet", "inception_v3")


def own_architectures() -> Iterator[Architecture]:
    """The tour network and the gated residual networks, as for ImageNet and as for CIFAR."""
    yield Architecture("tour", _tour, (INPUT_SIZE, INPUT_SIZE))
    for stem, asked, side in (("imagenet", "", 224), ("cifar", "?stem=cifar", 32)):
        for gates in GATES:
            for depth in DEPTHS:
                build = partial(gated_resnet, gates, depth, stem=stem)
                yield Architecture(f"{gates}/resnet{depth}{asked}", build, (side, side))


def torchvision_architectures() -> Iterator[Architecture]:
    """All classification networks."""
    from torchvision import models

    for name in models.list_models(module=models):
        yield torchvision_architecture(name)


def torchvision_architecture(name: str) -> Architecture:
    """One of torchvision's networks, at the size that its first weights were trained at."""
    from torchvision import models

    side = next(iter(models.get_model_weights(name))).transforms().crop_size[0]
    quick = {"init_weights": False} if name in _AUXILIARY else {}
    build = partial(models.get_model, name, weights=None, **quick)
    sizing = "image_size" if name.startswith("vit_") else ""
    return Architecture(f"torchvision/{name}", build, (224, 224) if sizing else (side, side), sizing)


def timm_architectures() -> Iterator[Architecture]:
    """All that timm registers."""
    import timm

    # The shortest name is the plainest of those that share all their tensors.
    for name in sorted(timm.list_models(), key=lambda name: (len(name), name)):
        yield timm_architecture(name)


def timm_architecture(name: str) -> Architecture:
    """One of timm's networks, with or without the tag of weights, at the size that timm has for it."""
    import timm
    from timm.models import get_pretrained_cfg

    channels, rows, columns = getattr(get_pretrained_cfg(name), "input_size", None) or (3, 224, 224)
    build = partial(timm.create_model, name, pretrained=False)
    return Architecture(f"timm/{name}", build, (rows, columns), "img_size", channels)


def _tour(num_classes: int = 12) -> nn.Module:
    return TourNetwork(num_classes)
