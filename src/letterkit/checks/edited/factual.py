"""Whether a sentence that no claim stands behind states a fact, and how grave that is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from letterkit.checks.edited.blaming import (
    VIOLENT,
    asked,
    blame,
    harm,
    is_past,
    omission,
    roles,
    suffered,
    told,
)
from letterkit.checks.edited.evidence import dated, evidence_figure, victims
from letterkit.checks.edited.mentioning import judged, named, spoken
from letterkit.checks.wording.binding import bind
from letterkit.checks.wording.lexer import units
from letterkit.checks.wording.units import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_LONGEST: Final = 5000  # characters


class Assertion(NamedTuple):
    """What a sentence states without a source, and whether that stops sending."""

    severity: Literal["error", "warning"]
    what: str


# A seat in the House goes by its number, as an office by its name: neither is evidence.
_SEAT: Final = re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th) (?:Congressional )?District of(?= [A-Z])")
_LEAD_IN: Final = re.compile(
    r"^(?:(?:As you (?:may )?(?:know|are aware|will recall)|It is (?:well )?known that|Everybody knows that|"
    r"You (?:may )?know that|We all know that|In fact|Indeed|Moreover|Finally)[, ]+)+",
)
# Who writes, whom it is written to, what is asked: here figures and dates are those of a meeting or an annex.
_OURS: Final = re.compile(
    r"^(?:(?:In|On|At|For|With|To|Before|After|During)\b[^,]*, )?"
    r"(?:I|We|My|Our|Please|Thank|Thanks|Let|May|Should you|Enclosed|Attached|You|Your|Request|Re:|"
    r"It (?:is|would be) (?:my|our|an? (?:honou?r|pleasure|privilege)))\b"
)


@lru_cache(maxsize=1024)
def assertion(sentence: str, *, ours: bool = False, subject: bool = False) -> Assertion | None:
    """Return what a sentence states that needs a source, None for courtesies, requests, opinions and links.

    `ours` tells that it is one of the asks, where a request is expected; of the subject only figures count.
    """
    if (
        len(sentence) > _LONGEST
    ):  # no sentence, but what somebody pasted: in pieces, so that it takes no minutes
        parts = (sentence[place : place + _LONGEST] for place in range(0, len(sentence), _LONGEST))
        return next((found for part in parts if (found := assertion(part, ours=ours, subject=subject))), None)
    plain = _SEAT.sub("the District of", _LEAD_IN.sub("", sentence.strip()))
    if plain.startswith("If ") and ", " in plain:
        plain = plain.split(", ", 1)[1]  # what is only supposed is not stated
        plain = plain[:1].upper() + plain[1:]
    read = bind(units(plain))
    if figure := evidence_figure(read):
        return Assertion("error", f"the figure “{figure.text}”")
    if subject:
        return None
    if plain.rstrip('”’)"').endswith("?"):
        blames = blame(read) or harm(read) or asked(read)
        return Assertion("warning", "a question that blames") if blames else None
    return _inside_request(read) if ours or _OURS.match(plain) else _stated(read)


def _inside_request(read: Sequence[Unit]) -> Assertion | None:
    """Return what a request, a courtesy or a word about ourselves states beside."""
    acts = (act for act in roles(read) if act.part == "verb" and is_past(read, act) and act.form != "s")
    found = next((act for act in acts if act.key in VIOLENT), None)
    return Assertion("error", f"an allegation (“{found.text}”)") if found and not found.quoted else None


def _stated(read: Sequence[Unit]) -> Assertion | None:
    for look, severity, what in _STATED:
        if unit := look(read):
            return Assertion(severity, what.format(unit.text))
    return None


def _label(read: Sequence[Unit]) -> Unit | None:
    return next((unit for unit in read if unit.cls in ("label", "intent")), None)


# What a sentence may state, the gravest first.
_STATED: Final[
    tuple[tuple[Callable[[Sequence[Unit]], Unit | None], Literal["error", "warning"], str], ...]
] = (
    (evidence_figure, "error", "the figure “{}”"),
    (victims, "error", "what became of people (“{}”)"),
    (dated, "error", "a date with an event (“{}”)"),
    (blame, "error", "an allegation (“{}”)"),
    (harm, "error", "an allegation (“{}”)"),
    (omission, "error", "what somebody failed to do (“{}”)"),
    (_label, "warning", "the label “{}”"),
    (named, "warning", "something about “{}”"),
    (spoken, "warning", "something about “{}”"),
    (judged, "warning", "what “{}” is like"),
    (told, "warning", "what was done (“{}”)"),
    (suffered, "warning", "what was done (“{}”)"),
)
