"""Class names in the forms that people keep them in, and one sentence for what is none."""

import json
from pathlib import Path

import pytest
from attnscope.models.errors import UserError
from attnscope.models.zoo.labels import labels_for, read_labels

ANIMALS = ("cat", "dog", "Bär")


def written(folder: Path, data: str | bytes, name: str = "labels.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [
        "cat\ndog\nBär",
        "cat\r\ndog\r\nBär\r\n\r\n",
        "cat\rdog\rBär",
        "\n\ncat\n  dog \nBär\n",
        b"\xef\xbb\xbf" + "cat\ndog\nBär".encode(),
        "cat\ndog\nBär".encode("utf-16"),
        '["cat", "dog",\n"Bär"]',
    ],
)
def test_texts(tmp_path, data):
    assert read_labels(written(tmp_path, data)) == ANIMALS


@pytest.mark.parametrize(
    "found",
    [
        ["cat", "dog", "Bär"],
        {"2": "Bär", "0": "cat", "1": "dog"},
        {"dog": 1, "cat": 0, "Bär": 2},
        {"0": ["n02121808", "cat"], "1": ["n02084071", "dog"], "2": ["n02131653", "Bär"]},
        {"model_type": "vit", "id2label": {"0": "cat", "1": "dog", "2": "Bär"}},
        {"classes": ["cat", "dog", "Bär"]},
        [{"id": 0, "name": "cat"}, {"id": 1, "name": "dog"}, {"id": 2, "name": "Bär"}],
    ],
)
def test_json(tmp_path, found):
    assert read_labels(written(tmp_path, json.dumps(found), "labels.json")) == ANIMALS


def test_an_empty_line_is_a_class_without_a_name(tmp_path):
    assert read_labels(written(tmp_path, "cat\n\ndog")) == ("cat", "", "dog")


def test_only_ends_of_lines_divide_names(tmp_path):
    assert read_labels(written(tmp_path, "a\x0cb\nc\u2028d\n")) == ("a b", "c d")


def test_names_cannot_command_a_terminal(tmp_path):
    assert read_labels(written(tmp_path, "\x1b[31mcat\ndog")) == (" [31mcat", "dog")


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"\x80\x04\x95", "labels.txt", "UTF-8"),
        ("", "labels.txt", "no names"),
        (" \n\n", "labels.txt", "no names"),
        ("[1, 2]", "labels.json", "numbered from 0"),
        ('{"1": "cat", "2": "dog"}', "labels.json", "numbered from 0"),
        ('{"0": "cat", "2": "dog"}', "labels.json", "numbered from 0"),
        ("null", "labels.json", "numbered from 0"),
        ("[" * 100_000, "labels.json", "no JSON"),
        ('["cat",', "labels.json", "no JSON"),
    ],
)
def test_what_is_none_is_refused(tmp_path, data, name, word):
    with pytest.raises(UserError, match=word) as caught:
        read_labels(written(tmp_path, data, name))
    assert "\n" not in str(caught.value)


def test_folder_and_device_are_no_labels(tmp_path):
    for place in (tmp_path, Path("/dev/zero")):
        if place.exists():
            with pytest.raises(UserError, match="no labels file"):
                read_labels(place)


def test_without_a_wish_the_networks_own_names_stay():
    assert labels_for(None, ANIMALS) == ANIMALS
