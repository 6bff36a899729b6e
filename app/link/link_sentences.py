"""What the user is told of a link that does not come about, or breaks: one sentence, with what he can do."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QProcess

from ... import __version__
from .engine_command import EngineCommand
from .engine_log import EngineLog
from .protocol import VERSION

_INSTALL = "install attnscope there, or name its full path in the command"
_CURES: tuple[tuple[str, str], ...] = (
    (
        r"command not found|: not found|not recognized|unknown command|executable file not found|"
        r"no module named '?attnscope|No such file or directory",
        _INSTALL,
    ),
    (r"could not resolve|name or service not known|nodename nor servname|no such host", "check the name of the host"),
    (
        r"permission denied \(|authentication fail|host key verification failed|host identification has changed",
        "log in once with the same command in a terminal, and set up a key for it",
    ),
    (r"permission denied", "check that you may run that program there"),
    (r"connection refused", "check the host's name and port, and that it lets anybody log in"),
    (
        r"timed out|no route to host|network is unreachable|connection reset|connection closed|broken pipe",
        "check the network and the name of the host",
    ),
    (r"no such container|is not running", "start it, or mend its name"),
)
"""What ssh, shells and containers write (matched anywhere in a line, in either case), and what helps."""
_CURES_BY_STATUS = {126: "check that you may run that program there", 127: _INSTALL}
_QT_PREFIX = re.compile(r"^Child process set up failed: (execve: )?")
_TRY = "try the same command in a terminal"


def not_started(command: EngineCommand, reason: str) -> str:
    """The program that is to lead to the engine cannot be started."""
    name, reason = command.words[0], _QT_PREFIX.sub("", reason).rstrip(".")
    if not command.remote:
        return f"The engine could not be started with {name}: {reason}."
    cure = "write its whole path, `~` is not replaced" if name.startswith("~") else "install it, or mend the command"
    return f"The engine could not be started with {name} ({reason}): {cure}."


def no_hello(command: EngineCommand, log: EngineLog, how: str, code: int | None = None) -> str:
    """The command ended, or is of no use, before an engine said hello. `code`: its exit status."""
    words = log.last_words()
    if not command.remote:
        return f"The engine {how}: {words}." if words else f"The engine {how}."
    reason, cure = _cause(log) or (words, _CURES_BY_STATUS.get(code or 0, _TRY))
    if code == 0 and cure == _TRY:
        cure = "let the command end with `attnscope engine`"
    return f"{command.place} did not start an engine: {reason.rstrip(' .') or f'the command {how}'}; {cure}."


def only_noise(command: EngineCommand, log: EngineLog) -> str:
    """The command writes and writes, and no engine says hello."""
    return (
        f"{command.place} did not start an engine: there is only other text (the newest is {log.last_words()!r}); "
        "let the command end with `attnscope engine`."
    )


def broken(command: EngineCommand, log: EngineLog, how: str) -> str:
    """The engine, or the way to it, has gone in the middle of the talk."""
    words = log.last_words().rstrip(" .")
    said = f"{how}: {words}" if words else how
    return f"The link to {command.place} is broken: it {said}." if command.remote else f"The engine {said}."


def no_answer_yet(command: EngineCommand, log: EngineLog) -> str:
    """The command runs, and there is no hello yet."""
    words = log.last_words()
    wrote = f' (the newest that it wrote is "{words}")' if words else ""
    asks = "it may ask for a password in the terminal, or not start `attnscope engine`"
    return f"No answer yet from {command.place}{wrote}: {asks}."


def other_version(command: EngineCommand, hello: Mapping[str, Any]) -> str:
    """The engine speaks another protocol than this window."""
    theirs, protocol = str(hello.get("version"))[:40], hello.get("protocol")
    newer = isinstance(protocol, int) and protocol > VERSION
    cure = f"install attnscope {theirs} on this computer" if newer else f"install attnscope {__version__} there"
    return (
        f"The engine on {command.place} is of another version (attnscope {theirs}, protocol {protocol}) "
        f"than this window (attnscope {__version__}, protocol {VERSION}): {cure}."
    )


def ending(status: QProcess.ExitStatus, code: int) -> str:
    """How a process ended, in words."""
    return "crashed" if status == QProcess.ExitStatus.CrashExit else f"ended with status {code}"


def _cause(log: EngineLog) -> tuple[str, str] | None:
    """The newest line that is known to say why a command failed, and the cure."""
    for line in reversed(log.lines()):
        for pattern, cure in _CURES:
            if re.search(pattern, line, re.IGNORECASE):
                return line.strip()[:200], cure
    return None
