"""A session is written and read; whatever is odd in a file is one sentence."""

import dataclasses
import json
from pathlib import Path

import pytest
from attnscope.app.keeping.session_file import SavedPicture, SavedSession, missing, read_session, write_session
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.errors import UserError
from attnscope.models.model_request import ModelRequest, Preparation

WHOLE = SavedSession(
    ModelRequest("timm/vit_tiny", "random", None, "cpu", preparation=Preparation((96, 112), "crop", (0.5, 0.4, 0.3))),
    Look(opacity=0.25, colour_map="viridis", gamma=0.5, scale="held", held=(0.5, 2.0), bars="histogram", keep=0.6),
    Focus(2, 1, "max", (3, 4), "to", ((1, 2), (5, 6)), 7, (8, 9), True, "wall", "rollout", "photo", 3, 0.9),
    SavedPicture(png=b"\x89PNG", name="pasted picture"),
    panes=b"\x00\xffpanes",
    window=b"window",
)


def saved(folder: Path, session: SavedSession) -> dict:
    write_session(folder / "a.attnsession", session)
    return json.loads((folder / "a.attnsession").read_text("utf-8"))


def changed(folder: Path, **fields: object) -> Path:
    """The file of a whole session with other fields."""
    path = folder / "b.attnsession"
    path.write_text(json.dumps(saved(folder, WHOLE) | fields), "utf-8")
    return path


def test_what_was_written_is_read(tmp_path):
    write_session(tmp_path / "a.attnsession", WHOLE)
    assert read_session(tmp_path / "a.attnsession") == WHOLE


def test_pictures_below_its_folder_are_named_from_there_and_go_with_it(tmp_path):
    here, there = tmp_path / "图 片", tmp_path / "moved"
    (here / "in").mkdir(parents=True)
    (here / "in" / "a.png").touch()
    told = saved(here, SavedSession(picture=SavedPicture(here / "in" / "a.png"), album=(here / "in" / "a.png",)))
    assert told["picture"] == {"path": "in/a.png"}
    here.rename(there)
    again = read_session(there / "a.attnsession")
    assert again.picture == SavedPicture(there / "in" / "a.png")
    assert again.album == (there / "in" / "a.png",)
    assert missing(again) == []


def test_pictures_elsewhere_are_named_whole(tmp_path):
    (tmp_path / "sub").mkdir()
    told = saved(tmp_path / "sub", SavedSession(picture=SavedPicture(tmp_path / "a.png")))
    assert told["picture"] == {"path": str(tmp_path / "a.png")}


def test_weights_and_code_below_its_folder_go_with_it_and_names_stay_names(tmp_path):
    for name in ("net.py", "w.pth", "tour"):
        (tmp_path / name).touch()
    request = ModelRequest(f"{tmp_path / 'net.py'}:build", str(tmp_path / "w.pth"), "imagenet")
    told = saved(tmp_path, SavedSession(request))
    assert (told["network"]["model"], told["network"]["weights"]) == ("./net.py:build", "./w.pth")
    assert read_session(tmp_path / "a.attnsession").request == request
    saved(tmp_path, SavedSession(ModelRequest("tour")))
    assert read_session(tmp_path / "a.attnsession").request.model == "tour"


def test_missing_pictures_are_named(tmp_path):
    session = SavedSession(picture=SavedPicture(tmp_path / "gone.png"), beside=SavedPicture(tmp_path / "too.png"))
    assert missing(session) == ["gone.png", "too.png"]


def test_trust_is_neither_written_nor_believed(tmp_path):
    request = ModelRequest("tour", trust=True, download=True)
    assert saved(tmp_path, SavedSession(request))["network"]["trust"] is False
    path = changed(tmp_path, network=request.as_json())
    assert not read_session(path).request.trust
    assert not read_session(path).request.download


def test_a_later_version_is_named_with_its_program(tmp_path):
    path = changed(tmp_path, version=2, program="9.8")
    with pytest.raises(UserError, match=r"b.attnsession was saved by a newer attnscope \(9.8\)"):
        read_session(path)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b"\xff\xfe", b'{"format": "other"}', b'{"format": "attnscope session"}']
)
def test_what_is_no_session_is_said_to_be_none(tmp_path, content):
    (tmp_path / "x.attnsession").write_bytes(content)
    with pytest.raises(UserError, match=r"x.attnsession is no session of attnscope"):
        read_session(tmp_path / "x.attnsession")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UserError, match=r"none.attnsession could not be read"):
        read_session(tmp_path / "none.attnsession")


def test_brackets_without_end_are_no_session(tmp_path):
    (tmp_path / "deep.attnsession").write_text("[" * 200_000)
    with pytest.raises(UserError, match="no session"):
        read_session(tmp_path / "deep.attnsession")


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        *[("look", name, value) for name, value in (("opacity", 7.0), ("opacity", "much"), ("smooth", 1))],
        *[("look", name, value) for name, value in (("scale", "none"), ("held", [1]), ("gamma", float("nan")))],
        *[("look", name, value) for name, value in (("colour_map", "../x"), ("colour_map", ["inferno"]))],
        *[("focus", name, value) for name, value in (("layer", -1), ("layer", True), ("layer", 1.5))],
        *[("focus", name, value) for name, value in (("query", [1]), ("query", "x"), ("pins", [[1, 2, 3]]))],
        *[("focus", name, value) for name, value in (("view", "x"), ("source", []), ("discard", 1.0))],
        *[("focus", name, value) for name, value in (("target", -3), ("channels", 4), ("head", 2**40))],
        *[("network", name, value) for name, value in (("model", 3), ("precision", "int3"), ("skip_head", "no"))],
        *[("network", "preparation", value) for value in ({"size": [0, 3]}, {"x": 1}, {"mean": "a"}, {"fit": "?"})],
    ],
)
def test_a_value_that_none_can_be_refuses_the_file_in_one_sentence(tmp_path, part, name, value):
    told = saved(tmp_path, WHOLE)
    path = changed(tmp_path, **{part: told[part] | {name: value}})
    with pytest.raises(UserError, match=r"^b.attnsession is damaged and was not opened: .*\.$"):
        read_session(path)


@pytest.mark.parametrize(
    "fields",
    [
        *[{"network": value} for value in (None, 3)],
        *[{"picture": value} for value in (3, {}, {"path": 3}, {"png": "?"}, {"path": "a\0b"})],
        *[{"album": value} for value in ("x", [3], [""])],
        *[{"panes": 3}, {"panes": "???"}, {"look": []}, {"focus": 0}],
    ],
)
def test_a_part_of_another_type_refuses_the_file_in_one_sentence(tmp_path, fields):
    with pytest.raises(UserError, match=r"is damaged and was not opened"):
        read_session(changed(tmp_path, **fields))


def test_fields_of_a_later_program_are_passed_over(tmp_path):
    told = saved(tmp_path, WHOLE)
    path = changed(tmp_path, look=told["look"] | {"sparkle": 3}, more={"x": 1})
    assert read_session(path) == dataclasses.replace(WHOLE)


def test_a_file_that_cannot_be_written_leaves_the_one_before(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.attnsession").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        write_session(folder / "a.attnsession", WHOLE)
    assert [path.name for path in folder.iterdir()] == ["a.attnsession"]
