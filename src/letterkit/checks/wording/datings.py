"""Dates, ages, terms and amounts that can be put in several ways, put in one."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.rewriting import Rewriting
from letterkit.library.edtf import MONTHS

_MONTH: Final = "|".join(MONTHS)
A_DAY: Final = rf"(?:{_MONTH}) \d{{1,2}}, \d{{4}}"
_PAPERS: Final = (
    "agreement|ceasefire|statement|report|letter|declaration|deal|accord|resolution|law|order|decree|"
    "war|attack|strike|election|meeting|briefing|article"
)
_PEOPLE: Final = "girl|boy|man|woman|child|survivor|grandmother|resident"
_JAIL: Final = "(?:prison|jail|custodial)"
_EVENT: Final = r"the [\w-]+(?: of the (?:[A-Z][\w-]+ )?[\w-]+)?"
_THE_EVENT: Final = rf"({_EVENT})(?! of\b)(?=[ ,.;])"


def _span(match: re.Match[str]) -> str:
    """Return a span of years of age; one that runs backward stays as it is."""
    low, high = [part for part in match.groups() if part]
    return f"between {low} and {high}" if int(low) < int(high) else match[0]


def _half(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}s and {'6 months' if match[2] == 'year' else '15 days'}"


def _term(match: re.Match[str]) -> str:
    return f"was sentenced to {match[1] or match[3]} {match[2] or match[4]}s in prison"


DATINGS: Final = (
    Rewriting(
        tuple(f" {day}-" for day in range(1, 32)),
        rf"\b([Oo])n ((?:{_MONTH}) \d{{1,2}})-(\d{{1,2}}), (\d{{4}})\b",
        lambda m: f"{'F' if m[1] == 'O' else 'f'}rom {m[2]} to {m[3]}, {m[4]}",
    ),
    # How old somebody is.
    Rewriting(
        tuple(f"{who} of " for who in _PEOPLE.split("|")),
        rf"\b([Aa]n? )((?:[\w-]+ ){{0,2}}?)({_PEOPLE}) of (\d{{1,3}})"
        r"(?=[,.;]| (?!(?!was |is |has )\w+s\b))",
        r"\1\4-year-old \2\3",
    ),
    Rewriting((", aged ",), r", aged (\d{1,3})(?=,)", r", \1"),
    # A part of a month.
    Rewriting(
        ("the end of", "the beginning of", "the start of", "the middle of"),
        rf"\bthe (end|beginning|start|middle) of (?=(?:{_MONTH})\b)",
        lambda m: {"end": "late ", "middle": "mid "}.get(m[1], "early "),
    ),
    # What comes by a date before a noun, and behind it.
    Rewriting(
        tuple(month.lower() for month in MONTHS),
        rf"\b([Tt]he|[Ii]ts|[Tt]heir) ({A_DAY}),? ((?:[a-z-]+ ){{0,2}}(?:{_PAPERS}))\b",
        r"\1 \3 of \2",
    ),
    # A paper is dated on a day, and of it.
    Rewriting(
        (" dated ", " issued on ", " published on "),
        rf"\b({_PAPERS}),? (?:dated|issued on|published on) ({A_DAY})",
        r"\1 of \2",
    ),
    # When a thing began, and its beginning.
    Rewriting(
        ("beginning of the ", "start of the ", "onset of the ", "outbreak of the "),
        rf"\b(since|before|after|until|from) the (?:beginning|start|onset|outbreak) of {_THE_EVENT}",
        r"\1 \2 began",
    ),
    Rewriting(
        ("the end of the ",), rf"\b(since|before|after|until|from) the end of {_THE_EVENT}", r"\1 \2 ended"
    ),
    Rewriting(
        (" started", " broke out", " erupted"),
        rf"\b(since|before|after|until) ({_EVENT}) (?:started|broke out|erupted)\b",
        r"\1 \2 began",
    ),
    Rewriting(("by then", "by that time"), r"\b(?:by then|by that time)\b", "then"),
    Rewriting(("by then", "by that time"), r"\bBy (?:then|that time)\b", "Then"),
    Rewriting(("the moment ",), r"\bthe moment (?=(?:he|she|it|they|the) )", "as soon as "),
    Rewriting(
        (" and a half",),
        r"\b(\d+|one) and a half (year|month)s\b",
        _half,
    ),
    Rewriting(
        ("between ", " aged "),
        r"\b(?:aged )?(?:between )?(\d+) (?:and|to) (\d+) years (?:old|of age)\b|"
        r"\b(?:aged (?:between )?|between the ages of )(\d+) (?:and|to) (\d+)\b",
        _span,
    ),
    # How long somebody is to sit.
    Rewriting(
        (" sentence", " term"),
        rf"\b(?:received|was given|was handed|got|is serving|was serving) an? "
        rf"(?:(\d+)-(year|month|day) {_JAIL} (?:sentence|term)|(?:{_JAIL} )?"
        rf"(?:sentence|term) of (\d+) (year|month|day)s?(?: in prison)?)",
        _term,
    ),
    Rewriting(
        (" or ",),
        r"\b(\d+) or (\d+) (?=[a-z]+s\b)",
        lambda m: f"between {m[1]} and {m[2]} " if int(m[2]) == int(m[1]) + 1 else m[0],
    ),
    Rewriting(
        (" to ",),
        r"(?<![\d%] )(?<!from )(?<!between )(?<![\d-])\b(\d+) to (\d+) (?=[a-z]+s\b)",
        lambda m: f"between {m[1]} and {m[2]} " if int(m[1]) < int(m[2]) else m[0],
    ),
)
