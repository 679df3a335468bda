"""Addresses of pages that are not protected, hide where they lead, or follow the reader (G18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from metodbank.checks.check import Looking
from metodbank.checks.texts import Texts, without_code
from metodbank.problems import Finding

_SHORTENERS = """
bit.ly bitly.com clck.ru clc.li cutt.ly goo.gl goo.su is.gd lnkd.in ok.me ow.ly qps.ru rb.gy rebrand.ly
shorturl.at surl.li t.co t.ly tiny.cc tiny.one tinyurl.com u.to v.gd vk.cc vk.link
"""
SHORTENERS = frozenset(_SHORTENERS.split())
_ADDRESS = re.compile(r"https?://[^\s<>\"«»)\]]{1,1000}", re.IGNORECASE)
_TRACKER = re.compile(
    r"(?:(?<=[?&])|(?<=&amp;))(?:utm_\w{1,40}|fbclid|[yg]clid|ysclid|_openstat|mc_[ce]id|roistat)=[^&#]*&?",
    re.IGNORECASE,
)


def look(texts: Texts, looking: Looking) -> Iterator[Finding]:  # noqa: ARG001 (the signature of every check)
    """Yield the first such address of each text and each field."""
    for at, text in texts.all if texts.may_hold("://") else ():
        if "://" not in text:
            continue
        for match in _ADDRESS.finditer(without_code(text)):
            address = match.group().rstrip(".,;:!?")
            reason, better = _fault(address)
            if reason:
                yield Finding("MB229", at, address, details={"reason": reason}, suggestion=better)
                break


def _fault(address: str) -> tuple[str, str]:
    """Return what is wrong with an address, and a better one where it is known."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    if host in SHORTENERS:
        return "сокращённая ссылка, по ней не видно, куда она ведёт", ""
    if _TRACKER.search(address):
        return "в ней метка слежения", _TRACKER.sub("", address).rstrip("?&")
    if address[:7].lower() == "http://":
        return "незащищённый адрес http://", ""
    return "", ""
