"""Whether a sentence that no claim stands behind states a fact, and how grave that is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from letterkit.checks.wording.binding import bind
from letterkit.checks.wording.lexer import units
from letterkit.checks.wording.lexicon import functions
from letterkit.checks.wording.rules.numbers import counts
from letterkit.checks.wording.ties import ties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letterkit.checks.wording.units import Unit


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
    r"(?:I|We|My|Our|Please|Thank|Thanks|Let|May|Should you|Enclosed|Attached|You|Your|Request|Re:|It (?:is|would be) "
    r"(?:my|our|an? (?:honou?r|pleasure|privilege)))\b"
)
_COUNTED: Final = ("person", "weapon", "object", "deed", "event")
_FEW: Final = ("figure:1", "figure:2")
_AT_FAULT: Final = frozenset(("blame", "fault", "guilty", "responsible", "culpable", "complicit"))
_STATE: Final = frozenset(
    ("government", "authority", "forces", "police", "regime", "ministry", "leadership", "side")
)
_VAGUE: Final = (
    "dozens",
    "hundreds",
    "thousands",
    "tens-of-thousands",
    "hundreds-of-thousands",
    "millions",
    "large-number",
)
_OWN_THINGS: Final = re.compile(
    r"^(?:minute|hour|page|annex|enclosure|copy|meeting|call|question|request|point|paragraph|note|letter|report|"
    r"signature|recommendation|ask)"
)
_HARMING: Final = frozenset(
    [
        "kill",
        "die",
        "injure",
        "harm",
        "behead",
        "execute",
        "shoot",
        "maim",
        "mutilate",
        "displace",
        "expel",
        "detain",
        "arrest",
        "imprison",
        "abduct",
        "capture",
        "torture",
        "beat",
        "assault",
        "rape",
        "mistreat",
        "abuse",
        "destroy",
        "damage",
        "devastate",
        "strike",
        "attack",
        "bombard",
        "shell",
        "raid",
        "burn",
        "loot",
        "hack",
        "infect",
        "persecute",
        "blackmail",
        "smear",
    ]
)
_VIOLENT: Final = _HARMING | frozenset(
    [
        "use",
        "fire",
        "target",
        "aim",
        "occupy",
        "invade",
        "blockade",
        "besiege",
        "fight",
        "deploy",
        "explode",
        "violate",
        "violation",
        "indiscriminate",
        "attack",
        "illegal",
        "massacre",
        "murder",
        "terrorism",
        "deliberate",
        "commit",
        "spy",
        "leak",
        "silence",
        "harass",
        "threaten",
        "intimidate",
        "censor",
        "block",
        "restrict",
        "shut-down",
    ]
)
_KINDS_OF_ACT: Final = ("deed", "label", "intent")


@lru_cache(maxsize=1024)
def assertion(sentence: str, *, ours: bool = False, subject: bool = False) -> Assertion | None:
    """Return what a sentence states that needs a source, None for courtesies, requests, opinions and links.

    `ours` tells that it is one of the asks, where a request is expected; of the subject only figures count.
    """
    plain = _SEAT.sub("the District of", _LEAD_IN.sub("", sentence.strip()))
    if plain.startswith("If ") and ", " in plain:
        plain = plain.split(", ", 1)[1]  # what is only supposed is not stated
        plain = plain[:1].upper() + plain[1:]
    read = bind(units(plain))
    if plain.rstrip('”’)"').endswith("?"):
        if figure := _evidence_figure(read):
            return Assertion("error", f"the figure “{figure.text}”")
        blames = _blame(read) or _harm(read) or _asked(read)
        return Assertion("warning", "a question that blames") if blames else None
    if subject:
        figure = _evidence_figure(read)
        return Assertion("error", f"the figure “{figure.text}”") if figure else None
    if ours or _OURS.match(plain):
        return _inside_request(read)
    return _stated(read)


def _asked(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force that a question takes for granted: `why did their troops kill`."""
    sided = any(unit.cls == "party" or unit.key in _STATE for unit in read)
    told = any(unit.low in ("did", "has", "have", "had", "was", "were") for unit in read)
    acts = (unit for unit in read if unit.key in _VIOLENT and unit.part == "verb")
    return next(acts, None) if sided and told else None


def _inside_request(read: Sequence[Unit]) -> Assertion | None:
    """Return what a request, a courtesy or a word about ourselves states beside."""
    if figure := _evidence_figure(read):
        return Assertion("error", f"the figure “{figure.text}”")
    acts = (act for act in _roles(read) if act.part == "verb" and _is_past(read, act) and act.form != "s")
    blame = next((act for act in acts if act.key in _VIOLENT), None)
    return Assertion("error", f"an allegation (“{blame.text}”)") if blame and not blame.quoted else None


def _stated(read: Sequence[Unit]) -> Assertion | None:
    if figure := _evidence_figure(read):
        return Assertion("error", f"the figure “{figure.text}”")
    if victims := _victims(read):
        return Assertion("error", f"what became of people (“{victims.text}”)")
    if dated := _dated(read):
        return Assertion("error", f"a date with an event (“{dated.text}”)")
    if blame := _blame(read) or _harm(read):
        return Assertion("error", f"an allegation (“{blame.text}”)")
    if omitted := _omission(read):
        return Assertion("error", f"what somebody failed to do (“{omitted.text}”)")
    if label := next((unit for unit in read if unit.cls in ("label", "intent")), None):
        return Assertion("warning", f"the label “{label.text}”")
    if named := _named(read) or _spoken(read):
        return Assertion("warning", f"something about “{named.text}”")
    if judged := _judged(read):
        return Assertion("warning", f"what “{judged.text}” is like")
    if told := _told(read) or _suffered(read):
        return Assertion("warning", f"what was done (“{told.text}”)")
    return None


def _evidence_figure(read: Sequence[Unit]) -> Unit | None:
    """Return a figure that counts people, weapons, acts or places, or a share."""
    for unit in read:
        if unit.cls not in ("figure", "quantity") or unit.key in (
            "figure:1",
            "both",
            "all",
            "other",
            "only",
            "either",
            "each",
            "any",
            "ordinal:1",
            "some",
        ):
            continue
        counted = counts(read, unit)
        if unit.cls == "quantity":
            vague = unit.key in _VAGUE and counted is not None and counted.cls in _COUNTED
            if vague or (counted is not None and counted.cls == "person" and _acted_on(read, counted)):
                return unit
        elif counted is None:
            if not _OWN_THINGS.match(_behind(read, unit)):
                return unit
        elif counted.cls == "place" and (unit.bound or unit.key not in _FEW):
            return unit
        elif counted.cls in _COUNTED or counted.key == "percent":
            if not _OWN_THINGS.match(counted.key) and not _OWN_THINGS.match(counted.low):
                return unit
        elif counted.cls in ("word", "measure") and _is_of_event(read, counted):
            return unit
    return None


def _behind(read: Sequence[Unit], unit: Unit) -> str:
    place = next(number for number, each in enumerate(read) if each is unit)
    return next((each.low for each in read[place + 1 :] if each.counts), "")


def _is_of_event(read: Sequence[Unit], counted: Unit) -> bool:
    return any(key in _HARMING for _, key in ties(read, counted)) and not _OWN_THINGS.match(counted.low)


def _acted_on(read: Sequence[Unit], unit: Unit) -> bool:
    return any(
        relation in ("object", "agent") and key.split("#")[0] in _HARMING
        for relation, key in ties(read, unit)
    )


def _victims(read: Sequence[Unit]) -> Unit | None:
    """Return the word for the dead or injured, or for an act that people suffer."""
    for unit in read:
        people = unit.key in ("dead-people", "injured-people")
        if (
            people or (unit.key in ("die", "kill", "injure") and unit.part in ("noun", "adjective"))
        ) and not _abstract(read):
            return unit
    return None


def _abstract(read: Sequence[Unit]) -> bool:
    """Say whether nothing past is said of it: `injuries` in a request, `killing` as a topic."""
    return not any(
        (each.part == "verb" and _is_past(read, each)) or each.low in ("was", "were") for each in read
    )


def _dated(read: Sequence[Unit]) -> Unit | None:
    """Return a date beside something that happened then."""
    date = next((unit for unit in read if unit.cls == "date" and unit.value is not None), None)
    acts = [
        unit
        for unit in read
        if (unit.part == "verb" and unit.form in ("ed", "s", "base")) or unit.low in functions.BE
    ]
    return date if date is not None and (acts or any(unit.cls in _KINDS_OF_ACT for unit in read)) else None


def _blame(read: Sequence[Unit]) -> Unit | None:
    """Return an act that a party is said to have done or suffered, or that stands beside one in the past."""
    acts = [
        act
        for act in _roles(read)
        if act.cls in _KINDS_OF_ACT and (act.part == "noun" or _is_past(read, act))
    ]
    if acts:
        return acts[0]
    charge = next(
        (unit for unit in read if unit.cls == "label" and unit.part == "noun" and _by_a_side(read, unit)),
        None,
    )
    if charge is not None:
        return charge
    past = any(unit.part == "verb" and _is_past(read, unit) for unit in read)
    sided = any(unit.cls == "party" for unit in read)
    if sided and (fault := next((unit for unit in read if unit.low in _AT_FAULT), None)):
        return fault
    return next((unit for unit in read if unit.key in _VIOLENT), None) if past and sided else None


def _by_a_side(read: Sequence[Unit], charge: Unit) -> bool:
    """Say whether what the law has a name for is said to be somebody's."""
    return any(
        bond.relation == "agent" and read[bond.head] is charge
        for unit in read
        for bond in unit.bonds
        if unit.cls in ("party", "actor")
    )


def _omission(read: Sequence[Unit]) -> Unit | None:
    """Return what a state's own people are said not to have done."""
    denied = any(unit.cls == "negation" for unit in read)
    for unit in read if denied else ():
        if unit.cls == "party" or unit.key in _STATE:
            for bond in unit.bonds:
                act = read[bond.head]
                if (
                    bond.relation in ("agent", "speaker")
                    and act.part == "verb"
                    and _is_past(read, act)
                    and act.form != "s"
                    and act.key != "join"
                ):
                    return act
    return None


def _roles(read: Sequence[Unit]) -> list[Unit]:
    """Return the acts that parties, or weapons and people of a party, are agents or objects of."""
    found = []
    for unit in read:
        if unit.cls != "party" and unit.key not in _STATE:
            continue
        near = [
            unit,
            *(read[bond.head] for bond in unit.bonds if bond.relation == "of" and unit.cls == "party"),
        ]
        found += [
            read[bond.head]
            for each in near
            for bond in each.bonds
            if bond.relation in ("agent", "object") and read[bond.head].cls in _KINDS_OF_ACT
        ]
    return [act for act in found if act.key in _VIOLENT or act.part == "verb"]


def _is_past(read: Sequence[Unit], act: Unit) -> bool:
    """Say whether a verb tells of what has happened or goes on happening."""
    place = next(number for number, each in enumerate(read) if each is act)
    helped = any(each.low in functions.HAVE for each in read[max(0, place - 3) : place])
    return act.form == "ed" or act.passive or helped or (act.form in ("s", "ing") and act.part == "verb")


def _harm(read: Sequence[Unit]) -> Unit | None:
    """Return a harm that is told as having happened, whoever did it."""
    for unit in read:
        if unit.key in _HARMING and unit.part == "verb" and _is_past(read, unit) and unit.form != "s":
            return unit
    return None


def _named(read: Sequence[Unit]) -> Unit | None:
    """Return a name that something past is told of."""
    for unit in read:
        if unit.cls not in ("party", "name", "title"):
            continue
        for bond in unit.bonds:
            act = read[bond.head]
            if (
                bond.relation in ("agent", "object", "speaker")
                and act.part == "verb"
                and _is_past(read, act)
                and act.form != "s"
            ):
                return unit
    return None


def _spoken(read: Sequence[Unit]) -> Unit | None:
    """Return who is said to have said, found or done something."""
    for unit in read:
        for bond in unit.bonds:
            act = read[bond.head]
            says = (
                bond.relation == "speaker"
                and act.rung
                and act.key != "hold"
                and unit.cls in ("name", "party", "title")
            )
            acts = (
                bond.relation == "agent" and unit.cls == "person" and act.part == "verb" and act.form == "ed"
            )
            if says or acts:
                return unit
    return None


def _told(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force, or a ban, that is told as done or as a rule."""
    for unit in read:
        if (
            unit.key in _VIOLENT | {"ban", "scatter", "sell"}
            and unit.part == "verb"
            and (unit.form == "ed" or unit.passive)
        ):
            return unit
    return None


def _suffered(read: Sequence[Unit]) -> Unit | None:
    """Return an act of force beside what somebody is told to have lived through: `lost a child to the shelling`."""
    past = any(unit.part == "verb" and unit.form == "ed" for unit in read)
    acts = (unit for unit in read if unit.key in _HARMING and unit.part == "noun")
    return next(acts, None) if past else None


def _judged(read: Sequence[Unit]) -> Unit | None:
    """Return a side of which, or of whose doings, a judgment is passed: `their conduct was far worse`."""
    for unit in read:
        if unit.cls == "party":
            own = [bond for bond in unit.bonds if bond.relation in ("of", "agent")]
            near = [*own, *(bond for each in own for bond in read[each.head].bonds)]
            if any(bond.relation == "agent" and read[bond.head].low in ("was", "were") for bond in near):
                return unit
    return None
