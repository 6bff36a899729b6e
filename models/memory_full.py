"""Telling a full memory from other failures, without loading torch."""

_GPU_WORDS = ("out of memory", "CUBLAS_STATUS_ALLOC_FAILED")
_COMPUTER_WORDS = ("can't allocate memory", "not enough memory")


def is_memory_full(error: BaseException) -> bool:
    """Whether memory ran out, the computer's or a GPU's."""
    return type(error).__name__ == "OutOfMemoryError" or _says(error, _GPU_WORDS) or is_computers_memory_full(error)


def is_computers_memory_full(error: BaseException) -> bool:
    """Whether it was the computer's own."""
    return isinstance(error, MemoryError) or _says(error, _COMPUTER_WORDS)


def _says(error: BaseException, words: tuple[str, ...]) -> bool:
    # torch has no type of its own for the CPU and for MPS.
    return isinstance(error, RuntimeError) and any(word in str(error) for word in words)
