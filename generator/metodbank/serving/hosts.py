"""Addresses: which one to open, which ones a request may name, where another device finds this one."""

from __future__ import annotations

import ipaddress
import socket

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_ELSEWHERE = ("10.255.255.255", "192.168.255.255", "192.0.2.1")


def url_of(host: str, port: int) -> str:
    """Return the address to type on this machine for a server that is bound to the host."""
    name = "localhost" if _is_everywhere(host) else host
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def urls_for_others(host: str, port: int) -> list[str]:
    """Return the addresses for other devices of the network; none for a server of this machine alone."""
    if host in LOCAL:
        return []
    return [url_of(address, port) for address in (_own_addresses() if _is_everywhere(host) else [host])]


def may_be_named(header: str | None, host: str) -> bool:
    """Return whether a request with this Host header is for a server bound to the host.

    A page elsewhere can give its own name the number of this machine and read the preview through the
    reader's browser (DNS rebinding); then the header holds that name. Numbers cannot be given so.
    """
    name = _name_in(header or "")
    if name in LOCAL or name == host.lower():
        return True
    return host not in LOCAL and _is_number(name)


def _name_in(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.rpartition(":")[0].lower() if ":" in header else header.lower()


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_everywhere(host: str) -> bool:
    return host in {"", "0.0.0.0", "::"}  # noqa: S104 (this only compares)


def _own_addresses() -> list[str]:
    """Return the numbers that this machine has in its networks, found without sending anything."""
    found = {_way_out(target) for target in _ELSEWHERE}
    return sorted(address for address in found if address and not address.startswith("127."))


def _way_out(target: str) -> str:
    """Return the number under which this machine would write to the target, or an empty string."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
        try:
            datagrams.connect((target, 9))  # a datagram socket sends nothing when it connects
        except OSError:
            return ""
        return str(datagrams.getsockname()[0])
