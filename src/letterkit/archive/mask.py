"""Masks telephone numbers and e-mail addresses, which the archive never hands out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from letterkit.archive.model import Block, Work

TELEPHONE = "[telephone masked]"
EMAIL = "[e-mail masked]"

_NAME = r"[\w.+'\u00ad\u200b-\u200f\u2060\ufeff-]+"  # with what is put between letters to mislead collectors
_EMAIL = re.compile(
    rf"""
    \[\s*e-?mail\s*protected\s*\]                                        # what a content network leaves
    | (?<![\w.+'-]) {_NAME} (?: \s?[@＠﹫]\s? | \s*[\[({{]\s*(?:at|@)\s*[\])}}]\s* )
      {_NAME} (?: \s*[\[({{]\s*(?:dot|\.)\s*[\])}}]\s* {_NAME} )* (?<=\w) # name (at) example [dot] org
    | (?<![\w.+'-]) {_NAME} \sat\s {_NAME} (?: \sdot\s {_NAME} )+ (?<=\w)  # name at example dot org
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEP = r"(?:[^\S\n]|[.\-‐‑‒–/])"
_TELEPHONE = re.compile(
    rf"""
    (?<![\w.,]) (?:
      (?: \+ | 00\s?(?=[1-9]) ) \s? \(?\d{{1,4}}\)? (?: {_SEP}? \(?\d{{1,5}}\)? ){{2,6}}  # +44 20 7946 0000
    | (?: 1{_SEP} )? \(\d{{3}}\) {_SEP}? \d{{3}} {_SEP} \d{{4}}                           # (202) 555-0100
    | (?: 1{_SEP} )? \d{{3}} {_SEP} \d{{3}} {_SEP} \d{{4}}                                # 202-555-0100
    | \(?0\d{{2,4}}\)? {_SEP} \d{{3,4}} (?: {_SEP}? \d{{2,4}} ){{1,2}}                    # 020 7946 0000
    | 0\d (?: {_SEP} \d\d ){{4}}                                                          # 01 70 18 00 00
    ) (?: \s* (?:ext\.?|extension|x) \s* \d{{1,6}} )? (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?<!\w)((?:tel(?:ephone)?|phone|mobile|cell|hotline|helpline|dial|whatsapp|signal|fax)(?:\s+(?:number|no))?"
    rf"\.?\s*[:#]?\s*)(\+?\(?\d(?:{_SEP}?[\d()]){{5,16}})",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """Put a mark in place of every telephone number and e-mail address."""
    text = _EMAIL.sub(EMAIL, text)
    text = _TELEPHONE.sub(TELEPHONE, text)
    return _ANNOUNCED.sub(rf"\g<1>{TELEPHONE}", text)


def is_masked(text: str) -> bool:
    """Tell whether a text holds a mark of this module."""
    return TELEPHONE in text or EMAIL in text


def masked(work: Work) -> Work:
    """Return the work with every text in it masked."""
    about = replace(work.about, **{key: _masked(value) for key, value in vars(work.about).items()})
    return replace(work, title=mask(work.title), blocks=tuple(map(_block, work.blocks)), about=about)


def _block(block: Block) -> Block:
    """Mask a block; a page begins where its first character has moved to."""
    pages = tuple((len(mask(block.text[:at])), page) for at, page in block.pages)
    return replace(block, text=mask(block.text), pages=pages)


def _masked(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(mask(each) for each in value)
    return mask(value) if isinstance(value, str) else value
