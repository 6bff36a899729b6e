"""Whether anything could be downloaded at all. Nobody is contacted to find out."""

import os
import socket

import psutil

_ON = ("1", "on", "yes", "true")


def offline_reason() -> str:
    """Why nothing can be downloaded from here, for a sentence; "" where it may be tried."""
    if os.environ.get("HF_HUB_OFFLINE", "").lower() in _ON:
        return "HF_HUB_OFFLINE is set"
    return "" if _has_network() else "this machine has no network connection"


def _has_network() -> bool:
    """Whether any interface but the loopback is up and has an address."""
    addresses, state = psutil.net_if_addrs(), psutil.net_if_stats()
    for name, found in addresses.items():
        up = name in state and state[name].isup
        if up and any(not one.address.startswith(("127.", "::1")) and _is_internet(one.family) for one in found):
            return True
    return False


def _is_internet(family: int) -> bool:
    return family in (socket.AF_INET, socket.AF_INET6)
