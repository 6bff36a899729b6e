"""Which names of networks run code of the user's."""

from ...models.errors import UserError
from ...models.zoo.spec import parsed


def runs_code(model: str) -> bool:
    """Whether loading this runs code that is neither ours nor a library's; what is no network at all runs none."""
    try:
        return parsed(model).source in ("file", "module")
    except UserError:
        return False
