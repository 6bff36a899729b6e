"""One sentence for whatever went wrong in the engine; what it was exactly goes into the log."""

from ..models.errors import UserError

_GPU_WORDS = ("out of memory", "CUBLAS_STATUS_ALLOC_FAILED")
_MEMORY_WORDS = ("can't allocate memory", "not enough memory")
_LENGTH = 300


def fault_sentence(error: BaseException) -> str:
    """What the window says: the cause, and what the user can do."""
    said = (str(error).strip().splitlines() or [""])[0][:_LENGTH]
    if isinstance(error, UserError):
        return said
    if is_out_of_memory(error):
        where = "The computer's" if isinstance(error, MemoryError) or _holds(error, _MEMORY_WORDS) else "The GPU's"
        return f"{where} memory is full, and nothing was changed: choose a smaller network or input, or another device."
    if isinstance(error, SystemExit):
        return "The network ended the program (sys.exit), which was not let happen: take that out of its code."
    if isinstance(error, ImportError):
        return f"A part of the program could not be loaded ({said}): install it again."
    return f"This failed with {type(error).__name__}: {said or 'without a word'}."


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory ran out, of the computer or of a GPU; told without loading torch."""
    named = isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError"
    return named or (isinstance(error, RuntimeError) and _holds(error, (*_GPU_WORDS, *_MEMORY_WORDS)))


def _holds(error: BaseException, words: tuple[str, ...]) -> bool:
    return any(word in str(error) for word in words)
