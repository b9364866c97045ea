"""Ways of putting one thing that no table of words can hold: the text with the plainest of them."""

from __future__ import annotations

import re
from typing import Final

from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.rewriting import Rewriting, rewritten

_NAME: Final = r"((?:the )?[A-Z][\w'-]*(?: (?:of |for |and |the )*[A-Z][\w'-]*){0,8})"
_CHANGES: Final = (
    r"\b(?:r[io]se|risen|f[ae]ll|fallen|gr[eo]w|grown|went|drop\w*|"
    r"(?:increas|decreas|chang|revis|reduc)\w+)\b"
)


def _span(match: re.Match[str]) -> str:
    return match[0] if match[1] else f"between {match[2]} and "


def _said_in_front(match: re.Match[str]) -> str:
    first, _, rest = match[1].partition(" ")
    first = first.lower() if first.lower() in functions.SMALL else first
    return f"On {match[3]}, {match[2]}, said that {first} {rest}."


def _resident(match: re.Match[str]) -> str:
    return f"{match[1]} resident of " if match[1].startswith("a") else f"{match[1][:-1]} residents of "


_A_DATE: Final = r"[A-Z][a-z]+ \d{1,2}, \d{4}"

_IDIOMS: Final = (
    # Who said it, behind what was said: the same in front.
    Rewriting((", said ",), rf'^([^";:]+), said ([A-Z][^".;:]+?), on ({_A_DATE})\.$', _said_in_front),
    # Of some, so many; for every so many.
    Rewriting(("of ",), r"^Of ((?:the|these|those) [^,]+), ((?:at least |only )?\d+) (?=\w)", r"\2 of \1 "),
    Rewriting(("for every", "for each"), r"\bfor (?:every|each) (?=\d)", "per "),
    Rewriting(("out of ",), r"\b(\d+|[Oo]ne) out of (?:every )?(?=\d)", r"\1 in "),
    Rewriting((", since ",), r", since (?=(?:it|they|he|she|nobody|this|there) )", ", because "),
    Rewriting(("where ",), r"\b(areas|towns|places) where (\w+) (?:live|reside)d?\b", r"\1 populated by \2"),
    Rewriting(("initial ",), r"\binitial (?=conflict|war|fighting|escalation|phase|round)", "first "),
    Rewriting(("any",), r"\bany(?:one|body| person) (\w+ed)(?=[,.;])", r"any \1 person"),
    # What the law forbids is forbidden under the law.
    Rewriting(
        ("under ",),
        r"^Under ((?:[\w-]+ ){1,4}law), ([^;:]+?) (?:is|are) ((?:\w+ly )?(?:prohibited|banned|forbidden))\b",
        r"\2 are \3 by \1",
    ),
    # Who lives where; a body is dead; what came in a year.
    Rewriting(("who ",), r"\b(an? [A-Z]\w+|[A-Z]\w+s) who (?:live|reside)[ds]? in (?=[A-Z])", _resident),
    Rewriting(("dead bod",), r"\bdead (?=bod(?:y|ies)\b)", ""),
    Rewriting(("came in ",), r"\bcame (?=in \d{4}\b)", "occurred "),
    Rewriting(
        (" between ",),
        r"\b(fighting|clashes|hostilities) (began|erupted|broke out|started|resumed) "
        r"(between [^.;]+?, on the other,|between (?:[\w-]+ ){1,4}and (?:[\w-]+ ){0,3}[\w-]+?) "
        r"(?=in |on |over )",
        r"\1 \3 \2 ",
    ),
    # Acts that are carried out by somebody.
    Rewriting(
        ("carr", "conducted"),
        r"^((?:On [A-Z]\w+ \d{1,2}, \d{4}, )?)([A-Z]\w+ (?:\w+ )?(?:forces|soldiers|troops|police|military)) "
        r"(?:carried out|conducted) ((?:an? |\d+ )(?:series of )?(?:[\w-]+ ){0,2}?\w+) ([^,;]+?)"
        r"(?<! in)(?<! of)(?<! on)(?<! by),? "
        r"(?:that|which) ",
        r"\1\3 by \2 \4 ",
    ),
    Rewriting(
        ("carrying out", "conducting"),
        r"\b(show|shows|showed|depict|depicts) ((?:\w+ ){1,6})(?:carrying out|conducting) "
        r"((?:\w+ ){0,2}\w+)(?=[.,;])",
        lambda match: f"{match[1]} {match[3]} by {match[2].strip()}",
    ),
    Rewriting(
        ("backing of", "support of"),
        r"\b(to|have|has|had) (?:have )?the (?:backing|support) of\b",
        lambda match: "to be backed by" if match[1] == "to" else f"{match[1]} been backed by",
    ),
    Rewriting(("imprisonment",), r"\b(year|month)(s?)'? (?:of )?imprisonment\b", r"\1\2 in prison"),
    # Who holds a view.
    Rewriting(("as ",), rf"\b[Aa]s {_NAME} (?:sees|puts|has put) it\b", r"in \1's view"),
    Rewriting(
        ("in the ",), rf"\b[Ii]n the (?:view|opinion|assessment|judgment|eyes) of {_NAME}", r"in \1's view"
    ),
    Rewriting(
        (" that",), rf"\b{_NAME} (?:takes the view|is of the opinion|takes it) that\b", r"\1 holds that"
    ),
    Rewriting((" the ",), rf"\b(?:[Bb]y|[Ii]n) the (?:account|words) of {_NAME}", r"according to \1"),
    # Somebody left dead, a conflict brought to an end, a thing made public.
    Rewriting(
        ("leav",), r"\bleaving (?=(?:[\w,-]+ ){1,8}(?:dead|lifeless|injured|wounded|hurt)\b)", "and left "
    ),
    Rewriting(
        ("depriv",),
        r"\bdepriv(?:ed|es|ing) ((?:[\w,'-]+ ){1,12}?)of (?=access|food|water|medic|care|their|essential)",
        r"left \1without ",
    ),
    Rewriting(
        ("left ",),
        r"\bleft ((?:[\w,-]+ ){1,8}?)(?:dead|lifeless) and ((?:[\w,-]+ ){1,6}?)(?:injured|wounded)\b",
        lambda match: f"killed {match[1]}and injured {match[2].strip()}",
    ),
    Rewriting(("left ",), r"\bleft ((?:[\w,-]+ ){1,8}?)(?:dead|lifeless)\b", r"killed \1"),
    Rewriting(("left ",), r"\bleft ((?:[\w,-]+ ){1,8}?)(?:injured|wounded|hurt)\b", r"injured \1"),
    Rewriting((" the li",), r"\b(?:claimed|took) the li(?:ves|fe) of\b", "killed"),
    Rewriting(("to an end",), r"\b(?:brought|put) ((?:(?!to )[\w,'-]+ ){1,8}?)to an end\b", r"ended \1"),
    Rewriting(("put an end to",), r"\bput an end to\b", "ended"),
    Rewriting(("to an end",), r"\bbring(?:s|ing)? ((?:(?!to )[\w,'-]+ ){1,8}?)to an end\b", r"end \1"),
    Rewriting(("public",), r"\bmade ((?:(?!public)[\w,'-]+ ){0,6}?)public\b", r"published \1"),
    Rewriting(
        ("becom",),
        r"\bbecom(?:e|ing) (?:a )?(?:part(?:y|ies)|states? part(?:y|ies)|members?) (?:to|of)\b",
        "join",
    ),
    # A state can be no other party to a treaty.
    Rewriting(("state",), r"\bstates? (part(?:y|ies))\b", r"\1"),
    Rewriting(("joined the ",), r"\b(?:had|has|have) (not (?:yet )?)joined (?=the )", r"was \1a party to "),
    Rewriting(("put",), r"\bput(?:s|ting)? ((?:[\w'-]+ ){0,5}?)(?:in danger|at risk)\b", r"endangered \1"),
    # Who is among whom, and how old.
    Rewriting(("among them",), r", ([^,]+?) among them(?=[,.;])", r", including \1"),
    Rewriting(("among them",), r",? among them (?=\w)", ", including "),
    Rewriting((", ",), r"(?<=[a-z]), (\d{1,3}),(?= )", r", \1-year-old,"),
    Rewriting(
        ("-year-old",), r"\b([A-Z][\w'-]+(?: [A-Z][\w'-]*\.?){0,3}), (\d{1,3})-year-old,", r"\2-year-old \1,"
    ),
    Rewriting(("aged ",), r",? aged (?=between \d+ and \d+\b|\d+ to \d+\b)", " "),
    Rewriting((" years old",), r"\b(between \d+ and \d+|\d+ to \d+) years old\b", r"\1"),
    # Acts told by a noun.
    Rewriting(("mak", "made"), r"\b(?:made|making|make|makes) use of\b", "used"),
    Rewriting(("in use",), r"\b(?:be|been|being|is|are|was|were) in use\b", "been used"),
    Rewriting(("subjected to",), r"\b(?:was|were|are|is) subjected to\b", "suffered"),
    Rewriting(("went on",), r"\bwent on\b(?! to)", "continued"),
    Rewriting(("kept ",), r"\bkept (?=\w+ing\b)", "continued "),
    Rewriting(("leading up to",), r"\bleading up to\b", "before"),
    Rewriting(("damage to",), r"\bcaus(?:ed|ing) ((?:\w+ )?)damage to\b", r"damaged \1"),
    Rewriting(
        ("shelling",), r"\b(?:come|came|coming) under ((?:\w+ ){0,2}?)(?:shelling)\b", r"been shelled with \1"
    ),
    Rewriting(
        ("under ",),
        r"\b(?:come|came|coming) under ((?:\w+ ){0,2}?)(attack|bombardment)\b",
        r"been \2ed with \1",
    ),
    Rewriting(("point",), r"\bpoint(s|ed|ing)? (\w+ly) to\b", r"\2 point\1 to"),
    # Not able, not yet able, so far unable.
    Rewriting((" yet to",), r"\b(had|has|have) yet to (?=\w)", r"\1 not yet "),
    Rewriting(
        ("unable to",),
        r"\b(had|has|have|was|were|is|are) (?:(so far|as yet|until then) )?(been )?unable to\b",
        r"\1 not \2 \3able to",
    ),
    Rewriting(
        ("able to",),
        r"\b(had|has|have|was|were|is|are) not (?:yet|so far|as yet) (?:been )?able to\b",
        r"\1 not yet",
    ),
    Rewriting(
        ("enough", "sufficient"),
        r"\b(?:were|was|are|is) (not(?: yet)? )?(?:enough|sufficient) (?:for|to allow)\b",
        r"did \1allow",
    ),
    Rewriting(("de facto",), r"\bde facto\b", "de-facto"),
    # A span; what rose or fell from one figure to another is none.
    Rewriting(("from ",), rf"({_CHANGES}[\w ,]*)?\bfrom (\d[\d.,]*) to (?=\d)", _span),
)


def plain(text: str) -> str:
    """Return the text with idioms put plainly."""
    return rewritten(text, _IDIOMS)
