"""The names of ImageNet's thousand classes, in the order that every network trained on it has them."""

from functools import cache

IMAGENET_CLASSES = 1000


@cache
def imagenet_labels() -> tuple[str, ...]:
    """ "tench", "goldfish", ... "toilet tissue", as torchvision spells them."""
    # Takes 1.5 s to import, and not every network has these classes.
    from torchvision.models import ResNet50_Weights

    return tuple(ResNet50_Weights.DEFAULT.meta["categories"])
