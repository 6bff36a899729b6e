"""What to say of a file that is no checkpoint: what it is, and what to do instead."""

import re

_CHOOSE = "choose a file made with torch.save(net.state_dict(), ...) or a safetensors file"

_KNOWN = (
    (b"version https://git-lfs", "is only a Git LFS pointer: fetch the real file with git lfs pull"),
    (b"\x93NUMPY", f"is a NumPy array, not a checkpoint: {_CHOOSE}"),
    (b"\x89HDF\r\n\x1a\n", f"is a file of TensorFlow or Keras (HDF5), which cannot be read here: {_CHOOSE}"),
    (b"GGUF", f"is a GGUF file, which cannot be read here: {_CHOOSE}"),
    (b"\xff\xd8\xff", f"is an image, not a checkpoint: {_CHOOSE}"),
    (b"\x89PNG\r\n", f"is an image, not a checkpoint: {_CHOOSE}"),
    (b"GIF8", f"is an image, not a checkpoint: {_CHOOSE}"),
    (b"RIFF", f"is an image, a sound or a film, not a checkpoint: {_CHOOSE}"),
    (b"%PDF", f"is a PDF document, not a checkpoint: {_CHOOSE}"),
    (b"\x1f\x8b", "is compressed (gzip): unpack it, and choose the file of weights in it"),
    (b"BZh", "is compressed (bzip2): unpack it, and choose the file of weights in it"),
    (b"\xfd7zXZ\0", "is compressed (xz): unpack it, and choose the file of weights in it"),
    (b"\x28\xb5\x2f\xfd", "is compressed (zstd): unpack it, and choose the file of weights in it"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive (7z): unpack it, and choose the file of weights in it"),
    (b"Rar!", "is an archive (RAR): unpack it, and choose the file of weights in it"),
    (b"\x08\x01\x12", f"is a model of TensorFlow, which cannot be read here: {_CHOOSE}"),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_DAMAGED = "is damaged or no checkpoint: copy or download it again"
_WEB_PAGE = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<\?xml)", re.IGNORECASE)
_ONNX = re.compile(rb"\x08[\x03-\x20][\x12\x1a\x22\x2a\x3a\x42]")


def refusal(name: str, head: bytes, suffix: str) -> str:
    """One sentence about the file `name` that begins with `head`."""
    for magic, words in _KNOWN:
        if head.startswith(magic):
            return f"{name} {words}."
    return f"{name} {_looked_at(head.removeprefix(_BYTE_ORDER_MARK), suffix)}."


def damaged(name: str) -> str:
    """One sentence about a file that has the right beginning and cannot be read on."""
    return f"{name} {_DAMAGED}."


def _looked_at(head: bytes, suffix: str) -> str:
    if suffix == ".onnx" or _ONNX.match(head):
        return "is an ONNX model, which cannot be read here: choose the checkpoint that it was exported from"
    if _WEB_PAGE.match(head):
        return "is a web page, not a checkpoint: download it again, by the address of the file itself"
    if head[257:262] == b"ustar":
        return "is an archive (tar): unpack it, and choose the file of weights in it"
    if not head.strip(b"\0"):
        return "begins with nothing but zeros: its download broke off, start it again"
    if head.lstrip().startswith(b"{"):
        return "is a JSON file that lists no shards (weight_map): choose the file of weights beside it"
    return f"is a text file, not a checkpoint: {_CHOOSE}" if _is_text(head) else _DAMAGED


def _is_text(head: bytes) -> bool:
    # The last letter may be cut in two where the head ends.
    text = head.decode("utf-8", "ignore")
    return len(text.encode()) >= len(head) - 3 and all(letter.isprintable() or letter.isspace() for letter in text)
