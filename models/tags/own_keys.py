"""Queries that have keys of their own each, such as points that they sample: (weights * sampled).sum(-1)."""

from .products import Product
from .provenance import Made

OWN_KEYS = "each query samples keys of its own"
"""The note of such a layer."""


def queries_with_own_keys(product: Product, weights_left: bool, made: Made) -> str:
    """The letters of the queries, of which the values hold other keys each; none where queries share their keys.

    The softmax's own shape says it: a linear map of the queries gives (B, Q, h, K), whatever it is turned into later.

    **Source**: Zhu et al., 2020, "Deformable DETR", arXiv 2010.04159, section 4.1.
    """
    left, right, result = product.letters
    matrix, letters, values = (product.left, left, right) if weights_left else (product.right, right, left)
    sizes = dict(zip(letters, matrix.shape, strict=True))
    lead = [c for c in letters if c in result]
    if made.score or len(made.shape) != 4 or not set(lead) <= set(values) or letters[-1] in result:
        return ""
    images, queries, heads, _ = made.shape
    found = [sizes[c] for c in lead]
    if found == [images, queries, heads]:
        return lead[1]
    turned = found in ([images, heads, queries], [images * heads, queries])
    return lead[-1] if turned else ""
