"""One letter as a draft to open in a mail program: RFC 5322, with the PDF attached.  Nothing is ever sent.

A draft has no From, no Date and no Message-ID: the mail program sets them when somebody sends it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from email import charset, policy
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from typing import Any

from letterkit.drafting.brief import Brief
from letterkit.drafting.offices import holder_on
from letterkit.findings import Finding
from letterkit.letter.model import Letter, Line, ListBlock, Paragraph, plain

ATTACHED = "The full letter, with the sources of every fact in it, is attached as a PDF."
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
_PLAIN_PHRASE = re.compile(r"[A-Za-z0-9 !#$%&'*+/^_`{|}~-]+")
_LONGEST_CHUNK = 45  # bytes, for an encoded word of at most 75 characters
_UTF8 = charset.Charset("utf-8")
_UTF8.body_encoding = charset.QP
_POLICY = policy.compat32.clone(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Whom a draft is for; without an address it has no To line."""

    name: str
    address: str


def names(brief: Brief) -> str:
    """Return the names of those whom a letter addresses, else the office."""
    recipient = brief.recipient
    offices = (recipient.office, *recipient.jointly) if recipient.jointly else (None,)
    holders = (holder_on(recipient, brief.date, office) for office in offices)
    return " and ".join(holder.name for holder in holders if holder) or recipient.office


def usable(address: str) -> bool:
    """Say whether an e-mail address can stand in a header as it is."""
    return bool(_ADDRESS.fullmatch(address)) and "=?" not in address and len(address) <= 254


def remarks(address: str) -> Iterator[Finding]:
    """Yield why a draft has no To line."""
    if not address:
        hint = "the list's column 'email' gives one; the draft is made without a To line"
        yield Finding("no-email", "info", "no e-mail address is given", hint=hint)
    elif not usable(address):
        hint = "write the address into the draft yourself, or spell its domain in Latin letters (xn--…)"
        yield Finding("email-unusable", "warning", "the e-mail address cannot stand in a header", hint=hint)


def write(letter: Letter, to: Mailbox, pdf: bytes, name: str) -> bytes:
    """Return the draft with the PDF attached under `name`; the same input gives the same bytes."""
    seed = hashlib.sha256(pdf).hexdigest()
    message: Any = MIMEMultipart("mixed", boundary=f"=_letterkit-{seed[:32]}")
    message["Subject"] = _encoded(letter.title)
    if to.address and usable(to.address):
        message["To"] = _mailbox(to)
    message["X-Unsent"] = "1"
    message["Content-Language"] = letter.language
    bodies = MIMEMultipart("alternative", boundary=f"=_letterkit-{seed[32:]}")
    bodies.attach(_text(_plain_body(letter), "plain"))
    bodies.attach(_text(_html_body(letter), "html"))
    message.attach(bodies)
    attached = MIMEApplication(pdf, "pdf", name=name)
    attached.add_header("Content-Disposition", "attachment", filename=name)
    message.attach(attached)
    return bytes(message.as_bytes(policy=_POLICY))


def _text(text: str, kind: str) -> MIMEText:
    # The charset is one of email's own objects, of which the types know only the name.
    return MIMEText(text, kind, _UTF8)  # type: ignore[arg-type]


def _encoded(text: str) -> Header:
    """Return a header value that every reader decodes to this text: plain where it is plain, else encoded."""
    clean = one_line(text)
    plain_enough = clean.isascii() and "=?" not in clean
    return Header(clean if plain_enough else _words(clean), "us-ascii", 75, header_name="Subject")


def _mailbox(to: Mailbox) -> Header:
    name = one_line(to.name)
    shown = name if _PLAIN_PHRASE.fullmatch(name) or not name else _words(name)
    return Header(f"{shown} <{to.address}>".strip(), "us-ascii", 75, header_name="To")


def _words(text: str) -> str:
    """Return a text as encoded words (RFC 2047); a space between two of ours stands inside the first."""
    chunks = [b""]
    for piece in re.findall(r"\S+ ?", text):
        whole = len(piece.encode()) <= _LONGEST_CHUNK
        for part in (piece,) if whole else piece:
            octets = part.encode()
            if len(chunks[-1]) + len(octets) > _LONGEST_CHUNK:
                chunks.append(b"")
            chunks[-1] += octets
    return " ".join(f"=?utf-8?b?{b64encode(chunk).decode()}?=" for chunk in chunks)


def one_line(text: str) -> str:
    """Return a text without control characters, marks of direction and line breaks."""
    shown = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in ("Cf", "Cs")).split())


@dataclass(frozen=True, slots=True)
class _Parts:
    """What of a letter stands in the message itself."""

    salutation: str
    opening: str
    lead: str
    asks: tuple[str, ...]
    close: str
    signatures: tuple[tuple[str, ...], ...]


def _parts(letter: Letter) -> _Parts:
    """Return the first paragraph, and the last list with the paragraph that leads in to it."""
    paragraphs = [block for block in letter.body if isinstance(block, Paragraph)]
    places = [place for place, block in enumerate(letter.body) if isinstance(block, ListBlock)]
    last = places[-1] if places else 0
    before, block = (*letter.body[last - 1 : last], None)[0], letter.body[last] if places else None
    lead = _line(before.content) if isinstance(before, Paragraph) else ""
    asks = tuple(map(_line, block.items)) if isinstance(block, ListBlock) else ()
    signatures = tuple(tuple(_line(row) for row in lines) for lines in letter.signatures)
    opening = _line(paragraphs[0].content) if paragraphs else ""
    close = plain(letter.close)
    return _Parts(plain(letter.salutation), opening, lead if lead != opening else "", asks, close, signatures)


def _line(content: Line) -> str:
    return " ".join(plain(content).split())


def _plain_body(letter: Letter) -> str:
    parts = _parts(letter)
    asks = "\n\n".join(f"- {ask}" for ask in parts.asks)
    signatures = ("\n".join(rows) for rows in parts.signatures)
    blocks = (parts.salutation, parts.opening, parts.lead, asks, ATTACHED, parts.close, *signatures)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _html_body(letter: Letter) -> str:
    parts = _parts(letter)
    items = "".join(f"<li>{escape(ask)}</li>\n" for ask in parts.asks)
    asks = f"<ul>\n{items}</ul>\n" if items else ""
    above = "".join(_paragraph((text,)) for text in (parts.salutation, parts.opening, parts.lead))
    below = "".join(map(_paragraph, ((ATTACHED,), (parts.close,), *parts.signatures)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(letter.language)}">\n<head><meta charset="utf-8">'
        f"<title>{escape(letter.title)}</title></head>\n<body>\n{above}{asks}{below}</body>\n</html>\n"
    )


def _paragraph(rows: tuple[str, ...]) -> str:
    shown = "<br>\n".join(escape(row) for row in rows if row)
    return f"<p>{shown}</p>\n" if shown else ""
