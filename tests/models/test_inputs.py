"""Networks are given their images in many ways: how many there are is told from all of them."""

import attnscope
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional as F

HEADS, TOKENS, WIDTH = 3, 5, 4


class Folding(nn.Module):
    """Attention with its heads folded into the batch, so that only the input tells one image from the next."""

    def forward(self, **given: object) -> Tensor:
        x = torch.randn(self.images(given) * HEADS, TOKENS, WIDTH)
        return torch.bmm(F.softmax(torch.bmm(x, x.mT), -1), x)

    def images(self, given: dict[str, object]) -> int:
        first = next(iter(given.values()))
        return len(first) if isinstance(first, list | Tensor) else 1


@pytest.mark.parametrize(
    "given",
    [
        {"pixel_values": torch.zeros(2, 3, 7, 11), "pixel_mask": torch.ones(2, 7, 11)},
        {"input_ids": torch.zeros(2, 7, dtype=torch.long)},
        {"video": torch.zeros(2, 4, 3, 7, 11)},
        {"images": [torch.zeros(3, 7, 11), torch.zeros(3, 11, 7)]},
    ],
    ids=lambda given: next(iter(given)),
)
def test_two_images_are_kept_apart(given: dict[str, object]) -> None:
    (layer,) = attnscope.record(Folding(), **given).layers
    assert layer.shape == (2, HEADS, TOKENS, TOKENS)


def test_points_and_low_masks_are_not_taken_for_the_image() -> None:
    class Prompted(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.patches = nn.Conv2d(3, WIDTH, 4, 4)

        def forward(self, points: Tensor, mask: Tensor, image: Tensor) -> Tensor:
            x = self.patches(image).flatten(2).mT
            return F.scaled_dot_product_attention(x, x, x) + points.sum() + mask.sum()

    given = {"points": torch.zeros(1, 1, 1, 2), "mask": torch.zeros(1, 1, 2, 3), "image": torch.randn(1, 3, 8, 12)}
    (layer,) = attnscope.record(Prompted(), **given).layers
    assert layer.grid is not None
    assert layer.grid.size == (8, 12)
    assert not layer.grid.guessed
