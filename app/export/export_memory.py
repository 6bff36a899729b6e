"""What was chosen in the export dialog last."""

import dataclasses
import json
from typing import get_args

from PySide6.QtCore import QByteArray, QStandardPaths

from ...widgets.controls.export_form import PACES, RESOLUTIONS, ExportChoice, Extent, format_texts
from ..state.settings import Settings

_NAME = "export"


def remembered_choice(settings: Settings | None) -> ExportChoice:
    """What was chosen last; what cannot be read, or is of another version, is left at its default."""
    own = ExportChoice(folder=_pictures_folder())
    try:
        saved = json.loads(bytes(settings.layout(_NAME).data()).decode()) if settings else {}
    except ValueError:
        return own
    if not isinstance(saved, dict):
        return own
    named = saved.get("formats")
    formats = tuple(name for name in named if name in format_texts()) if isinstance(named, list) else own.formats
    return ExportChoice(
        extent=saved["extent"] if saved.get("extent") in get_args(Extent) else own.extent,
        formats=formats,
        dpi=saved["dpi"] if saved.get("dpi") in RESOLUTIONS else None,
        theme="dark" if saved.get("theme") == "dark" else "light",
        seconds=saved["seconds"] if saved.get("seconds") in PACES else own.seconds,
        folder=saved["folder"] if isinstance(saved.get("folder"), str) and saved["folder"] else own.folder,
    )


def remember_choice(settings: Settings | None, choice: ExportChoice) -> None:
    """Keep it for the next time."""
    if settings is not None:
        settings.save_layout(_NAME, QByteArray(json.dumps(dataclasses.asdict(choice)).encode()))


def _pictures_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
