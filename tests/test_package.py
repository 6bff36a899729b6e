"""The public names are there, and importing the package loads neither torch nor Qt."""

import subprocess
import sys
from pathlib import Path

import attnscope
import pytest


@pytest.mark.parametrize("name", attnscope.__all__)
def test_every_public_name_is_there(name):
    assert getattr(attnscope, name).__name__ == name
    assert name in dir(attnscope)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = attnscope.no_such_name


def test_importing_the_package_loads_neither_torch_nor_qt():
    code = "import attnscope, sys; print(sorted({'torch', 'numpy', 'PySide6'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.home())
    assert out.stdout.strip() == "[]"
