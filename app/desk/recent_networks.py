"""The networks that were loaded last, as rows of the pick list."""

import dataclasses

from ...models.offers import RECENT, Offer

Recent = tuple[str, str]
"""A model, and its weights: a name, a file's path, or "" for the source's own choice."""


def with_recent(offers: tuple[Offer, ...], recent: tuple[Recent, ...]) -> tuple[Offer, ...]:
    """The rows with those marked that were loaded last, and more for code of one's own and weights out of files."""
    rows = {(offer.model, offer.weights): offer for offer in offers}
    plain = {offer.model: offer for offer in reversed(offers)}
    marked, own = set[Recent](), list[Offer]()
    for model, weights in recent:
        listed = rows.get((model, weights)) or (plain.get(model) if not weights else None)
        if listed is not None:
            marked.add((listed.model, listed.weights))
        else:
            known = plain.get(model, Offer(model))
            own.append(dataclasses.replace(known, weights=weights, state="here", bytes=0, note=RECENT))
    return (*own, *(_noted(offer) if key in marked else offer for key, offer in rows.items()))


def _noted(offer: Offer) -> Offer:
    return dataclasses.replace(offer, note=f"{RECENT} · {offer.note}" if offer.note else RECENT)
