"""Pages complete in one file: scripts and styles inlined, nothing fetched, no foreign script run."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from unicodedata import category

LEAFLET = "vendor/leaflet-1.9.4"

_LEAFLET_ADDRESSES = (
    ' href="https://leafletjs.com" title="A JavaScript library for interactive maps"',
    "//# sourceMappingURL=leaflet.js.map",
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_FILE = re.compile(r"[^;{}]*url\([^)]*\)[^;}]*;?")
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_FETCHING_TAG = re.compile(
    r"<(?:link|iframe|object|embed|img|base)\b[^>]*|<script[^>]*\bsrc\b[^>]*", re.IGNORECASE
)
_FETCHING_STYLE = re.compile(r"@import[^;]*|url\(\s*(?!['\"]?(?:data:|#))[^)]*", re.IGNORECASE)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)


def packaged(name: str) -> str:
    """The text of a file that ships with the reports."""
    return (files("optimizer.report") / name).read_text(encoding="utf-8")


def leaflet() -> str:
    """Leaflet's program with its licence, without the web addresses that it would show or look up.

    Raises
    ------
    ValueError
        If this is not the release that the page was made for.
    """
    code = packaged(f"{LEAFLET}/leaflet.js")
    for unwanted in _LEAFLET_ADDRESSES:
        if code.count(unwanted) != 1:
            message = f"not the expected Leaflet: {unwanted!r} is missing"
            raise ValueError(message)
        code = code.replace(unwanted, "")
    return f"/*\n{packaged(f'{LEAFLET}/LICENSE')}*/\n{code}"


def script(code: str) -> str:
    """A script element.

    Raises
    ------
    ValueError
        If the code would end its element early.
    """
    if "</script" in code.lower() or "<!--" in code:
        message = "a script must not contain the end of its element"
        raise ValueError(message)
    return f"<script>{code}</script>"


def style(rules: str) -> str:
    """A style element; comments and declarations that name a file, such as a picture, are left out."""
    return f"<style>{_CSS_FILE.sub('', _CSS_COMMENT.sub('', rules))}</style>"


def data(element_id: str, content: Mapping[str, object]) -> str:
    """Content for a page's scripts, in an element that cannot be left by what is in it."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/json" id="{escape(element_id)}">{text}</script>'


def plain(text: str) -> str:
    """A text without control and invisible formatting characters, such as right-to-left marks."""
    return "".join(character for character in text if category(character) not in {"Cc", "Cf", "Cs"})


def sealed(page: str) -> str:
    """A page that may run only the scripts it has now, and may fetch nothing.

    Raises
    ------
    ValueError
        If the page would fetch something.
    """
    fetched = things_fetched(page)
    if fetched:
        message = f"the page is not complete in itself: {fetched}"
        raise ValueError(message)
    hashes = (
        b64encode(sha256(found["code"].encode()).digest()).decode()
        for found in _SCRIPT.finditer(page)
        if "application/json" not in found["attributes"]
    )
    policy = _policy(hashes)
    return page.replace(
        "<head>",
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">',
        1,
    )


def things_fetched(page: str) -> list[str]:
    """Everything in a page that a browser would fetch."""
    markup = _SCRIPT.sub(lambda found: f"<script{found['attributes']}></script>", page)
    in_styles = (hit for rules in _STYLE.findall(markup) for hit in _FETCHING_STYLE.findall(rules))
    return [*_FETCHING_TAG.findall(markup), *in_styles]


def _policy(script_hashes: Iterable[str]) -> str:
    sources = " ".join(f"'sha256-{digest}'" for digest in script_hashes)
    return (
        f"default-src 'none'; script-src {sources}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
