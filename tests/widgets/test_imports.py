"""The window must be on screen at once: its widgets load nothing heavy."""

import pkgutil
import subprocess
import sys

import attnscope.widgets

HEAVY = ("torch", "torchvision", "timm", "matplotlib", "pyqtgraph", "cmap", "PIL", "PySide6.QtSvg", "PySide6.QtOpenGL")


def test_importing_every_widget_loads_no_heavy_module():
    names = ", ".join(one.name for one in pkgutil.walk_packages(attnscope.widgets.__path__, "attnscope.widgets."))
    code = f"import sys, {names}; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
