"""The window must be on screen at once: its widgets load nothing heavy."""

import subprocess
import sys
from pathlib import Path

import attnscope.widgets

HEAVY = ("torch", "torchvision", "timm", "matplotlib", "pyqtgraph", "cmap", "PIL", "PySide6.QtSvg", "PySide6.QtOpenGL")


def test_importing_every_widget_loads_no_heavy_module():
    folder = Path(attnscope.widgets.__file__).parent
    names = ", ".join(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    code = f"import sys; from attnscope.widgets import {names}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
