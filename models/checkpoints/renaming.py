"""The names that transformers gives to the tensors of its networks: other ones in the file than in the network.

Its networks were renamed in version 5, and its own loading renames what is in the files of all versions.
"""

import sys
from collections.abc import Iterable

from torch import nn


def renamed_by_transformers(network: nn.Module, names: Iterable[str]) -> dict[str, str]:
    """The file's name -> the name in one of transformers' networks; {} for any other network."""
    # Nobody has one of its networks who has not loaded this part of it, which takes seconds.
    if "transformers.modeling_utils" not in sys.modules:
        return {}
    from transformers import PreTrainedModel

    inner = next((module for module in network.modules() if isinstance(module, PreTrainedModel)), None)
    if inner is None:
        return {}
    try:
        from transformers.conversion_mapping import get_model_conversion_mapping
        from transformers.core_model_loading import WeightRenaming, apply_renamings
    except ImportError:
        return {}  # before version 5 its networks have the names of the files
    renamings = [one for one in get_model_conversion_mapping(inner) if isinstance(one, WeightRenaming)]
    return {name: apply_renamings(name, renamings) for name in names}
