"""The headers of every answer of the server, whatever its status; one value each, no exceptions by page."""

from collections.abc import Mapping

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
DOWNLOAD_SECURITY = "sandbox; default-src 'none'"
NO_STORE = "no-store"
FOR_EVER = "public, max-age=31536000, immutable"

_NOT_USED = (
    "accelerometer autoplay browsing-topics camera display-capture "
    "encrypted-media fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection "
    "local-fonts magnetometer microphone midi payment picture-in-picture publickey-credentials-create "
    "publickey-credentials-get screen-wake-lock serial speaker-selection usb xr-spatial-tracking"
).split()

EVERYWHERE: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "Cache-Control": NO_STORE,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_USED),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "X-DNS-Prefetch-Control": "off",
}
"""Sent with every status, by the pages and by the server beneath them alike."""

TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""Added where a proxy with HTTPS stands in front."""


def headers(*, https: bool) -> dict[str, str]:
    """All of them, for a server behind HTTPS or not."""
    return {**EVERYWHERE, **(TRANSPORT if https else {})}
