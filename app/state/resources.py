"""The one place that knows where the files that come with the program lie."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"
TRANSLATIONS = ASSETS / "translations"


def samples() -> list[Path]:
    """The sample pictures, by name."""
    return sorted((ASSETS / "samples").glob("*.png"))


def first_sample() -> Path:
    """The picture that the window opens with."""
    return ASSETS / "samples" / "scene-star.png"


def icon() -> Path:
    """The program's icon."""
    return ASSETS / "icon.svg"
