"""Pointing is counted as its definition says, worked out by hand."""

import numpy as np
from attnscope.models.training.pointing import hits, strongest_pixels


def test_the_pixel_is_in_the_middle_of_the_strongest_cell() -> None:
    maps = np.zeros((2, 3, 4))
    maps[0, 0, 0] = 1
    maps[1, 2, 1] = 1
    # Cells of 4 rows and 2 columns: the middle of the first is (2, 1), of cell (2, 1) it is (10, 3).
    assert strongest_pixels(maps, (12, 8)).tolist() == [[2, 1], [10, 3]]


def test_a_map_as_fine_as_the_picture_points_at_its_own_pixel() -> None:
    maps = np.zeros((1, 5, 7))
    maps[0, 4, 6] = 1
    assert strongest_pixels(maps, (5, 7)).tolist() == [[4, 6]]


def test_of_equal_cells_the_first_counts() -> None:
    assert strongest_pixels(np.ones((1, 2, 2)), (4, 4)).tolist() == [[1, 1]]


def test_a_hit_is_an_object_pixel_in_the_middle_not_just_in_the_cell() -> None:
    maps = np.zeros((3, 2, 2))
    maps[:, 1, 1] = 0.7
    masks = np.zeros((3, 8, 8), dtype=bool)
    masks[0, 6, 6] = True  # the middle of cell (1, 1)
    masks[1, 4:, 4:] = True
    masks[1, 6, 6] = False  # all of the cell but its middle
    masks[2, :4] = True  # another cell
    assert hits(maps, masks).tolist() == [True, False, False]
