"""Texts outside of Qt's objects, in the user's language; within one, its own `tr` does the same."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, note: str = "") -> str:
    """The text in the user's language. `note` is for whoever translates, and tells two equal texts apart.

    Always with a literal, as Qt's tools read it in the source: they file it under no class, where it is looked up.
    """
    return QCoreApplication.translate("", text, note or None)
