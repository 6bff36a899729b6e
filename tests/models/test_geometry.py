"""Places: cells lie where the network really looks, checked by geometry worked out by hand and by planted patches."""

import attnscope
import numpy as np
import pytest
import torch
from attnscope.models.errors import UserError
from attnscope.models.records import CellMap
from attnscope.models.weights.cells import paint, paint_boxes, regular_cells
from attnscope.models.weights.guessing import even_boxes, guessed_grid
from attnscope.models.weights.heads import MatrixHeads
from torch import Tensor, nn
from torch.nn import functional as F


@pytest.fixture(autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(13)


class Patches(nn.Module):
    """Tokens from a stem, some tokens in front, and one attention over all of them."""

    def __init__(self, stem: nn.Module, width: int, prefix: int = 0) -> None:
        super().__init__()
        self.stem = stem
        self.front = nn.Parameter(torch.randn(1, prefix, width))
        self.qkv = nn.Linear(width, 3 * width)

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.stem(x).flatten(2).transpose(1, 2)
        tokens = torch.cat([self.front.expand(len(x), -1, -1), tokens], 1)
        q, k, v = self.qkv(tokens)[:, None].chunk(3, -1)
        return F.scaled_dot_product_attention(q, k, v)


class Gated(nn.Module):
    """A spatial gate on the features of a stem."""

    def __init__(self, *stem: nn.Module) -> None:
        super().__init__()
        self.stem = nn.Sequential(*stem)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        return x * torch.sigmoid(x.mean(1, keepdim=True))


def boxes_of_patches(rows: int, columns: int, size: int) -> np.ndarray:
    corners = [(r * size, c * size) for r in range(rows) for c in range(columns)]
    return np.array([(y, x, y + size, x + size) for y, x in corners], np.float32)


@pytest.mark.parametrize("prefix", [0, 1, 5])
def test_patches_lie_where_they_were_cut(prefix: int) -> None:
    model = Patches(nn.Conv2d(3, 8, 4, stride=4), 8, prefix).eval()
    (layer,) = attnscope.record(model, torch.randn(2, 3, 12, 20)).layers
    assert layer.grid is not None
    assert (layer.grid.size, layer.grid.guessed) == ((12, 20), False)
    for boxes in (layer.grid.queries, layer.grid.keys):
        assert boxes is not None
        assert np.isnan(boxes[:prefix]).all()
        np.testing.assert_array_equal(boxes[prefix:], boxes_of_patches(3, 5, 4))
    info = layer.info()
    assert (info.prefix, info.places) == (prefix, (3, 5))
    assert layer.query_box(prefix + 6) == (4, 4, 8, 8)
    if prefix:
        assert layer.query_box(0) is None


def test_weights_are_painted_on_the_cells_of_their_keys() -> None:
    model = Patches(nn.Conv2d(3, 8, 4, stride=4), 8, prefix=1).eval()
    (layer,) = attnscope.record(model, torch.randn(1, 3, 12, 20)).layers
    row = layer.row(0, 7)[1:].reshape(3, 5).numpy()
    np.testing.assert_allclose(layer.on_input(0, 7), np.kron(row, np.ones((4, 4))), atol=1e-7)
    np.testing.assert_array_equal(layer.on_input(), layer.on_input(query=0))
    np.testing.assert_array_equal(layer.on_input(query=(4, 7)), layer.on_input(query=7))
    np.testing.assert_allclose(layer.cells_all_heads(7).values, layer.cells(0, 7).values[None])
    with pytest.raises(UserError, match="No query lies"):
        layer.on_input(query=(12, 0))


def test_without_a_class_token_the_map_is_the_mean_over_queries() -> None:
    model = Patches(nn.Conv2d(3, 8, 4, stride=4), 8).eval()
    (layer,) = attnscope.record(model, torch.randn(1, 3, 12, 20)).layers
    mean = layer.weights[0, 0].mean(0).reshape(3, 5).numpy()
    np.testing.assert_allclose(layer.cells().values, mean, atol=1e-6)


STEMS: dict[str, tuple[tuple[nn.Module, ...], float, float]] = {
    "stride 1": ((nn.Conv2d(3, 4, 3, padding=1),), 0, 1),
    "pooled": ((nn.MaxPool2d(2), nn.Conv2d(3, 4, 3, padding=1)), 0, 2),
    "kernel 4": ((nn.Conv2d(3, 4, 4, 2, 1), nn.Conv2d(4, 4, 4, 2, 1)), 0, 4),
    "kernel 3": ((nn.Conv2d(3, 4, 3, 2, 1),), -0.5, 2),
    "kernel 3 twice": ((nn.Conv2d(3, 4, 3, 2, 1), nn.Conv2d(4, 4, 3, 2, 1)), -1.5, 4),
    "kernel 7 and pool": ((nn.Conv2d(3, 4, 7, 2, 3), nn.MaxPool2d(3, 2, 1)), -1.5, 4),
    "upsampled": ((nn.Conv2d(3, 4, 4, 4), nn.Upsample(scale_factor=2)), 0, 2),
    "transposed": ((nn.Conv2d(3, 4, 4, 4), nn.ConvTranspose2d(4, 4, 2, 2)), 0, 2),
    "adaptive": ((nn.AdaptiveAvgPool2d((4, 6)), nn.Conv2d(3, 4, 1)), 0, 4),
    "space to depth": ((nn.PixelUnshuffle(4), nn.Conv2d(48, 4, 1)), 0, 4),
}


@pytest.mark.parametrize(("stem", "first", "step"), STEMS.values(), ids=STEMS.keys())
def test_cells_are_centred_on_what_the_convolutions_see(stem: tuple[nn.Module, ...], first: float, step: float) -> None:
    (layer,) = attnscope.record(Gated(*stem).eval(), torch.randn(1, 3, 16, 24)).layers
    cells = layer.cells()
    rows, columns = cells.values.shape
    assert cells.extent == (first, first, first + rows * step, first + columns * step)
    assert layer.grid is not None
    assert not layer.grid.guessed
    assert not np.isnan(layer.on_input()).any()
    np.testing.assert_array_equal(cells.values, layer.weights[0].numpy())


@pytest.mark.parametrize("spot", [(5, 9), (21, 3), (14, 26)])
def test_a_planted_spot_is_where_the_map_peaks(spot: tuple[int, int]) -> None:
    stem = [nn.Conv2d(3, 4, 3, 2, 1), nn.Conv2d(4, 4, 3, 2, 1)]
    for convolution in stem:
        nn.init.constant_(convolution.weight, 0.1)
        nn.init.zeros_(convolution.bias)
        convolution.weight.data[:, :, 1, 1] = 1  # its own centre counts most
    image = torch.zeros(1, 3, 28, 32)
    row, column = spot
    image[:, :, row - 1 : row + 2, column - 1 : column + 2] = 1
    painted = attnscope.record(Gated(*stem).eval(), image).layers[0].on_input()
    peak = np.argwhere(painted == painted.max()).mean(0)
    assert np.abs(peak - spot).max() <= 2  # half a cell


class Windows(nn.Module):
    """Attention in windows of 2 x 3 patches, the patches rolled before, as in shifted windows."""

    def __init__(self, shift: tuple[int, int]) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 6, 2, stride=2)
        self.shift = shift

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x).permute(0, 2, 3, 1).roll(self.shift, (1, 2))
        b, h, w, c = x.shape
        x = x.view(b, h // 2, 2, w // 3, 3, c).permute(0, 1, 3, 2, 4, 5).reshape(-1, 6, 2, c // 2).transpose(1, 2)
        return (x @ x.mT).softmax(-1) @ x


@pytest.mark.parametrize("shift", [(0, 0), (-1, -2)])
@pytest.mark.parametrize("batch", [1, 2])
def test_windows_and_shifts_are_followed(shift: tuple[int, int], batch: int) -> None:
    (layer,) = attnscope.record(Windows(shift).eval(), torch.randn(batch, 3, 8, 12)).layers
    assert layer.shape == (batch, 4, 2, 6, 6)
    patch = np.roll(np.arange(24).reshape(4, 6), shift, (0, 1))
    in_windows = patch.reshape(2, 2, 2, 3).transpose(0, 2, 1, 3).reshape(-1)
    assert layer.grid is not None
    np.testing.assert_array_equal(layer.grid.keys, boxes_of_patches(4, 6, 2)[in_windows])
    painted = layer.on_input(0, 9, batch=batch - 1)  # the fourth query of the second window
    expected = np.full(24, np.nan, np.float32)
    expected[in_windows[6:12]] = layer.weights[batch - 1, 1, 0, 3].numpy()
    np.testing.assert_array_equal(painted, np.kron(expected.reshape(4, 6), np.ones((2, 2))))
    np.testing.assert_allclose(layer.row(0, 9, batch - 1), layer.weights[batch - 1, 1, 0, 3], atol=1e-7)


class Pooling(nn.Module):
    """A learned query looks at pooled keys; channels attend to channels."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Parameter(torch.randn(1, 1, 1, 3))

    def forward(self, x: Tensor) -> Tensor:
        keys = F.avg_pool2d(x, 4).flatten(2).mT[:, None]
        found = F.scaled_dot_product_attention(self.query.expand(len(x), -1, -1, -1), keys, keys)
        channels = x.flatten(2)
        return found.sum() + (channels @ channels.mT).softmax(-1) @ channels


def test_learned_queries_and_channels_have_no_place() -> None:
    pooling, channels = attnscope.record(Pooling(), torch.randn(1, 3, 8, 12)).layers
    assert pooling.grid is not None
    assert pooling.grid.queries is None
    np.testing.assert_array_equal(pooling.grid.keys, boxes_of_patches(2, 3, 4))
    assert channels.grid is None
    with pytest.raises(UserError, match="no place"):
        channels.on_input()


def test_a_channel_gate_has_no_place() -> None:
    class Squeezed(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            return x * torch.sigmoid(x.mean((2, 3), keepdim=True))

    (layer,) = attnscope.record(Squeezed(), torch.randn(1, 3, 4, 6)).layers
    assert layer.grid is None
    with pytest.raises(UserError, match="no place on the image"):
        layer.on_input()


class Merging(nn.Module):
    """Four neighbours become one token of four times the channels, as between the stages of Swin."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 2, stride=2)
        self.reduce = nn.Linear(16, 8)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x).permute(0, 2, 3, 1)
        x = torch.cat([x[:, 0::2, 0::2], x[:, 1::2, 0::2], x[:, 0::2, 1::2], x[:, 1::2, 1::2]], -1)
        tokens = self.reduce(x).flatten(1, 2)[:, None]
        return F.scaled_dot_product_attention(tokens, tokens, tokens)


def test_merged_patches_grow() -> None:
    (layer,) = attnscope.record(Merging().eval(), torch.randn(1, 3, 8, 12)).layers
    assert layer.grid is not None
    np.testing.assert_array_equal(layer.grid.keys, boxes_of_patches(2, 3, 4))


def test_padding_has_no_place() -> None:
    class Padded(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            tokens = F.pad(F.avg_pool2d(x, 2), (0, 1)).flatten(2).mT[:, None]
            return F.scaled_dot_product_attention(tokens, tokens, tokens)

    (layer,) = attnscope.record(Padded(), torch.randn(1, 3, 4, 6)).layers
    assert layer.grid is not None
    assert layer.grid.keys is not None
    placed = layer.grid.keys.reshape(2, 4, 4)
    assert np.isnan(placed[:, 3]).all()
    np.testing.assert_array_equal(placed[:, :3].reshape(-1, 4), boxes_of_patches(2, 3, 2))


def test_guessed_places_say_so() -> None:
    grid = guessed_grid(MatrixHeads(torch.rand(1, 2, 16, 16), 1), (30, 50))
    assert grid is not None
    assert grid.guessed
    assert grid.keys is not None
    assert np.isnan(grid.keys[0]).all()
    np.testing.assert_array_equal(grid.keys[1:], even_boxes(3, 5, (30, 50)))


def test_cells_without_gaps_make_rows_and_columns() -> None:
    boxes = np.concatenate([boxes_of_patches(2, 3, 4), np.full((1, 4), np.nan, np.float32)])
    cells = regular_cells(boxes)
    assert cells is not None
    assert (cells.rows, cells.columns, cells.extent) == (2, 3, (0, 0, 8, 12))
    np.testing.assert_array_equal(cells.arranged(np.arange(7, dtype=np.float32)), np.arange(6).reshape(2, 3))
    gap = boxes.copy()
    gap[2, 3] += 1
    assert regular_cells(gap) is None
    assert regular_cells(boxes[6:]) is None


def test_overlapping_boxes_are_painted_as_their_mean() -> None:
    boxes = np.array([(0, 0, 2, 2), (1, 0, 3, 2)], np.float32)
    painted = paint_boxes(np.array([1, 3], np.float32), boxes, (4, 3))
    expected = [[1, 1, np.nan], [2, 2, np.nan], [3, 3, np.nan], [np.nan] * 3]
    np.testing.assert_array_equal(painted, np.array(expected, np.float32))


def test_outermost_cells_reach_up_to_the_border() -> None:
    painted = paint(CellMap(np.array([[1, 2]], np.float32), (-1, -1, 3, 7)), (4, 9))
    np.testing.assert_array_equal(painted, np.tile([1, 1, 1, 2, 2, 2, 2, 2, 2], (4, 1)))
    far = paint(CellMap(np.array([[1, 2]], np.float32), (0, 0, 2, 4)), (2, 9))
    assert np.isnan(far[:, 6:]).all()
