"""A user's command becomes words as in his shell, and a name for the place where it leads."""

import pytest
from attnscope.app.link.engine_command import LOCAL, engine_command, split_words
from attnscope.models.errors import UserError

BESIDE = {
    "an empty one": "  ",
    "an empty first word": "'' engine",
    "no end": "ssh 'gpu1",
    "nothing escaped": "ssh gpu1\\",
}


def test_without_a_command_the_engine_is_here():
    assert engine_command(None) is LOCAL
    assert not LOCAL.remote
    assert LOCAL.place == "this computer"


def test_any_command_of_a_user_is_remote():
    assert engine_command("/opt/env/bin/python -m attnscope.app engine").remote


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ssh gpu1  attnscope engine", ("ssh", "gpu1", "attnscope", "engine")),
        ("ssh -o 'User Name=a b' gpu1", ("ssh", "-o", "User Name=a b", "gpu1")),
        ('ssh "a \\"b\\" c"', ("ssh", 'a "b" c')),
        ("/my\\ env/bin/python -m x", ("/my env/bin/python", "-m", "x")),
        ("~/bin/ssh $HOST *.py # 'no comment'", ("~/bin/ssh", "$HOST", "*.py", "#", "no comment")),
    ],
)
def test_words_are_those_of_a_posix_shell_and_nothing_is_expanded(text, words):
    assert split_words(text, windows=False) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"C:\env\python.exe -m attnscope.app engine", (r"C:\env\python.exe", "-m", "attnscope.app", "engine")),
        (r'"C:\Program Files\ssh.exe" gpu1', (r"C:\Program Files\ssh.exe", "gpu1")),
        ("ssh it's attnscope", ("ssh", "it's", "attnscope")),
    ],
)
def test_words_on_windows_keep_their_backslashes(text, words):
    assert split_words(text, windows=True) == words


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_command_that_cannot_be_read_is_one_sentence_with_an_example(text):
    with pytest.raises(UserError, match=r"--engine \"ssh HOST attnscope engine\"\.$"):
        split_words(text, windows=False)


def test_open_quotation_on_windows_is_told():
    with pytest.raises(UserError, match="quotation"):
        split_words('"C:\\Program Files\\ssh.exe gpu1', windows=True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ssh gpu1 attnscope engine", "gpu1"),
        ("/usr/bin/ssh -p 2222 -o BatchMode=yes ada@gpu1.example.org attnscope engine", "gpu1.example.org"),
        ("ssh -Cp 22 -4 -i key gpu1 /env/bin/python -m attnscope.app engine", "gpu1"),
        ("ssh -p22 -- gpu1 attnscope engine", "gpu1"),
        ("ssh ssh://ada@gpu1:2222 attnscope engine", "gpu1"),
        ("autossh -M 0 gpu1 attnscope engine", "gpu1"),
        ("docker exec -i box attnscope engine", "docker … box"),
        ("kubectl exec -i pod-7 -- attnscope engine", "kubectl … pod-7"),
        ("plink -pw secret gpu1 attnscope engine", "plink … gpu1"),
        ("wsl -e attnscope engine", "wsl"),
        ("conda run -n vision python -u -m attnscope.app engine", "conda … vision"),
        ("/env/bin/python -m attnscope.app engine", "/env/bin/python"),
        ("/opt/bin/tunnel gpu1", "tunnel gpu1"),
        ("python3 relay.py gpu1", "python3 … gpu1"),
        ("ssh", "ssh"),
    ],
)
def test_place_is_called_as_the_user_calls_it(text, place):
    assert engine_command(text).place == place


def test_place_is_never_longer_than_a_sentence_bears():
    assert len(engine_command(f"sh -c '{'ssh gpu1 ' * 50}'").place) < 60
