"""One sentence for whatever went wrong in the engine; what it was exactly goes into the log."""

from ...models.errors import UserError
from ...models.memory_full import is_computers_memory_full, is_memory_full

_LENGTH = 300


def fault_sentence(error: BaseException) -> str:
    """What the window says: the cause, and what the user can do."""
    said = (str(error).strip().splitlines() or [""])[0][:_LENGTH]
    if isinstance(error, UserError):
        return said
    if is_memory_full(error):
        where = "The computer's" if is_computers_memory_full(error) else "The GPU's"
        return f"{where} memory is full, and nothing was changed: choose a smaller network or input, or another device."
    if isinstance(error, SystemExit):
        return "The network ended the program (sys.exit), which was not let happen: take that out of its code."
    if isinstance(error, ImportError):
        return f"A part of the program could not be loaded ({said}): install it again."
    return f"This failed with {type(error).__name__}: {said or 'without a word'}."
