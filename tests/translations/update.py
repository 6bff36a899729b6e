"""Brings assets/translations up to date with the source: python -m tests.translations.update

Qt's lupdate reads the texts of app/ and widgets/; the sentences that are made without Qt are put before it as a file of
their own. What is new stands in the .ts as unfinished: translate it there (any editor, or Qt Linguist), and run this
once more, which also writes the .qm that the program loads.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from .collecting import ROOT, templates

FOLDER = ROOT / "assets" / "translations"
LANGUAGE = "zh_CN"
TS, QM = FOLDER / f"attnscope_{LANGUAGE}.ts", FOLDER / f"attnscope_{LANGUAGE}.qm"
TEMPLATES = FOLDER / "sentences.json"
CONTEXT = "sentences"
Message = tuple[str, str, str]
"""Context, text, and the note for whoever translates."""


def main() -> int:
    """Update all three files; returns 1 where something waits for its translation."""
    TEMPLATES.write_text(listed(), encoding="utf-8", newline="\n")
    update(TS)
    release(TS, QM)
    missing = [message for message, text in read(TS).items() if not text]
    for context, text, _ in missing:
        print(f"not translated: {context or 'texts'}: {text}")
    print(f"{len(missing)} of {len(read(TS))} texts are not translated")
    return 1 if missing else 0


def listed() -> str:
    """The templates of sentences, as the program reads them."""
    return json.dumps(templates(), ensure_ascii=False, indent=0) + "\n"


def update(ts: Path) -> None:
    """Let lupdate add what is new in the source, and take away what is there no more; translations stay."""
    with tempfile.TemporaryDirectory() as folder:
        sentences = Path(folder) / "sentences.py"
        calls = [f"QCoreApplication.translate({json.dumps(CONTEXT)}, {_literal(text)})" for text in templates()]
        sentences.write_text("\n".join(calls), encoding="utf-8")
        sources = [*sorted((ROOT / "app").rglob("*.py")), *sorted((ROOT / "widgets").rglob("*.py")), sentences]
        names = Path(folder) / "sources.lst"
        names.write_text("\n".join(map(str, sources)), encoding="utf-8")
        exact = ["-disable-heuristic", "sametext", "-disable-heuristic", "similartext"]
        plain = ["-locations", "none", "-no-obsolete", "-sort-messages", "-source-language", "en"]
        _run("pyside6-lupdate", f"@{names}", *exact, *plain, "-target-language", LANGUAGE, "-silent", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Let lrelease make of a .ts what Qt loads."""
    _run("pyside6-lrelease", str(ts), "-qm", str(qm), "-silent")


def read(ts: Path) -> dict[Message, str]:
    """What a .ts says: "" for what waits for its translation."""
    told: dict[Message, str] = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and "type" not in translation.attrib
            key = context.findtext("name") or "", message.findtext("source") or "", message.findtext("comment") or ""
            told[key] = (translation.text or "") if done and translation is not None else ""
    return told


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *words: str) -> None:
    program = shutil.which(tool, path=str(Path(sys.executable).parent)) or tool
    subprocess.run([program, *words], check=True)


if __name__ == "__main__":
    sys.exit(main())
