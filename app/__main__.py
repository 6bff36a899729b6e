"""Where the program begins: `attnscope` and `python -m attnscope.app`."""

import sys

from ..models.errors import UserError
from ..models.memory_full import is_memory_full
from .arguments import parse
from .engine.fault_sentences import fault_sentence


def main(words: list[str] | None = None) -> int:
    """Run one command; a user's mistake is one line on standard error and exit status 2, never a traceback."""
    try:
        arguments, run = parse(sys.argv[1:] if words is None else words)
        return run(arguments)
    except UserError as error:
        print("\n".join([f"attnscope: {error}", *details(error)]), file=sys.stderr)
        return 2
    except (MemoryError, RuntimeError) as error:
        if not is_memory_full(error):
            raise
        print(f"attnscope: {fault_sentence(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (as in `attnscope layers tour | head -3`).
        sys.stderr.close()
        return 0


def details(error: UserError) -> list[str]:
    """A short table below the sentence, where a checkpoint does not fit its network."""
    misfit = getattr(error, "misfit", None)
    if misfit is None:
        return []
    rows = [("tensor", "network has", "file has"), *((row.name, row.wanted, row.found) for row in misfit.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  " + "  ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)).rstrip() for row in rows]
    counts = f"  {misfit.matched} fit, {misfit.other_size} of another size, {misfit.missing} missing, "
    return [*lines, f"{counts}{misfit.unexpected} without a place", *_cure(misfit.only_head)]


def _cure(only_head: bool) -> list[str]:
    return ["  --skip-head loads all but the head."] if only_head else []


if __name__ == "__main__":
    sys.exit(main())
