"""How sizes are said: of files, of networks, of pictures and of times."""

from .texts import tr

_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
"""As download pages and file managers count: a MB is 1,000,000 bytes."""


def bytes_text(count: int) -> str:
    """ "98 MB", "1.2 GB", "340 kB", "12 bytes"."""
    factor, unit = _unit(count)
    return f"{_figure(count / factor)} {unit}"


def share_text(done: int, total: int) -> str:
    """How much of a file is here, in one unit: "31 of 98 MB"."""
    factor, unit = _unit(total)
    return tr("{0} of {1}").format(_figure(done / factor), f"{_figure(total / factor)} {unit}")


def parameters_text(count: int) -> str:
    """Parameters of a network: "86.6 M", "1.14 G", "12.5 k", "96"."""
    for factor, unit, digits in ((10**9, "G", 2), (10**6, "M", 1), (10**3, "k", 1)):
        # From where rounding would give a thousand of the smaller unit.
        if count >= factor * 0.99995:
            return f"{count / factor:.{digits}f} {unit}"
    return str(count)


def pixels_text(size: tuple[int, int]) -> str:
    """Rows and columns: "224 × 224"."""
    return f"{size[0]} × {size[1]}"


def left_text(seconds: float) -> str:
    """How long something still takes: "5 s left", "3 min left", "1 h 20 min left"."""
    if seconds < 59.5:
        return tr("{0} s left").format(max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{0} min left").format(minutes)
    return tr("{0} h {1} min left").format(*divmod(minutes, 60))


def _unit(count: int) -> tuple[int, str]:
    return next((one for one in _UNITS if count >= one[0] * 0.9995), (1, tr("bytes")))


def _figure(value: float) -> str:
    """Two digits at least, where they are not noughts: 1.2, 12, 120."""
    return f"{value:.1f}".removesuffix(".0") if value < 9.95 else f"{value:.0f}"
