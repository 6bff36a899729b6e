"""Frames and times of a film as text, and what a user types to go to one."""

from ..look.texts import tr


def time_text(seconds: float) -> str:
    """Minutes, seconds and hundredths: 1:02.50; with hours where there are any."""
    hundredths = round(seconds * 100)
    minutes, rest = divmod(hundredths, 6000)
    text = f"{rest // 100:02d}.{rest % 100:02d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{text}" if hours else f"{minutes}:{text}"


def frame_text(number: int, count: int, seconds: float, length: float) -> str:
    """Which frame of how many, and when, where the film has a time; frames are counted from 1 here."""
    frames = tr("frame {0} / {1}").format(number + 1, count)
    return f"{frames}   ·   {time_text(seconds)} / {time_text(length)}" if length else frames


def typed_place(text: str) -> int | float | None:
    """The frame's number, counted from 0, or the time in seconds that was typed; None where it is neither.

    "37" is the 37th frame; "1:02.5", "1:02" and "62.5" are times.
    """
    words = text.strip().replace(",", ".")
    if words.isascii() and words.isdigit():
        return max(int(words), 1) - 1
    parts = words.removesuffix("s").strip().split(":")
    try:
        values = [float(part) for part in parts]
    except ValueError:
        return None
    if len(values) > 3 or any(not 0 <= value < 1e6 for value in values):
        return None
    seconds = 0.0
    for value in values:
        seconds = 60 * seconds + value
    return seconds
