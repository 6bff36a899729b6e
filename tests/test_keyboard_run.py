"""From the start to an exported figure by keyboard alone, in a program of its own: under Xvfb where there is one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

PATIENCE_S = 280
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """What the environment says of the screen: one of its own, with keys from outside, or none at all."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{told.readline().strip()}"}
    server.terminate()
    server.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="keys are sent to a window without a screen, or to an X server")
def test_a_figure_is_exported_by_keys_alone(screen, tmp_path):
    words = [sys.executable, "-m", "tests.keyboard_run", str(tmp_path), *(["--x"] if "DISPLAY" in screen else [])]
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        words, env=environment | screen, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    figure = Path(done.stdout.split("\n")[-2])
    assert figure.parent == tmp_path / "figures"
    with Image.open(figure) as image:
        pixels = np.asarray(image.convert("RGB"))
    assert pixels.shape[0] > 400
    assert pixels.shape[1] > 2 * 400
    # Both panes show the picture, bright at the left and dark at the right, in other colours where the maps lie.
    middle = pixels[pixels.shape[0] // 3, :, 2].astype(int)
    bright, dark = (abs(middle - 90) < 12, abs(middle - 40) < 12)
    assert bright.sum() > 200
    assert dark.sum() > 200
    assert len(np.unique(pixels.reshape(-1, 3), axis=0)) > 1000
