"""What is remembered from one start to the next: how things are drawn, the theme, the window's place."""

import dataclasses
import json
import math
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from ...widgets.look.colours import COLOUR_MAPS
from .wishes import CLIP, GAMMA, KEEP, Bars, Look, Scale

_RECENT = 8
"""Networks that are remembered."""
_RECENT_ACTIONS = 12
_DATA = QStandardPaths.StandardLocation.GenericDataLocation


class Settings:
    """A thin layer over `QSettings`; what cannot be read counts as never written."""

    def __init__(self, file: Path | None = None) -> None:
        """Kept where the system keeps settings, or in a file."""
        self._store = QSettings(str(file), QSettings.Format.IniFormat) if file else QSettings("attnscope", "attnscope")
        self._file = file

    @property
    def folder(self) -> Path:
        """Where the program keeps files of its own: beside the settings' file, or where the system has them."""
        if self._file is not None:
            return self._file.parent
        return Path(QStandardPaths.writableLocation(_DATA)) / "attnscope"

    @property
    def store(self) -> QSettings:
        """Where it is all kept, for lists that read and write themselves."""
        return self._store

    def look(self) -> Look:
        """How things were drawn last; what is unknown or of the wrong type is left at its default."""
        default = Look()
        try:
            saved = json.loads(str(self._store.value("look", "{}")))
        except json.JSONDecodeError:
            return default
        if not isinstance(saved, dict):
            return default
        if isinstance(saved.get("held"), list):
            saved["held"] = tuple(saved["held"])
        kept = {n: v for n, v in saved.items() if type(v) is type(getattr(default, n, None))}
        return valid_look(dataclasses.replace(default, **kept))

    def save_look(self, look: Look) -> None:
        """Remember how things are drawn."""
        self._store.setValue("look", json.dumps(dataclasses.asdict(look)))

    def theme(self) -> str:
        """ "system", "light" or "dark"."""
        theme = str(self._store.value("theme", "system"))
        return theme if theme in ("system", "light", "dark") else "system"

    def save_theme(self, theme: str) -> None:
        """Remember the theme."""
        self._store.setValue("theme", theme)

    def language(self) -> str:
        """ "system", or the language that was chosen."""
        return str(self._store.value("language", "system"))

    def save_language(self, language: str) -> None:
        """Remember the language."""
        self._store.setValue("language", language)

    def recent_models(self) -> tuple[tuple[str, str], ...]:
        """(model, weights) of the networks that were loaded last, the newest first; "" for weights of no choice."""
        try:
            saved = json.loads(str(self._store.value("recent_models", "[]")))
        except json.JSONDecodeError:
            return ()
        pairs = [tuple(pair) for pair in saved if isinstance(pair, list)] if isinstance(saved, list) else []
        return tuple(pair for pair in pairs if len(pair) == 2 and all(isinstance(text, str) for text in pair))

    def save_recent_model(self, model: str, weights: str) -> None:
        """Put a network in front of those that were loaded last."""
        newest = (model, weights)
        kept = [newest, *(known for known in self.recent_models() if known != newest)]
        self._store.setValue("recent_models", json.dumps(kept[:_RECENT]))

    def recent_actions(self) -> tuple[str, ...]:
        """What was chosen in the palette last, the newest first."""
        try:
            saved = json.loads(str(self._store.value("recent_actions", "[]")))
        except json.JSONDecodeError:
            return ()
        return tuple(key for key in saved if isinstance(key, str)) if isinstance(saved, list) else ()

    def save_recent_action(self, key: str) -> None:
        """Put it in front of those that were chosen last."""
        kept = [key, *(known for known in self.recent_actions() if known != key)]
        self._store.setValue("recent_actions", json.dumps(kept[:_RECENT_ACTIONS]))

    def layout(self, name: str) -> QByteArray:
        """Where the window or a splitter was; empty when never saved."""
        value = self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def save_layout(self, name: str, value: QByteArray) -> None:
        """Remember where the window or a splitter is."""
        self._store.setValue(f"layout/{name}", value)


def valid_look(look: Look) -> Look:
    """The same, with whatever no program of ours would have written left at its default."""
    default = Look()
    return dataclasses.replace(
        look,
        opacity=_within(look.opacity, 0.0, 1.0),
        colour_map=look.colour_map if look.colour_map in COLOUR_MAPS else default.colour_map,
        scale=look.scale if look.scale in get_args(Scale) else default.scale,
        bars=look.bars if look.bars in get_args(Bars) else default.bars,
        held=look.held if _is_range(look.held) else default.held,
        gamma=_within(look.gamma, *GAMMA),
        clip=_within(look.clip, *CLIP),
        keep=_within(look.keep, *KEEP),
    )


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high) if math.isfinite(value) else high


def _is_range(held: tuple[object, ...]) -> bool:
    return len(held) == 2 and all(isinstance(end, float) and math.isfinite(end) for end in held)
