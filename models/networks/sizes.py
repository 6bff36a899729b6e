"""What the attention systems say when they are given sizes that they cannot work with."""

import torch

from ..errors import UserError


def told(tensor: torch.Tensor) -> str:
    """The shape of a tensor as text: "(2, 3, 5)"."""
    return f"({', '.join(str(size) for size in tensor.shape)})"


def require_maps(x: torch.Tensor, channels: int | None, owner: str) -> None:
    """Refuse everything but a batch of feature maps (B, C, H, W) with at least one position.

    **Raises**: UserError naming the shape that came and the one that is needed. `channels` None: any number of them.
    """
    wanted = f"(B, {'C' if channels is None else channels}, H, W)"
    if x.ndim != 4:
        raise UserError(f"{owner} needs feature maps {wanted}, but got {x.ndim} dimensions: {told(x)}.")
    if channels is not None and x.shape[1] != channels:
        raise UserError(f"{owner} was built for {channels} channels, but got {x.shape[1]}: {told(x)} is not {wanted}.")
    if 0 in x.shape[1:]:
        raise UserError(f"{owner} needs feature maps {wanted} with at least one position, but got {told(x)}.")


def require_division(channels: int, by: int, owner: str) -> int:
    """The width of a bottleneck: `channels` divided by `by`.

    **Raises**: UserError where that is not a whole number of at least one channel.
    """
    if channels < 1 or by < 1:
        raise UserError(f"{owner} needs at least 1 channel and a reduction of at least 1, but got {channels} and {by}.")
    if channels < by:
        raise UserError(f"{owner} cannot reduce {channels} channels by {by}: choose a reduction of at most {channels}.")
    if channels % by:
        raise UserError(
            f"{owner} cannot divide {channels} channels by {by}: choose a reduction that divides {channels}."
        )
    return channels // by
