"""Stages are told from the names of many layers, and from nothing else."""

from itertools import groupby

import pytest
from attnscope.widgets.look.stages import stages


def runs(names: list[str]) -> list[tuple[str, int]]:
    return [(stage, len(list(members))) for stage, members in groupby(stages(names) or ())]


def test_senet_has_its_four_stages():
    names = [f"layer{stage}.{n}.se_module" for stage, count in ((1, 3), (2, 8), (3, 36), (4, 3)) for n in range(count)]
    assert runs(names) == [("layer1", 3), ("layer2", 8), ("layer3", 36), ("layer4", 3)]


def test_what_all_names_begin_with_tells_no_stage():
    names = [f"vit.features.{stage}.{n}.attn" for stage in (1, 3, 5) for n in range(6)]
    assert runs(names) == [("vit.features.1", 6), ("vit.features.3", 6), ("vit.features.5", 6)]


def test_two_parts_are_taken_where_one_groups_nothing():
    names = [f"{side}.{stage}.{n}" for side in ("a", "b") for stage in range(3) for n in range(4)]
    assert runs(names) == [("a", 12), ("b", 12)]


@pytest.mark.parametrize(
    "names",
    [
        [f"blocks.{n}.attn" for n in range(24)],
        [f"layer{n % 2}.{n}.se" for n in range(40)],
        [f"layer{n // 4}.se" for n in range(16)],
        ["gate"] * 30,
        [],
    ],
    ids=["every block its own", "taking turns", "few layers", "one name", "none"],
)
def test_no_headings_where_they_would_say_nothing(names):
    assert stages(names) is None
