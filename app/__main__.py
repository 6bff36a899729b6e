"""Where the program begins: `attnscope` and `python -m attnscope.app`."""

import sys

from ..models.errors import UserError
from .arguments import parse


def main(words: list[str] | None = None) -> int:
    """Run one command; a user's mistake is one line on standard error and exit status 2, never a traceback."""
    try:
        arguments, run = parse(sys.argv[1:] if words is None else words)
        return run(arguments)
    except UserError as error:
        print(f"attnscope: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (as in `attnscope layers tour | head -3`).
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
