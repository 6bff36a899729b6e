"""Records every network of the catalogue and writes the coverage table.

    python -m tests.sweep                        all of them
    python -m tests.sweep resnet --source timm   those whose name holds a word, the others' rows as they were
    python -m tests.sweep --resume               those that have no row yet

Every network runs in a process of its own, so that one that crashes, hangs or takes too much memory costs its own row.
Runs where processes can be forked: not on Windows.
"""

import argparse
import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import torch

from .entries import Entry
from .entry_list import catalogue
from .sweeping import Row, row_of
from .table import table

_HERE = Path(__file__).parent
_ROWS = _HERE / "rows.json"
_TABLE = _HERE / "COVERAGE.md"
_SECONDS = 240
_GIBIBYTES = 8

Key = tuple[str, str]


def main() -> None:
    """Sweeps over the chosen entries and writes the table of all."""
    options = _options()
    torch.set_num_threads(1)
    everything = catalogue()
    rows = _read_rows()
    chosen = [entry for entry in everything if _is_chosen(entry, options, rows)]
    began = time.monotonic()
    for number, row in enumerate(_swept(chosen, options.jobs), start=1):
        rows[row.source, row.name] = row
        _write_rows(rows)
        print(f"{number}/{len(chosen)} {_line(row)}", flush=True)
    known = [rows[_key(entry)] for entry in everything if _key(entry) in rows]
    _TABLE.write_text(table(known, len(everything)))
    print(f"{_TABLE} has {len(known)} of {len(everything)} networks; {time.monotonic() - began:.0f} s.")
    sys.exit(any(row.unexplained for row in known))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.sweep", description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="networks whose name holds one of these; all without any")
    parser.add_argument("--source", help="networks of this source only, such as timm")
    parser.add_argument("--jobs", type=int, default=2, help="networks at a time (2)")
    parser.add_argument("--resume", action="store_true", help="only networks without a row of an earlier sweep")
    return parser.parse_args()


def _is_chosen(entry: Entry, options: argparse.Namespace, rows: dict[Key, Row]) -> bool:
    named = not options.words or any(word in entry.name for word in options.words)
    return (
        named and options.source in (None, entry.source) and not (options.resume and (entry.source, entry.name) in rows)
    )


def _swept(entries: list[Entry], jobs: int) -> Iterator[Row]:
    waiting = iter(entries)
    running: dict[Connection, Job] = {}
    while True:
        while len(running) < jobs and (entry := next(waiting, None)) is not None:
            job = Job(entry)
            running[job.answer] = job
        if not running:
            return
        ready = wait([*running], timeout=1)
        for answer, job in [*running.items()]:
            if answer in ready or job.is_overdue():
                del running[answer]
                yield job.row()


class Job:
    """An entry in a process of its own."""

    def __init__(self, entry: Entry) -> None:
        context = multiprocessing.get_context("fork")  # what is imported need not be imported again
        self.answer, sender = context.Pipe(duplex=False)
        self._entry = entry
        self._until = time.monotonic() + _SECONDS
        self._process: BaseProcess = context.Process(target=_run, args=(entry, sender))
        self._process.start()
        sender.close()

    def is_overdue(self) -> bool:
        """Whether its time is over."""
        return time.monotonic() > self._until

    def row(self) -> Row:
        """What the process found out, or how it ended."""
        try:
            row = self.answer.recv() if self.answer.poll() else self._failed(f"ran longer than {_SECONDS} s")
        except EOFError:
            self._process.join()
            row = self._failed(f"ended with status {self._process.exitcode}")
        self._process.kill()
        self._process.join()
        return row

    def _failed(self, reason: str) -> Row:
        return Row(self._entry.source, self._entry.name, f"failed: {reason}")


def _run(entry: Entry, answer: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_GIBIBYTES * 2**30,) * 2)
    try:
        answer.send(row_of(entry))
    except Exception as error:  # noqa: BLE001 - whatever a network does costs its own row only
        said = (str(error).strip().splitlines() or [""])[0][:160]
        answer.send(Row(entry.source, entry.name, f"failed: {type(error).__name__}: {said}"))


def _line(row: Row) -> str:
    found = ", ".join(f"{count} {kind}" for kind, count in row.kinds) or "no attention"
    return "  ".join([row.source, row.name, row.failure or found, f"{row.seconds:.1f} s", *row.unexplained])


def _key(entry: Entry) -> Key:
    return entry.source, entry.name


def _read_rows() -> dict[Key, Row]:
    if not _ROWS.exists():
        return {}
    return {(held["source"], held["name"]): _row(held) for held in json.loads(_ROWS.read_text())}


def _row(held: dict[str, Any]) -> Row:
    return Row(**{name: _tuples(value) for name, value in held.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _write_rows(rows: dict[Key, Row]) -> None:
    _ROWS.write_text(json.dumps([asdict(row) for row in rows.values()], indent=1))


if __name__ == "__main__":
    main()
