"""From a place of the network's input to its token and back, where the tokens lie on one regular grid."""

from ..models.records import LayerInfo, PassInfo

Place = tuple[int, int]
"""(row, column) of the network's input, in pixels."""


def token_at(layer: LayerInfo, outcome: PassInfo, tokens: int, place: Place) -> int | None:
    """The number of the token at a place, of so many queries or keys; None where their order is not known.

    Known are tokens that lie row by row over the whole input, after those without a place; not those in windows.
    """
    if layer.places is None or not _whole(layer, tokens):
        return None
    (rows, columns), (height, width) = layer.places, outcome.input_size
    row, column = place[0] * rows // height, place[1] * columns // width
    inside = 0 <= row < rows and 0 <= column < columns
    return layer.prefix + row * columns + column if inside else None


def place_of(layer: LayerInfo, outcome: PassInfo, tokens: int, token: int) -> Place | None:
    """The middle of a token's cell; None for one without a place, or where their order is not known."""
    if layer.places is None or not _whole(layer, tokens) or not layer.prefix <= token < tokens:
        return None
    (rows, columns), (height, width) = layer.places, outcome.input_size
    row, column = divmod(token - layer.prefix, columns)
    return int((row + 0.5) * height / rows), int((column + 0.5) * width / columns)


def _whole(layer: LayerInfo, tokens: int) -> bool:
    """Whether so many tokens are one for every cell, and those without a place."""
    return (
        len(layer.shape) == 4
        and layer.places is not None
        and tokens == layer.prefix + layer.places[0] * layer.places[1]
    )
