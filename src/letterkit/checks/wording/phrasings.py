"""Sentences turned around and shortened, put one way: who is seen doing what, what is among what, split lists."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.rewriting import Rewriting, rewritten

_MONTH: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE: Final = rf"(?:{_MONTH}) \d{{1,2}}, \d{{4}}"
_PAPERS: Final = (
    "agreement|ceasefire|statement|report|letter|declaration|deal|accord|resolution|law|order|decree|"
    "war|attack|strike|election|meeting|briefing|article"
)
_JAIL: Final = "(?:prison|jail|custodial)"
_LAW: Final = r"(?:the )?(?:[\w-]+ ){0,4}?(?:law|convention|treaty|charter|covenant)"
_MODAL: Final = "must|should|can|will|did|do|does"


def _each(match: re.Match[str]) -> str:
    several = {"party": "parties", "country": "countries"}.get(match[2].lower(), f"{match[2]}s")
    return f"{'B' if match[1] == 'E' else 'b'}oth {several}{match[3]} themselves"


def _shown(match: re.Match[str]) -> str:
    seen = match[1]
    return f"{seen[:1].upper()}{seen[1:]} show {match[2]} {match[3]}"


def _included(match: re.Match[str]) -> str:
    group, listed, rest = match[2], match[1], match[3] or ""
    return f"{group[:1].upper()}{group[1:]} include {listed}{rest}."


def _ages(match: re.Match[str]) -> str:
    low, high = match[1] or match[3], match[2] or match[4]
    return f"between {low} and {high}" if int(low) < int(high) else match[0]


def _bound(match: re.Match[str]) -> str:
    return f"Under {match[1][:1].lower()}{match[1][1:]}, {match[2]} must {match[3]}"


_PHRASINGS: Final = (
    Rewriting((" based on",), r"\b(?:is|are|was|were) based on\b", "rests on"),
    # A part of a month.
    Rewriting(
        ("the end of", "the beginning of", "the start of", "the middle of"),
        rf"\bthe (end|beginning|start|middle) of (?=(?:{_MONTH})\b)",
        lambda m: {"end": "late ", "middle": "mid "}.get(m[1], "early "),
    ),
    # `cut the wire off`, `cut off the wire`.
    Rewriting(
        (" off ", " off."),
        r"\b(cut|cuts|cutting|shut|shutting|switch\w*|turn\w*) ((?:the|an?|his|her|its|their) \w+) off\b",
        r"\1 off \2 of",
    ),
    # What comes by a date before a noun, and behind it.
    Rewriting(
        tuple(_MONTH.lower().split("|")),
        rf"\b([Tt]he|[Ii]ts|[Tt]heir) ({_DATE}),? ((?:[a-z-]+ ){{0,2}}(?:{_PAPERS}))\b",
        r"\1 \3 of \2",
    ),
    # A paper is dated on a day, and of it.
    Rewriting(
        (" dated ", " issued on ", " published on "),
        rf"\b({_PAPERS}),? (?:dated|issued on|published on) ({_DATE})",
        r"\1 of \2",
    ),
    # When a thing began, and its beginning.
    Rewriting(
        (" of the ",),
        r"\b(since|before|after|until|from) the (?:beginning|start|onset|outbreak) of (the [\w-]+)(?=[ ,.;])",
        r"\1 \2 began",
    ),
    Rewriting(
        (" of the ",), r"\b(since|before|after|until|from) the end of (the [\w-]+)(?=[ ,.;])", r"\1 \2 ended"
    ),
    Rewriting(
        (" started", " broke out", " erupted"),
        r"\b(since|before|after|until) (the [\w-]+) (?:started|broke out|erupted)\b",
        r"\1 \2 began",
    ),
    Rewriting(("by then", "by that time"), r"\b(?:by then|by that time)\b", "then"),
    Rewriting(("by then", "by that time"), r"\bBy (?:then|that time)\b", "Then"),
    Rewriting(("the moment ",), r"\bthe moment (?=(?:he|she|it|they|the) )", "as soon as "),
    Rewriting(
        (" and a half",), r"\b(\d+|one) and a half (year|month)s\b", lambda m: f"{m[1]} {m[2]}s and {_half(m[2])}"
    ),
    # Each has done to the other what both have done to themselves.
    Rewriting(
        ("each ",),
        r"\b([Ee])ach (side|party|country|government)\b([^.;]*?) the other\b(?! (?:side|part|hand))",
        _each,
    ),
    Rewriting(("one another", "each other"), r"\b(?:one another|each other)\b", "themselves"),
    # Who is seen doing what.
    Rewriting(
        (" seen ", " shown ", " filmed "),
        r"^In ((?:[a-z]+ )*(?:of the )?(?:\d+ )?(?:videos|photographs|films|images|clips)(?: [^,]+)?), "
        r"([^,]+?) (?:are|is|can be) (?:seen|shown|filmed) ((?:\w+ly )?\w+ing\b)",
        _shown,
    ),
    # What is among what, and what includes it.
    Rewriting(
        (" among the ",),
        r"^(.+?) (?:are|were|is|was) among (the [a-z]+(?: of [\w -]+)?)((?:,? (?:besides|in addition to|alongside) [^.]+)?)\.$",
        _included,
    ),
    # Of some, so many; so many of them.
    Rewriting((" of them",), r"\. ((?:[Aa]t least |[Oo]nly )?\d+) of them (?:are|were) (?=[a-z])", r", including \1 "),
    Rewriting((" of them",), r", ((?:at least |only |about )?\d+) of them (?=[a-z]+,)", r", including \1 "),
    Rewriting(
        ("of the ",),
        r"^Of ((?:the|these|those) [^,]+), (one) (?=\w)",
        lambda m: f"{m[2].capitalize()} of {m[1]} ",
    ),
    Rewriting(
        ("between ", " aged "),
        r"\b(?:aged )?(?:between )?(\d+) (?:and|to) (\d+) years (?:old|of age)\b|\baged (?:between )?(\d+) (?:and|to) (\d+)\b",
        _ages,
    ),
    Rewriting((" one of them ",), r", one of them an? (?=\w)", ", including a "),
    Rewriting(("not one ", "not a single "), r"\b[Nn]ot (?:one|a single) (?=[a-z])", "no "),
    # How long somebody is to sit.
    Rewriting(
        (" sentence", " term"),
        rf"\b(?:received|was given|was handed|got|is serving|was serving) an? (?:(\d+)-(year|month|day) {_JAIL} "
        rf"(?:sentence|term)|(?:{_JAIL} )?(?:sentence|term) of (\d+) (year|month|day)s?(?: in prison)?)",
        lambda m: f"was sentenced to {m[1] or m[3]} {m[2] or m[4]}s in prison",
    ),
    # An act that is only carried out.
    Rewriting(
        ("conduct", "perform", "undert"),
        r"\b(?:conduct(?:ed|ing|s)?|perform(?:ed|ing|s)?|undert(?:ook|akes?|aken|aking)) "
        r"(?=(?:an? |the |its |their )?(?:[\w-]+,? ){0,4}?(?:interview|investigation|inspection|strike|attack|raid|"
        r"analys|examination|search|assessment|inquir|review)\w*\b)",
        "",
    ),
    # What is neither this nor that is not this and not that.
    Rewriting(("neither ",), r"\bneither (?=[^.;]*?\bnor\b)", "no "),
    Rewriting((" nor ",), r"\bnor\b", "and no"),
    Rewriting(
        ("not permitted", "not allowed"),
        r"\b(is|are|was|were|be) ((?:therefore |thus )?)not (?:permitted|allowed)\b(?! to)",
        r"\1 \2prohibited",
    ),
    Rewriting(
        (" obliges ", " requires "), rf"^({_LAW}) (?:obliges|requires|compels) ([^.;,]+?) to (?=\w)(\w+)", _bound
    ),
    # A verb left out the second time: `as must any officers`.
    Rewriting((" as ",), rf",? as (?:{_MODAL}) (?=(?:the|any|all|his|her|its|their|those) |[A-Z])", ", and "),
    # How it was done.
    Rewriting(
        ("using ",), r"^(?:By )?[Uu]sing ([^,;]*?(?:techniques|methods|means|tools|analysis|software)), ", r"With \1, "
    ),
    Rewriting(
        (" by ", " using "),
        r"\b(?:by|using|by means of|by using) (?=(?:[a-z-]+ ){0,3}(?:techniques|methods|means|tools|software)\b)",
        "with ",
    ),
    Rewriting(("went missing", "gone missing"), r"\b(?:went|gone) missing\b", "disappeared"),
    Rewriting(
        ("priority over",),
        r"\bgiv(ing|e|es|en) ((?:\"[^\"]+\"|[\w'-]+)(?: [\w'-]+){0,5}) priority over\b",
        lambda m: f"prioritiz{ {'ing': 'ing', 'e': 'e', 'es': 'es', 'en': 'ed'}[m[1]] } {m[2]} over",
    ),
    Rewriting((" reports that",), r"\b(it|he|she|International|report|organization) reports that\b", r"\1 says that"),
    Rewriting(("unable to",), r"(?<=, )unable to\b", "and were not able to"),
    # One list, or a thing and another beside it.
    Rewriting(
        ("as well as", "along with", "together with"), r"\b(?:as well as|along with|together with)\b", "and also"
    ),
)


def _half(measure: str) -> str:
    return "6 months" if measure == "year" else "15 days"


def turned(text: str) -> str:
    """Return a text with such sentences put one way."""
    return rewritten(text, _PHRASINGS)
