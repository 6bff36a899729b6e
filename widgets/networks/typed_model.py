"""Whether what stands in the search line is no search, but a network of the user's own or one that no list has."""

import re

from ...models.offers import Offer

_NAME = r"[^\W\d]\w*"
_CODE = re.compile(rf"(?P<place>.+\.py|{_NAME}(?:\.{_NAME})*):{_NAME}(?:\.{_NAME})*(\?\S*)?")
"""file.py:callable and package.module:callable, with arguments behind a question mark."""
_PATH = re.compile(r"(~?[/\\]|\.{1,2}[/\\]|~\w*[/\\]|[A-Za-z]:[/\\]).+")
_FILE = re.compile(r".+\.(py|pth|pt|ckpt|bin|pkl|safetensors|tar)", re.IGNORECASE)
_HUB = re.compile(r"hf/\w[\w.-]*/\w[\w.-]*(\?\S*)?")
_KNOWN = ("tour", "cbam", "se", "bam", "torchvision", "timm", "hf")
_FETCHED = ("torchvision", "timm", "hf")
"""Sources whose weights may have to be downloaded."""


def typed_model(text: str, found: bool) -> Offer | None:
    """The network that a text names by itself, None where it is words to search for.

    `found` says whether a search for it finds anything: "timm/vit" is a search while it does, and a name where it
    does not. The weights of a hub's network are taken to need a download, since nobody knows before it is asked for.
    """
    text = text.strip()
    if not _names_code(text) and not _names_file(text) and not _names_known(text, found):
        return None
    source = Offer(text).source
    folder = source == "hf" and not _HUB.fullmatch(text)
    return Offer(text, state="download" if source in _FETCHED and not folder else "here")


def _names_code(text: str) -> bool:
    code = _CODE.fullmatch(text)
    # "kind:heads" is a word of the search.
    return code is not None and code["place"] != "kind"


def _names_file(text: str) -> bool:
    return bool(_PATH.fullmatch(text) or _FILE.fullmatch(text))


def _names_known(text: str, found: bool) -> bool:
    front, slash, rest = text.partition("/")
    if not slash or not rest or front not in _KNOWN or (" " in text and front != "hf"):
        return False
    if front == "hf":
        return bool(_HUB.fullmatch(text) or _PATH.fullmatch(rest))
    return "?" in rest or not found
