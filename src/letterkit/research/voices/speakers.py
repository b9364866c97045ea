"""Says of every sentence whose word it is: the publisher's, its spokesperson's, a witness's, a body's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from letterkit.archive import Work
from letterkit.checks.tokens import of_kind
from letterkit.research.passages.sentences import Sentence, is_speech, sentences, speeches
from letterkit.research.voices.names import (
    NAME,
    Person,
    introduced,
    is_person,
    named,
    opening_person,
    without_title,
)
from letterkit.research.voices.sayings import Saying, Spans, saying

_SINGULAR = re.compile(
    r"(?:he|she|the (?:same )?(?:man|woman|witness|resident|doctor|nurse|mother|father))$", re.IGNORECASE
)
_ONE = re.compile(r"(?:An?|One|Another|[Tt]he same) ")
_OURS = re.compile(
    r"the (?:human rights |rights |international )?(?:organi[sz]ation|group)(?:'s|$)", re.IGNORECASE
)


@dataclass(frozen=True)
class Speaker:
    """Whose word a sentence is.

    `own` is the publisher's voice, `staff` that of somebody who speaks for it; `where` are the words of the
    work that say who speaks.
    """

    name: str
    role: str = ""
    own: bool = False
    staff: bool = False
    where: Sentence | None = None
    verb: str = ""

    @property
    def person(self) -> bool:
        """Say whether this is a person with a name."""
        return not self.own and is_person(self.name)


def speakers(work: Work, publisher: str) -> dict[Sentence, Speaker]:
    """Return the speaker of every sentence of the work, in its order."""
    listed = list(sentences(work))
    told = _Teller(publisher, _persons(listed)).tell(listed)
    found: dict[Sentence, Speaker] = {}
    voice: Speaker | None = None
    for number, sentence in enumerate(listed):
        speaker = told[number]
        if speaker is None and is_speech(sentence):
            speaker = _beside(listed, told, number)
            if speaker is None and sentence.paragraph.startswith('"'):  # a speech of several paragraphs
                speaker = voice or _next(told[number:])
        if speaker and not speaker.own:
            voice = speaker
        found[sentence] = speaker or Speaker(publisher, own=True)
    return found


def _beside(listed: list[Sentence], told: list[Speaker | None], number: int) -> Speaker | None:
    """Return who is said to speak in the same paragraph: before the sentence, else after it."""
    own = listed[number].block
    before = [told[at] for at in range(number) if listed[at].block == own]
    after = [told[at] for at in range(number + 1, len(listed)) if listed[at].block == own]
    return next((speaker for speaker in (*reversed(before), *after) if speaker), None)


def _next(told: Iterable[Speaker | None]) -> Speaker | None:
    return next((speaker for speaker in told if speaker and not speaker.own), None)


def _persons(listed: Iterable[Sentence]) -> dict[str, Person]:
    """Return the persons that the work names, by surname and first name; the first role given is kept."""
    found: dict[str, Person] = {}
    texts = [sentence.text for sentence in listed]
    for person in (each for find in (introduced, named) for text in texts for each in find(text)):
        for key in (person.surname, person.name.split()[0]):
            if key not in found or (person.role and not found[key].role):
                found[key] = person
    return found


@dataclass
class _Teller:
    """Reads who speaks where a sentence says so; `near` and `crowd` are whom `she` and `they` mean."""

    publisher: str
    persons: dict[str, Person]
    near: Speaker | None = None
    crowd: Speaker | None = None

    def tell(self, listed: Iterable[Sentence]) -> list[Speaker | None]:
        return [self._told(sentence) for sentence in listed]

    def _told(self, sentence: Sentence) -> Speaker | None:
        found = saying(sentence.text, _speech_in(sentence))
        speaker = self._named(found, sentence) if found else None
        person = opening_person(sentence.text)
        if speaker and (speaker.person or _ONE.match(found.who if found else "")):
            self.near = speaker
        elif person and not self._is_publisher(person.name):
            self.near = self._person(self.persons.get(person.surname, person))
        elif speaker and not speaker.own:
            self.crowd = speaker
        return speaker

    def _named(self, found: Saying, sentence: Sentence) -> Speaker | None:
        who = re.sub(r"^(?:both|only|even|also) ", "", found.who)
        where = sentence.part(found.start, found.end)
        if self._is_publisher(who):
            return Speaker(self.publisher, own=True, where=where, verb=found.verb)
        several = who.lower() == "they" or _is_number(who)
        if several or _SINGULAR.match(who):
            meant = self.crowd if several else self.near
            return replace(meant, where=where, verb=found.verb) if meant else None
        name, _, role = without_title(who).partition(", ")
        inside = re.match(rf"(?P<name>{NAME})(?:, (?P<rest>.*))?$", role)
        if inside and not is_person(name):  # `his sister, Lela M., 31`
            name, role = inside["name"], ", ".join(filter(None, (name, inside["rest"])))
        person = self._known(name, role)
        if person:
            return self._person(person, where, found.verb)
        return Speaker(_bare(who), where=where, verb=found.verb)

    def _known(self, name: str, role: str) -> Person | None:
        known = self.persons.get(name.rpartition(" ")[2])
        if known and name in (known.surname, known.name, known.name.split()[0]):
            return replace(known, role=role or known.role)
        return Person(name, role) if is_person(name) else None

    def _person(self, person: Person, where: Sentence | None = None, verb: str = "") -> Speaker:
        known = self.persons.get(person.surname, person)
        role = person.role or known.role
        return Speaker(person.name, role, staff=self.publisher in role, where=where, verb=verb)

    def _is_publisher(self, who: str) -> bool:
        return is_publisher(who, self.publisher)


def is_publisher(who: str, publisher: str) -> bool:
    """Say whether words begin with the publisher: its name or initials, `the organization`, `the Mission`."""
    words = publisher.split()
    acronym = "".join(word[0] for word in words if word[0].isupper())
    names = [re.escape(publisher)] if words else []
    names += [re.escape(acronym)] if len(acronym) > 1 else []
    names += [rf"[Tt]he {re.escape(words[-1])}"] if len(words) > 1 else []
    return bool(names and re.match(rf"(?:{'|'.join(names)})(?:'s?)?(?!\w)", who)) or bool(_OURS.match(who))


def _speech_in(sentence: Sentence) -> Spans:
    """Return the direct speech inside a sentence, as offsets of its text."""
    return tuple(
        (max(0, start - sentence.start), min(end, sentence.end) - sentence.start)
        for start, end in speeches(sentence.paragraph)
        if start < sentence.end and end > sentence.start
    )


def _bare(who: str) -> str:
    """Return who speaks without an article or what follows in brackets."""
    who = re.sub(r"^(?:[Tt]he (?:region's |country's )?|[Oo]ther )(?=\w)", "", who)
    return re.sub(r"(?<=\w\w)\.$", "", re.sub(r" \(.*\)$", "", who).strip(" ,"))


def _is_number(who: str) -> bool:
    """Tell `forty-four`, which counts those spoken of before."""
    return any(token.end - token.start == len(who) for token in of_kind(who, "amount"))
