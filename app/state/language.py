"""Which language the window speaks: the system's, or the one that was chosen; another can be chosen at any time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from .resources import TRANSLATIONS
from .settings import Settings

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""What can be spoken, each by its own name."""


_SPOKEN = "language"
"""The application's property that says what is spoken now."""


class Language(QObject):
    """Speaks the remembered language from now on."""

    changed = Signal()
    """Another one is spoken: what has been made before says the old one's words."""

    def __init__(self, application: QCoreApplication, settings: Settings) -> None:
        super().__init__()
        self._application, self._settings = application, settings
        self._spoken = spoken(settings.language())
        speak(application, self._spoken)

    @property
    def wished(self) -> str:
        """ "system", or a key of `LANGUAGES`."""
        return self._settings.language()

    def choose(self, name: str) -> None:
        """ "system", or a key of `LANGUAGES`; remembered."""
        self._settings.save_language(name)
        if spoken(name) != self._spoken:
            self._spoken = spoken(name)
            speak(self._application, self._spoken)
            self.changed.emit()


def spoken(wished: str, of_system: Sequence[str] | None = None) -> str:
    """The key of `LANGUAGES` for a wish; `of_system` are the system's languages, the liked best first."""
    if wished in LANGUAGES:
        return wished
    for name in QLocale.system().uiLanguages() if of_system is None else of_system:
        parts = name.replace("_", "-").split("-")
        # Whoever reads traditional characters has not asked for the simplified ones.
        if parts[0] == "zh" and not {"Hant", "TW", "HK", "MO"} & set(parts):
            return "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def spoken_now() -> str:
    """The key of `LANGUAGES` that texts are made in now."""
    application = QCoreApplication.instance()
    return str(application.property(_SPOKEN) or "en") if application else "en"


def speak(application: QCoreApplication, language: str) -> None:
    """Let every text that is made from now on be in this language, also those of Qt's own dialogs."""
    application.setProperty(_SPOKEN, language)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if language == "en":
        return
    of_qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for file in (of_qt / f"qtbase_{language}.qm", TRANSLATIONS / f"attnscope_{language}.qm"):
        translator = QTranslator(application)
        # Qt's own may not be installed: its buttons are English then.
        if translator.load(str(file)):
            application.installTranslator(translator)
