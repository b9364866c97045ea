"""Whether a fact hides in a template: what letters assert comes from the store, never from template text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError

from letterkit.checks.store import Store
from letterkit.checks.tokens import of_kind
from letterkit.checks.words import split_sentences
from letterkit.findings import Finding, Place
from letterkit.library.store import Library

_WEAPON = re.compile(
    r"\b(?:artillery|bomb\w*|bullets?|cluster munitions?|drones?|explosives?|grenades?|gun\w*|howitzers?|"
    r"(?:land)?mines?|missiles?|mortars?|munitions?|rockets?|shells?|shelling|spyware|submunitions?|"
    r"tanks?|torpedo\w*|warheads?|weapons?|Grad|Pegasus|Predator|Scud|Smerch)\b",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"\b(?:abus|accus|arrest|attack|beat|block|bomb|captur|commit|condemn|defi|den(?:y|ie)|deport|destr|detain|"
    r"displac|execut|fail|fir(?:e|ed|ing)\b|fought|fight|harass|harm|hid|hit|ignor|imprison|injur|invad|jail|kill|"
    r"launch|murder|occup|oppress|persecut|practic|prosecut|refrain|refus|repress|restrict|seiz|shell|shot|shoot|"
    r"silenc|strik|struck|target|threat|tortur|us(?:e|es|ed|ing)\b|violat|wound)\w*",
    re.IGNORECASE,
)


def templates_state_no_fact(store: Store) -> Iterator[Finding]:
    """Yield digits, dates, weapons, and parties beside verbs of conduct in the templates' own text.

    What stands in `{{ }}`, in `{% %}` and in comments is no text of the letter.
    """
    parties = _parties(store.library)
    for file, source in store.templates.items():
        for line, text in _texts(source):
            for what in _facts(text, parties):
                message = f"a fact hides in the template: {what}"
                hint = "let a claim of the store say it, with its note, or take it out"
                yield Finding("template-fact", "error", message, Place(file, line), hint)


def templates_can_be_read(store: Store) -> Iterator[Finding]:
    """Yield templates that are not valid Jinja."""
    for file, source in store.templates.items():
        try:
            Environment(autoescape=True).parse(source)
        except TemplateSyntaxError as error:
            message = f"this is no valid template: {error.message}"
            yield Finding("template-syntax", "error", message, Place(file, error.lineno), "mend the template")


def _texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a template's own text, with their numbers."""
    try:
        pieces = list(Environment(autoescape=True).lex(source))
    except TemplateSyntaxError:
        return
    lines: dict[int, str] = {}
    for start, kind, value in pieces:
        for offset, text in enumerate(value.split("\n") if kind == "data" else ()):
            lines[start + offset] = f"{lines.get(start + offset, '')} {text}"
    yield from lines.items()


def _facts(text: str, parties: re.Pattern[str]) -> Iterator[str]:
    for token in of_kind(text, "date", "month"):
        yield f"the date “{token.text}”"
        return
    digits = re.search(r"\d+", text)
    if digits:
        yield f"the figure “{digits[0]}”"
    weapon = _WEAPON.search(text)
    if weapon:
        yield f"the weapon “{weapon[0]}”"
    for sentence in split_sentences(text):
        party, verb = parties.search(sentence), _CONDUCT.search(sentence)
        if party and verb:
            yield f"“{party[0]}” beside “{verb[0]}”"


def _parties(library: Library) -> re.Pattern[str]:
    """Return a pattern for every way to name a party; of a library without parties it matches nothing."""
    names = {
        name
        for party in library.parties.values()
        for name in (party.name, party.adjective, party.people, *party.forms)
        if name
    }
    return re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)) or r"(?!)"
    )
