"""Recognises what stands around a text without being part of it: credits, captions, calls to click."""

from __future__ import annotations

import re

_AGENCIES = (
    r"AFP|AP|AP\ Photo|Agence\ France-Presse|Alamy|Anadolu(?:\ Agency)?|Associated\ Press|Bloomberg|DPA"
    r"|EPA(?:-EFE)?|Getty(?:\ Images)?|Hans\ Lucas|iStock|LightRocket|Magnum(?:\ Photos)?|Maxar|NurPhoto"
    r"|Pacific\ Press|Picture\ Alliance|Planet\ Labs|Redux|Reuters|REUTERS|RIA\ Novosti|SIPA|Sipa"
    r"|Shutterstock|SOPA\ Images|Sputnik|TASS|UPI|Xinhua|ZUMA(?:\ Press)?"
)
_CREDIT = re.compile(
    rf"""
    (?i:photo(?:graph)?s?|images?|pictures?|video|illustration|map|graphic) \s*
        (?i:by\b|credits?\b|courtesy\b|:|©) .* [^.!?”"]
    | .* © [^.!?]{{0,120}} \.?
    | .* \b(?i:base\s?map|map|imagery)\ data\s?[:©] [^.!?]{{0,120}}
    | .* \bvia\ Getty\ Images
    | \w[^.!?:;]{{0,80}} \s?/\s? (?:{_AGENCIES}) (?: \s?/\s? [^.!?:;]{{1,40}} )?
    """,
    re.VERBOSE,
)
_CALL_TO_CLICK = re.compile(
    r"to (?:download|read|see|view)\b.*\b(?:click\b.*|here[.:]?)|.*\bclick here\b.*"
    r"|(?:read|find out|learn) more\b.{0,60}|/*ends?/*",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:share|like|tweet|print|e-?mail|pin|save) (?:this|on|via|it)\b.{0,60}|like loading.*"
    r"|loading(?:\.\.\.|…)|related(?: (?:posts?|articles?|content|stories|reading|topics))?:?"
    r"|you (?:might|may) also (?:like|be interested in)\b.{0,20}|recommended(?: for you)?|read (?:next|also)"
    r"|(?:most (?:popular|read|viewed)|more (?:from|stories)|latest news)\b.{0,30}(?<![.!?])"
    r"|advertisements?|continue reading\b.{0,80}|follow us\b.{0,60}|leave a (?:comment|reply)"
    r"|(?:subscribe|sign up)\b.{0,40}\bnewsletters?\b.{0,40}"
    r"|(?:filed under|posted (?:in|on)|tagged(?: with)?|tags?|categor(?:y|ies)):?\s.{0,120}(?<![.!?])",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r".* (?:appeared first on|est apparu en premier sur|se publicó primero en|erschien zuerst auf"
    r"|apareceu primeiro em|è apparso per la prima volta su|впервые появилась на) (.+?)\.?"
)


def footer_names(text: str) -> str | None:
    """Return the site that WordPress's footer names ("… appeared first on …"), None for other text."""
    match = _FOOTER.fullmatch(text) if len(text) <= 600 else None
    return match[1] if match else None


def is_offer(text: str) -> bool:
    """Tell whether a paragraph is a button or a label of the page put into words, or WordPress's footer."""
    return (len(text) <= 160 and _OFFER.fullmatch(text) is not None) or footer_names(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a paragraph is a caption with its credit, or a credit alone."""
    *above, last = text.split("\n")
    return len(text) <= 400 and not any(map(_is_sentence, above)) and _CREDIT.fullmatch(last) is not None


def is_doubled(text: str) -> bool:
    """Tell whether a paragraph says the same in each of its lines: the two descriptions of a picture."""
    lines = text.split("\n")
    return len(lines) > 1 and len(set(lines)) == 1


def is_call_to_click(text: str) -> bool:
    """Tell whether a paragraph only sends the reader elsewhere ("To download a copy …, click here")."""
    return len(text) <= 160 and _CALL_TO_CLICK.fullmatch(text) is not None


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "!", "?"))
