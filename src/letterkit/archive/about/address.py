"""Addresses of works: without what tracks the reader, and in a form in which two can be compared."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_.+|fb_?clid|fb_(?:action|source|ref).*|gclid|gclsrc|dclid|wbraid|gbraid|gad_source|msclkid|yclid|twclid|ttclid"
    r"|li_fat_id|igshid|igsh|mc_[ce]id|mkt_tok|_ga|_gl|_hs(?:enc|mi)|hs(?:CtaTracking|a_.+)|__hs.+|oly_(?:anon|enc)_id"
    r"|vero_.+|wt_mc|at_(?:medium|campaign|custom\d|link.*|ptr.*|bbc.*)|ns_(?:campaign|mchannel|source|linkname|fee)"
    r"|cmpid|smid|s_cid|ref_src|ref_url|trk|trkcampaign|spm|share(?:d|_?source)?|xtor|__twitter_impression",
    re.IGNORECASE,
)
_ESCAPED = "%/:=&?~#+!$,;'@()*[]"


def clean(address: str | None) -> str | None:
    """Return a web address without tracking parameters and credentials; None for what is no web address."""
    parts = _split(address)
    if parts is None:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    wanted = [(name, value) for name, value in pairs if not _TRACKING.fullmatch(name) and "@" not in value]
    query = parts.query if len(wanted) == len(pairs) else urlencode(wanted)
    fragment = "" if parts.fragment.startswith((":~:", "utm_", "xtor")) else parts.fragment
    return urlunsplit((parts.scheme, _host(parts), quote(parts.path, _ESCAPED), query, fragment))


def key(address: str | None) -> str | None:
    """Return what two addresses of one work have in common: no scheme, `www.`, final slash or fragment."""
    cleaned = clean(address)
    if cleaned is None:
        return None
    parts = urlsplit(cleaned)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    path = re.sub(r"/(?:index\.(?:html?|php))?$", "", parts.path)
    return parts.netloc.removeprefix("www.") + path + (f"?{query}" if query else "")


def absolute(address: str | None, base: str | None) -> str | None:
    """Return an address as it stands in a document at `base`; a web address or None."""
    if not address or not address.strip():
        return None
    try:
        joined = urljoin(base, address.strip()) if base else address.strip()
    except ValueError:
        return None
    return joined if _split(joined) else None


def _split(address: str | None) -> SplitResult | None:
    try:
        parts = urlsplit((address or "").strip())
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        return None
    is_web = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname) and port_is_number
    spaced = re.search(r"[\s<>\"]", address.strip()) if address else None
    return parts._replace(scheme=parts.scheme.lower()) if is_web and not spaced else None


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme]
    return host if parts.port in {None, default} else f"{host}:{parts.port}"
