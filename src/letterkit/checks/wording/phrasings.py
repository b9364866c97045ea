"""Sentences turned around or shortened, put one way: who is seen doing what, what is among what."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.datings import A_DAY, DATINGS
from letterkit.checks.wording.rewriting import Rewriting, rewritten

_LAW: Final = r"(?:the )?(?:[\w-]+ ){0,4}?(?:law|convention|treaty|charter|covenant)"
_NAME: Final = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4}"
_ATTACKS: Final = r"strikes?|attacks?|raids?|airstrikes?|bombardments?"
_TROOPS: Final = r"(?:forces|soldiers|troops|police|military|side)"
_MODAL: Final = "must|should|can|will|did|do|does"


def _each(match: re.Match[str]) -> str:
    several = {"party": "parties", "country": "countries"}.get(match[2].lower(), f"{match[2]}s")
    return f"{'B' if match[1] == 'E' else 'b'}oth {several}{match[3]} each-other"


def _shown(match: re.Match[str]) -> str:
    seen = match[1]
    return f"{seen[:1].upper()}{seen[1:]} show {match[2]} {match[3]}"


def _included(match: re.Match[str]) -> str:
    group, listed, rest = match[2], match[1], match[3] or ""
    return f"{group[:1].upper()}{group[1:]} include {listed}{rest}."


def _bound(match: re.Match[str]) -> str:
    return f"Under {match[1][:1].lower()}{match[1][1:]}, {match[2]} must {match[3]}"


_PHRASINGS: Final = (
    # The two sides are both sides.
    Rewriting(
        ("the two ", "the 2 "),
        r"\b([Tt])he (?:two|2) (?=(?:sides|parties|countries|governments|states|armies)\b)",
        lambda m: "Both " if m[1] == "T" else "both ",
    ),
    # What somebody stated in a statement.
    Rewriting(
        ("according to a statement", "according to the statement"),
        rf"^According to (?:a|the) statement (?:that )?({_NAME}) (?:made|issued|gave|released) on ({A_DAY}), "
        r"(\w)",
        lambda m: f"{m[1]} stated on {m[2]}, that {m[3].lower()}",
    ),
    # What would have been, had it not.
    Rewriting(
        (" had ",),
        r"(?<=[a-z]) had (many|some|more|the|they|he|she|it|these|those)((?: [\w-]+){0,3}?) (not )?"
        r"(?=\w+(?:ed|en|ne)\b)(?=[^.]*)",
        lambda m: f" if {m[1]}{m[2] or ''} had {m[3] or ''}" if "would" in m.string[: m.start()] else m[0],
    ),
    # Strikes that somebody carried out are strikes by somebody.
    Rewriting(
        ("carried out", "launched", "conducted"),
        rf"\b({_ATTACKS}) (?:that|which) ((?:the )?[A-Z]\w+ (?:\w+ )?{_TROOPS}) (?:had )?"
        r"(?:carried out|conducted|launched)\b",
        r"\1 by \2",
    ),
    Rewriting(
        ("carried out", "launched", "conducted"),
        rf"((?:^|, ))([A-Z]\w+ (?:\w+ )?{_TROOPS}) (?:carried out|conducted|launched) "
        rf"(an? (?:[\w-]+ ){{0,3}}?(?:{_ATTACKS})) ([^.]*?)\. (?:It|They|The (?:{_ATTACKS})) (?=\w+ed\b)",
        lambda m: f"{m[1]}{m[3] if m[1] else m[3].capitalize()} by {m[2]} {m[4]} ",
    ),
    # Who holds an office of a country.
    Rewriting(
        ("'s president", "'s prime minister"),
        r"\b([A-Z][\w-]+)'s (president|prime minister), ((?:[A-Z][\w'-]+ ?){2,4}),",
        lambda m: f"{m[2].title()} {m[3]} of {m[1]}",
    ),
    Rewriting((" based on",), r"\b(?:is|are|was|were) based on\b", "rests on"),
    # `cut the wire off`, `cut off the wire`.
    Rewriting(
        (" off ", " off."),
        r"\b(cut|cuts|cutting|shut|shutting|switch\w*|turn\w*) ((?:the|an?|his|her|its|their) \w+) off\b",
        r"\1 off \2 of",
    ),
    # Each has done to the other what both have done to themselves.
    Rewriting(
        ("each ",),
        r"\b([Ee])ach (side|party|country|government)\b([^.;]*?) the other\b(?! (?:side|part|hand))",
        _each,
    ),
    Rewriting(("one another", "each other"), r"\b(?:one another|each other)\b", "each-other"),
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
        r"^(.+?) (?:are|were|is|was) among (the [a-z]+(?: of [\w -]+)?)"
        r"((?:,? (?:besides|in addition to|alongside) [^.]+)?)\.$",
        _included,
    ),
    # Of some, so many; so many of them.
    Rewriting(
        (" of them",),
        r"\. ((?:[Aa]t least |[Oo]nly )?\d+) of them (?:are|were) (?=[a-z])",
        r", including \1 ",
    ),
    Rewriting((" of them",), r", ((?:at least |only |about )?\d+) of them (?=[a-z]+,)", r", including \1 "),
    Rewriting(
        ("of the ",),
        r"^Of ((?:the|these|those) [^,]+), (one) (?=\w)",
        lambda m: f"{m[2].capitalize()} of {m[1]} ",
    ),
    Rewriting((" one of them ",), r", one of them an? (?=\w)", ", including a "),
    Rewriting(("not one ", "not a single "), r"\b[Nn]ot (?:one|a single) (?=[a-z])", "no "),
    # An act that is only carried out.
    Rewriting(
        ("conduct", "perform", "undert"),
        r"\b(?:conduct(?:ed|ing|s)?|perform(?:ed|ing|s)?|undert(?:ook|akes?|aken|aking)) "
        r"(?=(?:an? |the |its |their )?(?:[\w-]+,? ){0,4}?(?:interview|investigation|inspection|strike|"
        r"attack|raid|analys|examination|search|assessment|inquir|review)\w*\b)",
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
        (" obliges ", " requires "),
        rf"^({_LAW}) (?:obliges|requires|compels) ([^.;,]+?) to (?=\w)(\w+)",
        _bound,
    ),
    # A verb left out the second time: `as must any officers`.
    Rewriting((" as ",), rf",? as (?:{_MODAL}) (?=(?:the|any|all|his|her|its|their|those) |[A-Z])", ", and "),
    # How it was done.
    Rewriting(
        ("using ",),
        r"^(?:By )?[Uu]sing ([^,;]*?(?:techniques|methods|means|tools|analysis|software)), ",
        r"With \1, ",
    ),
    Rewriting(
        (" by ", " using "),
        r"\b(?:by|using|by means of|by using) "
        r"(?=(?:[a-z-]+ ){0,3}(?:techniques|methods|means|tools|software)\b)",
        "with ",
    ),
    Rewriting(("went missing", "gone missing"), r"\b(?:went|gone) missing\b", "disappeared"),
    Rewriting(
        ("priority over",),
        r"\bgiv(ing|e|es|en) ((?:\"[^\"]+\"|[\w'-]+)(?: [\w'-]+){0,5}) priority over\b",
        lambda m: f"prioritiz{ {'ing': 'ing', 'e': 'e', 'es': 'es', 'en': 'ed'}[m[1]] } {m[2]} over",
    ),
    Rewriting(
        (" reports that",), r"\b(it|he|she|International|report|organization) reports that\b", r"\1 says that"
    ),
    Rewriting(("unable to",), r"(?<=, )unable to\b", "and were not able to"),
    # One list, or a thing and another beside it.
    Rewriting(
        ("as well as", "along with", "together with"),
        r"\b(?:as well as|along with|together with)\b",
        "and also",
    ),
)


def turned(text: str) -> str:
    """Return a text with such sentences put one way."""
    return rewritten(text, (*DATINGS, *_PHRASINGS))
