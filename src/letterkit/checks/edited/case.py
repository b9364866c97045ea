"""What every rule of an edited letter looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from letterkit.checks.edited.citing import cites
from letterkit.checks.edited.runs import covering
from letterkit.checks.edited.uses import Use, uses
from letterkit.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letterkit.checks.edited.page import Key, Page
    from letterkit.checks.edited.shelf import KnownOffice, KnownSource, KnownTopic, Shelf


@dataclass(frozen=True)
class Case:
    """One view of an edited letter beside the store."""

    page: Page
    shelf: Shelf
    uses: tuple[Use, ...] = field(default=())

    @cached_property
    def by_key(self) -> Mapping[Key, Use]:
        """Every use by its claim and number."""
        return {(use.id, use.use): use for use in self.uses}

    @property
    def standing(self) -> list[Use]:
        """The uses whose words are on the page."""
        return [use for use in self.uses if use.stands]

    @cached_property
    def cited(self) -> Mapping[int, tuple[KnownSource, ...]]:
        """The sources that each note cites, those of the letter's claims first."""
        ours = dict.fromkeys(use.source for use in self.uses if use.source in self.shelf.sources)
        order = [*(self.shelf.sources[name] for name in ours), *self.shelf.sources.values()]
        return {
            number: tuple({source.id: source for source in order if cites(note, source)}.values())
            for number, note in self.page.notes.items()
        }

    @cached_property
    def topic(self) -> KnownTopic | None:
        """The topic that the letter was drafted on."""
        return self.shelf.topics.get(str(self._brief.get("topic")))

    @cached_property
    def office(self) -> KnownOffice | None:
        """The office that the page addresses: that of the record if its words stand there, else any."""
        recorded = self.shelf.offices.get(str(self._brief.get("to")))
        if recorded is not None and self._addressed(recorded):
            return recorded
        return next((office for office in self.shelf.offices.values() if self._addressed(office)), None)

    @property
    def _brief(self) -> Mapping[str, object]:
        brief = self.page.document.record.get("brief")
        return brief if isinstance(brief, dict) else {}

    @cached_property
    def address(self) -> str:
        """The words of all inside addresses."""
        from letterkit.letter.model import plain

        lines = (plain(line) for address in self.page.letter.addressees for line in address)
        return "\n".join(lines).replace("\u00a0", " ")

    def _addressed(self, office: KnownOffice) -> bool:
        titled = any(title in self.address for title in office.titles)
        held = any(holder.name in self.address for holder in office.holders)
        placed = bool(office.words) and all(word in self.address for word in office.words)
        return placed and (titled or held)


Rule = Callable[[Case], Iterable[Finding]]


def case(page: Page, shelf: Shelf) -> Case:
    """Return a view of a letter with every use of a claim found, compared and looked up among the notes."""
    made = Case(page, shelf, tuple(uses(page, shelf)))
    sources = {use.id: use.source for use in made.uses}
    names = {number: frozenset(source.id for source in each) for number, each in made.cited.items()}
    for passage in page.passages:
        for place, stretch in enumerate(passage.stretches):
            if stretch.kind == "claim":
                use = made.by_key[stretch.key]
                use.note = covering(
                    passage, place, lambda name: sources.get(name, ""), lambda n: names.get(n, frozenset())
                )
                if use.note is None and use.status != "altered":
                    use.status = "uncited"
    return made


def about(use: Use, rule: str, severity: Severity, message: str, hint: str) -> Finding:
    """Return a finding about a use of a claim, at its paragraph."""
    return Finding(rule, severity, message, Place(paragraph=use.place or None), hint, use.id)
