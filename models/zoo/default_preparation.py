"""How a picture becomes the input of a network of which nobody says it."""

from torch import nn

from ..pictures.preprocess import Preprocess


def guessed_preprocess(network: nn.Module) -> Preprocess:
    """ImageNet's ways, at the size that the network says of itself (`input_size`) or else at 224."""
    match getattr(network, "input_size", 224):
        case int(side) | (int(side),) if side > 0:
            size = (side, side)
        case (*_, int(rows), int(columns)) if min(rows, columns) > 0:
            size = (rows, columns)
        case _:
            size = (224, 224)
    return Preprocess(size, "crop", guessed=True)
