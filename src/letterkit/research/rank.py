"""Weighs what speaks for a sentence as the ground of a claim; the reasons are named, the sum ranks it."""

from __future__ import annotations

import re

from letterkit.library.model import Certainty, Role

_DEED = re.compile(
    r"\b(?:abduct|abus|arrest|assault|attack|ban(?:ned|s)?\b|beat|beheld|bomb|burn|captur|censor|charg|"
    r"clos(?:ed|ure)|convict|"
    r"criminali[sz]|damag|death|decapitat|deni(?:ed|al)|deport|destroy|detain|detention|dead\b|died\b|"
    r"dies\b|disappear|displac|"
    r"evict|execut|expel|fir(?:ed|ing)\b|flee|fled|forc(?:ed|ing)|harass|hit\b|hospital|imprison|injur|jail|"
    r"kidnap|kill|loot|"
    r"maim|massacr|miss(?:ing|ile)|mutilat|persecut|prosecut|rap(?:e|ed)\b|releas(?:ed)|rocket|sentenc|"
    r"shell|shoot|shot\b|starv|strike|"
    r"struck|surveil|suspend|targeted|threat|tortur|traffick|violat|wound)\w*",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^\"?(?:It|This|That|These|Those|They|He|She|Such|There|But|And|So|Even worse|However)\b"
)
_SHORT = 40
_POINTS = {
    "figures": 2.0, "date": 1.5, "place": 0.8, "party": 1.5, "finding": 1.2, "testimony": 1.4,
    "reported": 1.2, "call": 1.2, "law": 1.0, "deed": 1.2, "opinion": 0.6, "forecast": -2.0,
    "question": -2.0, "loose": -0.5, "short": -0.8, "list": -2.0, "title": -2.5,
}  # fmt: skip


def reasons(
    text: str,
    *,
    figures: bool,
    dated: bool,
    place: str | None,
    parties: tuple[str, ...],
    certainty: Certainty,
    role: Role,
    staff: bool,
    title: bool,
) -> tuple[str, ...]:
    """Return what speaks for a sentence, and what against it."""
    said = {
        "figures": figures,
        "date": dated,
        "place": bool(place),
        "party": bool(parties),
        "finding": certainty
        in ("verified", "strong-evidence", "apparent", "widely-believed", "unverified", "estimated"),
        "testimony": certainty == "testimony",
        "reported": certainty == "reported",
        "call": certainty == "call",
        "law": role == "law",
        "deed": bool(_DEED.search(text)),
        "opinion": certainty == "opinion" and staff,
        "forecast": certainty == "forecast",
        "question": text.rstrip('"').endswith("?"),
        "loose": bool(_LOOSE.match(text)),
        "short": len(text) < _SHORT,
        "list": text.endswith(":"),
        "title": title,
    }
    return tuple(name for name, holds in said.items() if holds)


def score(reasons: tuple[str, ...], figures: int) -> float:
    """Return the sum of what speaks for a sentence; a second and third figure count a little more."""
    return round(sum(_POINTS[name] for name in reasons) + 0.4 * min(max(figures - 1, 0), 3), 2)
