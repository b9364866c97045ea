"""What the tags and classes of HTML say about the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from letterkit.archive.model import Kind

# fmt: off
UNSEEN = frozenset([
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
    "audio", "video", "map", "select", "option", "datalist", "button", "input", "textarea", "head",
    "title", "meta", "link", "del", "s", "strike", "rp", "rt", "dialog", "progress", "meter",
])
INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "samp", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "rb", "picture", "source",
])
# fmt: on
BOLD = frozenset(["b", "strong"])
_KIND_OF_TAG: Mapping[str, Kind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dd"), Kind.BULLET),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("nav", "footer", "menu"), Kind.BOILERPLATE),
}
_PULLED = r"pull-?quotes?|quote-?pull|pulled-?quote|tweetable|click-?to-?tweet"
_CAPTION = r"(?:image-?|img-?|photo-?|media-?|figure-?)?captions?|(?:image|photo|picture)-?credits?|gallery"
_AROUND = (
    r"share|sharing|share?dadd?y|addtoany|addthis|socials?|jp-relatedposts|related(?:-?\w+)?|recommended"
    r"|newsletter|subscribe|subscription|sign-?up|donate|cookies?|consent|gdpr|breadcrumbs?|comments?|respond"
    r"|nav|navigation|navbar|menu|pagination|pager|sidebar|widget|toolbar|skip-?link"
    r"|promos?|adverts?|advertisement|ads|sponsored|most-?(?:read|popular)|read-?more"
    r"|tags|tag-?list|post-?tags|author-?bio|about-?author|byline|entry-?meta|post-?meta"
)
# Beside the text of an article, but not of a whole page: `aside` may hold its figures, `header` its headline.
_CLASSES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:^|[\s_-])(?:{words})(?:$|[\s_-])", re.IGNORECASE))
    for kind, words in (
        (Kind.PULL_QUOTE, _PULLED),
        (Kind.CAPTION, _CAPTION),
        (Kind.BOILERPLATE, _AROUND),
        (Kind.NOTE, r"footnotes?|endnotes?|wp-block-footnotes"),
    )
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPOKEN_ONLY = re.compile(r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|assistive-text)(?:\s|$)")


def is_unseen(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether a reader of the page does not see what is in an element."""
    if tag in UNSEEN or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if _HIDING.search(attributes.get("style") or ""):
        return True
    return _SPOKEN_ONLY.search(attributes.get("class") or "") is not None


def kind_by_tag(tag: str, attributes: Mapping[str, str | None]) -> Kind | None:
    """Return the kind that an element itself gives to its text, None where it gives none."""
    role = attributes.get("role") or ""
    if role in {"navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert"}:
        return Kind.BOILERPLATE
    if role in {"doc-endnotes", "doc-footnote"}:
        return Kind.NOTE
    return _KIND_OF_TAG.get(tag)


def kind_by_class(attributes: Mapping[str, str | None]) -> Kind | None:
    """Return the kind that the names of an element suggest; that of a page's wrapper may mislead."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if not names.strip():
        return None
    return next((kind for kind, pattern in _CLASSES if pattern.search(names)), None)


def is_note_call(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element, met inside raised text, is the call of a note."""
    if tag != "a":
        return False
    target = attributes.get("href") or ""
    return target.startswith("#") or "footnote" in target or "_ftn" in target
