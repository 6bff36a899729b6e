"""Words that are the same in Chinese: names, keys, units, and what is typed."""

import re
from pathlib import Path

NAMES = frozenset((Path(__file__).parent / "names.txt").read_text(encoding="utf-8").split())
_CODE = re.compile(
    r"`[^`]*`|--[\w-]+(?: [A-Z,]+)?|https?://|\"[^\"]*\"|'[^']*'|<[^<>]*>|\{[^{}]*\}"
    r"|[\w.]+\([^()]*(?:\([^()]*\)[^()]*)*\)|\([^()\u4e00-\u9fff]*\)|[\w.]*[._][\w.]*|pip install \S+|attnscope [a-z-]+"
    r"|python -m \S+ \S+ FOLDER FILE|git lfs pull|train-tour|\w+[/:]\w[\w/:]*|\w+(?:\?|=)\S*"
)
_WORD = re.compile(r"[A-Za-z]{3,}")


def foreign(text: str, data: frozenset[str] = frozenset()) -> list[str]:
    """The Latin words of a text that are no names, no code, and not among the data that it may speak of."""
    return [word for word in _WORD.findall(_CODE.sub(" ", text)) if word not in NAMES and word not in data]
