"""What each operation of torch means for the tags: one table by the operation's name.

Names are used because `torch.mul`, `Tensor.mul_` and `aten.mul.Tensor` mean the same and share only the name.
"""

from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache
from typing import Any

from torch.nn import functional as F


class Meaning(Enum):
    """What an operation does to what is known of its operands."""

    NOTHING = auto()
    """Asks something of a tensor and gives no tensor of interest."""
    ASKS = auto()
    """Gives values to Python, which may decide by them what is done next."""
    MAKES_CONSTANT = auto()
    """Gives fresh values that owe nothing to the operand but its shape."""
    BOUNDS = auto()
    """Makes weights: sigmoid, softmax and their like."""
    MOVES = auto()
    """Gives the same values in another arrangement, or some of them."""
    CALCULATES = auto()
    """Arithmetic, value by value: scaling, adding a bias, a mask."""
    MULTIPLIES = auto()
    """Value by value: where a gate is applied."""
    MULTIPLIES_AND_ADDS = auto()
    """The same, added to something."""
    CONTRACTS = auto()
    """A matrix product: where scores are made and attention is applied."""
    MIXES_HEADS = auto()
    """A learned map; weights stay weights only where the shape is kept (talking heads)."""
    MAPS = auto()
    """A product with a matrix that nearly always is a learned map, and may be attention all the same."""
    POOLS = auto()
    """Brings positions together."""
    SUMS = auto()
    """Pools; after a product it may be what is left of a matrix product."""
    FUSED_ATTENTION = auto()
    MULTI_HEAD = auto()
    ELSE = auto()


BOUNDED = {
    "sigmoid": "sigmoid",
    "hardsigmoid": "hardsigmoid",
    "softmax": "softmax",
    "_softmax": "softmax",
    "softmin": "softmax",
    "special_softmax": "softmax",
    "special_expit": "sigmoid",
    "log_softmax": "log_softmax",
    "special_log_softmax": "log_softmax",
    "log_sigmoid": "log_sigmoid",
    "gumbel_softmax": "softmax",
    "tanh": "tanh",
    "relu6": "clamp",
    "hardtanh": "clamp",
    "clamp": "clamp",
    "clip": "clamp",
    "exp": "exp",
}
"""The functions that make weights, and the word for them."""

_NAMES = {
    Meaning.NOTHING: """size dim numel stride storage_offset is_contiguous is_floating_point is_complex get_device
        data_ptr ndimension element_size requires_grad_ backward register_hook __len__ __hash__ __repr__ __format__
        __set__ __delete__ is_same_size""",
    Meaning.ASKS: """item tolist numpy __array__ __bool__ __int__ __float__ __index__ __contains__ allclose equal
        is_nonzero""",
    Meaning.MAKES_CONSTANT: """new_empty new_zeros new_ones new_full new_tensor zeros_like ones_like empty_like
        full_like rand_like randn_like randint_like bernoulli uniform normal random zero fill exponential""",
    Meaning.BOUNDS: " ".join(BOUNDED),
    Meaning.MOVES: """view reshape expand expand_as unsqueeze squeeze permute transpose t swapaxes swapdims movedim
        moveaxis flatten unflatten ravel contiguous clone to type float half double bfloat16 type_as cpu cuda detach
        chunk split split_with_sizes tensor_split unbind __getitem__ select narrow slice repeat repeat_interleave tile
        broadcast_to view_as reshape_as dropout dropout1d dropout2d dropout3d alpha_dropout feature_dropout
        _unsafe_view interpolate upsample masked_fill where cat concat stack roll flip rot90 alias _to_copy nan_to_num
        lift_fresh copy index_select gather unfold __get__ tril triu pad diagonal as_strided""",
    Meaning.CALCULATES: """add sub subtract rsub neg negative div true_divide divide __add__ __radd__ __iadd__ __sub__
        __rsub__ __isub__ __truediv__ __itruediv__ __rtruediv__ __neg__ __rdiv__ reciprocal addcdiv pow
        __pow__ square abs sqrt""",
    Meaning.MULTIPLIES: "mul multiply __mul__ __rmul__ __imul__",
    Meaning.MULTIPLIES_AND_ADDS: "addcmul",
    Meaning.CONTRACTS: "matmul bmm __matmul__ __rmatmul__ mm mv einsum baddbmm addmm tensordot",
    Meaning.MAPS: "linear",
    Meaning.SUMS: "sum mean",
    Meaning.MIXES_HEADS: """conv1d conv2d _convolution batch_norm layer_norm instance_norm group_norm relu
        leaky_relu gelu normalize silu""",
    Meaning.POOLS: """amax amin max min var std norm logsumexp avg_pool1d avg_pool2d adaptive_avg_pool1d
        adaptive_avg_pool2d adaptive_max_pool2d max_pool2d _max_pool2d conv3d conv_transpose2d fold lp_pool2d""",
    Meaning.FUSED_ATTENTION: "scaled_dot_product_attention flex_attention",
}
_MEANINGS = {name: meaning for meaning, names in _NAMES.items() for name in names.split()}


@lru_cache(maxsize=1024)
def plain_name(function: Callable[..., Any]) -> str:
    """The operation's name without overload and without the mark of working in place: `aten.mul_.Tensor` -> "mul"."""
    name = getattr(function, "__name__", "").split(".")[0]
    return name if name.endswith("__") else name.rstrip("_")


def meaning_of(function: Callable[..., Any]) -> Meaning:
    """What the operation means for the tags; `ELSE` where nothing is known of it."""
    if function is F.multi_head_attention_forward:
        return Meaning.MULTI_HEAD
    return _MEANINGS.get(plain_name(function), Meaning.ELSE)


PRODUCTS = frozenset(
    {
        Meaning.MULTIPLIES,
        Meaning.MULTIPLIES_AND_ADDS,
        Meaning.CONTRACTS,
        Meaning.MAPS,
        Meaning.SUMS,
        Meaning.FUSED_ATTENTION,
    }
)
"""What may apply weights; all else only makes them or carries them along."""
