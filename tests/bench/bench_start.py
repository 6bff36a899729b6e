"""How fast the program starts, beside the least that anything could need, in the same run.

Run alone: `python tests/bench/bench_start.py`. Each round starts, one after the other: a bare window (PySide6 and
pyqtgraph), the program, the bare window again, a bare script (torch and the tour network), and that again. The second
of each pair shows how far the machine can be trusted.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field

BARE_WINDOW = """
import os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(pyqtgraph.GraphicsLayoutWidget())
window.resize(1280, 800)
window.show()
window.repaint()
print(f"timing shown {time.time() - float(os.environ['ATTNSCOPE_TIMING']):.4f}", file=sys.stderr)
QTimer.singleShot(0, application.quit)
application.exec()
"""

BARE_SCRIPT = """
import os, sys, time
import torch
from attnscope.models.networks.tour import load_tour
with torch.no_grad():
    load_tour()(torch.zeros(1, 3, 96, 96))
print(f"timing result {time.time() - float(os.environ['ATTNSCOPE_TIMING']):.4f}", file=sys.stderr)
"""

PROGRAM = [sys.executable, "-m", "attnscope.app"]
ROUND = {
    "bare window": [sys.executable, "-c", BARE_WINDOW],
    "program": PROGRAM,
    "bare window again": [sys.executable, "-c", BARE_WINDOW],
    "bare script": [sys.executable, "-c", BARE_SCRIPT],
    "bare script again": [sys.executable, "-c", BARE_SCRIPT],
}
TRUSTED = (0.97, 1.03)


@dataclass(slots=True)
class Times:
    """Seconds of every run, by what they are of; and the heavy modules that were seen in the window's process."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    modules: set[str] = field(default_factory=set)

    def add(self, who: str, words: str) -> None:
        """Take what one run said about itself."""
        for line in words.splitlines():
            match line.split():
                case ["timing", "modules", names]:
                    self.modules |= set(names.split(","))
                case ["timing", what, seconds]:
                    self.seconds.setdefault(f"{who} {what}", []).append(float(seconds))

    def median(self, name: str) -> float:
        """Of all runs."""
        return statistics.median(self.seconds[name])


def start(command: list[str]) -> str:
    """Run a program to its end; what it says about its times."""
    # Without compiled modules every import takes two to three times as long.
    left_out = ("PYTHONDONTWRITEBYTECODE", "ATTNSCOPE_TIMING")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment["ATTNSCOPE_TIMING"] = str(time.time())
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    if "timing" not in done.stderr:
        sys.exit(f"{command[:3]} said nothing about its times:\n{done.stderr}")
    return done.stderr


def measure(rounds: int) -> Times:
    """The times of so many rounds, after one that only warms the caches."""
    times = Times()
    for number in range(rounds + 1):
        for who, command in ROUND.items():
            words = start(command)
            if number:
                times.add(who, words)
    return times


def table(times: Times) -> str:
    """One line a figure: ours, the least possible, their ratio and its limit, and whether the run can be trusted."""
    rows = [("", "program", "bare", "ratio", "limit", "bare / bare again")]
    for title, what, bare in (("window on screen", "shown", "bare window"), ("first result", "result", "bare script")):
        ours, least = times.median(f"program {what}"), times.median(f"{bare} {what}")
        again = least / times.median(f"{bare} again {what}")
        trusted = "" if TRUSTED[0] <= again <= TRUSTED[1] else "  not to be trusted"
        rows.append((title, f"{ours:.3f} s", f"{least:.3f} s", f"{ours / least:.2f}", "1.15", f"{again:.2f}{trusted}"))
    freezes = times.seconds["program freeze"]
    worst = f"median {statistics.median(freezes) * 1000:.0f} ms, worst {max(freezes) * 1000:.0f} ms"
    rows.append(("longest silence", worst, "", "", "50 ms", ""))
    rows.append(("heavy modules", ", ".join(sorted(times.modules)), "", "", "none", ""))
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, (18, 30, 10, 8, 8, 0), strict=True)) for row in rows
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="how often each is started (default: 10)")
    print(table(measure(parser.parse_args().rounds)))
