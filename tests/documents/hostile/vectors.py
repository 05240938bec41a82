"""More than a hundred ways for a page to ask for something from outside: each carrier, each address."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

CARRIERS = (
    '<img src="{}" alt="x">',
    '<img srcset="{} 2x" src="{}" alt="x">',
    '<picture><source srcset="{}"><img src="{}" alt=""></picture>',
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<iframe src="{}"></iframe>',
    '<input type="image" src="{}">',
    '<video poster="{}"></video>',
    '<link rel="stylesheet" href="{}">',
    '<link rel="attachment" href="{}" title="x">',
    '<a rel="attachment" href="{}">x</a>',
    '<link rel="icon" href="{}">',
    '<base href="{}"><img src="x.png" alt="">',
    '<style>@import url("{}");</style>',
    '<style>@import "{}";</style>',
    '<style>@font-face {{ font-family: X; src: url("{}") }} p {{ font-family: X }}</style><p>x</p>',
    "<p style=\"background-image: url('{}')\">x</p>",
    "<ul style=\"list-style-image: url('{}')\"><li>x</li></ul>",
    '<style>p::before {{ content: url("{}") }}</style><p>x</p>',
    '<style>@page {{ background: url("{}") }}</style>',
    '<style>p {{ border-image: url("{}") 3 }}</style><p>x</p>',
    '<style>p {{ mask-image: url("{}") }}</style><p>x</p>',
    '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    '<svg width="9" height="9" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="{}"/></svg>',
    '<svg width="9" height="9"><use href="{}#x"/></svg>',
    '<svg width="9" height="9"><style>@import url("{}");</style><rect width="9" height="9"/></svg>',
    '<svg width="9" height="9"><rect fill="url({}#x)" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><text><tref href="{}"/></text></svg>',
    '<img alt="" src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="{}"/>'
    "</svg>'>",
)
"""Markup with `{}` where an address belongs."""


def addresses(server: str, canary: Path) -> tuple[str, ...]:
    """The canary server, itself and by a redirect, and the canary file, each in several spellings."""
    return (
        f"{server}/plain",
        f"{server}/redirect-to-file",
        server.replace("http://", "//") + "/protocol-relative",
        canary.as_uri(),
        f"FILE://localhost{canary}",
        canary.as_uri().replace("canary", "%63anary"),
        f"../../../../../../..{canary}",
    )


def everything(server: str, canary: Path) -> Iterator[str]:
    """Every carrier with every address."""
    for carrier, address in product(CARRIERS, addresses(server, canary)):
        yield carrier.format(*[address] * 2)
