"""Differences to the reference in timm's networks, as reviewed: network -> pattern of module paths -> the reason."""

EXPLAINED: dict[str, dict[str, str]] = {}
