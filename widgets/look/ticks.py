"""Round numbers for axes, and numbers written short."""

from math import ceil, floor, isfinite, log10


def round_ticks(low: float, high: float, at_most: int = 5) -> list[float]:
    """Round numbers from low to high, evenly spaced (1, 2 or 5 times a power of ten), at most so many."""
    if not (isfinite(low) and isfinite(high)) or high <= low or at_most < 2:
        return [low] if isfinite(low) else []
    rough = (high - low) / (at_most - 1)
    power = 10.0 ** floor(log10(rough))
    for step in (power, 2 * power, 5 * power, 10 * power, 20 * power):
        first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
        if last - first + 1 <= at_most:
            break
    return [number * step for number in range(first, last + 1)]


def written(value: float, digits: int = 3) -> str:
    """A number as short as it can be said: three significant digits, no needless zeros; "–" for NaN."""
    if not isfinite(value):
        return "–"
    text = f"{value:.{digits}g}"
    if "e" in text:
        mantissa, exponent = text.split("e")
        return f"{mantissa}e{int(exponent)}"
    return text.replace("-", "−")


def step_written(value: float, step: float) -> str:
    """A tick's number with as many decimals as its step needs, so that all ticks of an axis look alike."""
    if step <= 0 or not 1e-4 <= step < 1e5:
        return written(value)
    decimals = max(0, -floor(log10(step) + 1e-9))
    return f"{value + 0.0:.{decimals}f}".replace("-", "−")
