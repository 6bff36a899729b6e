"""Sets attnscope up in an environment of its own (.venv beside this file) and starts it, or tests it.

    python3 start.py                opens the window on the embedded network and an embedded image
    python3 start.py ARGUMENTS      the same as `attnscope ARGUMENTS`
    python3 start.py test           lint, types, import contracts and tests
    python3 start.py install timm hf    adds the zoos of timm and transformers
    python3 start.py install video camera    adds films and cameras

Needs Python 3.11 or newer with venv and pip, and nothing else; uses uv instead, which is faster, where it is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
EXTRAS = ("timm", "hf", "video", "camera")
CHECKS = (
    ("lint", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["basedpyright", "--pythonpath", str(PYTHON)]),
    ("import contracts", ["lint-imports"]),
    # In processes of their own: in one, they took more than twice as long.
    ("tests of the program", ["pytest", "-q", "tests/app"]),
    ("tests of its parts", ["pytest", "-q", "--ignore=tests/app"]),
)


def main(arguments: list[str]) -> int:
    """Install what is missing, then run; returns the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older Python is given to run)
        print(f"attnscope needs Python 3.11 or newer, and this is {sys.version.split()[0]}: start it with a newer one.")
        return 2
    if arguments[:1] == ["install"]:
        return add(arguments[1:])
    testing = arguments[:1] == ["test"]
    if not installed(testing) and (problem := install("test" if testing else "")):
        print(problem)
        return 2
    if testing:
        return check(arguments[1:])
    return subprocess.call([str(PYTHON), "-m", "attnscope.app", *arguments])


def stamp(testing: bool) -> Path:
    """The file that says that what pyproject.toml asks for now is installed."""
    asked = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()[:16]
    return VENV / f"installed-{asked}{'-test' if testing else ''}"


def installed(testing: bool) -> bool:
    """Whether the environment is there and holds what pyproject.toml asks for now."""
    return PYTHON.exists() and (stamp(testing).exists() or stamp(True).exists())


def add(extras: list[str]) -> int:
    """Install extras beside what is there; returns the exit status."""
    if not extras or set(extras) - set(EXTRAS):
        print(f"Name what to install: any of {', '.join(EXTRAS)}.")
        return 2
    problem = install(",".join(extras))
    if problem:
        print(problem)
    return 2 if problem else 0


def install(extras: str) -> str | None:
    """Make the environment and install into it, with extras; returns what went wrong, or None."""
    print("Setting up .venv (once; torch and Qt are large, so this can take some minutes) ...", flush=True)
    what = f"{ROOT}[{extras}]" if extras else str(ROOT)
    uv = shutil.which("uv")
    if uv:
        make = [uv, "venv", "-q", "--python", sys.executable, str(VENV)]
        fill = [uv, "pip", "install", "-q", "--python", str(PYTHON), "-e", what]
    else:
        make = [sys.executable, "-m", "venv", str(VENV)]
        fill = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-e", what]
    steps = [fill] if PYTHON.exists() else [make, fill]
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    for step in steps:
        if subprocess.call(step, env=environment) != 0:
            if step is make:
                # A half-made environment would be taken for a whole one at the next start.
                shutil.rmtree(VENV, ignore_errors=True)
            return f"Setting up failed at `{' '.join(step)}`: see the lines above, mend the cause and start again."
    stamp(extras == "test").touch()
    return None


def check(extra: list[str]) -> int:
    """Run every check; extra arguments go to pytest. Returns 0 if all passed."""
    # One thread each: the tests' networks are small, and threads that wait for each other cost more than they do.
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    failed = []
    for name, (tool, *words) in CHECKS:
        print(f"\n== {name}", flush=True)
        command = [str(PYTHON.with_name(tool)), *words, *(extra if tool == "pytest" else [])]
        if subprocess.call(command, cwd=ROOT, env=environment) != 0:
            failed.append(name)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
