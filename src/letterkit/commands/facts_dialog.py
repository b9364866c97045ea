"""The conversation of `letterkit facts add`: choose a passage, write its claim, hear the checks, save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import click

from letterkit.archive import explain
from letterkit.commands.common import echo_findings
from letterkit.commands.facts_add import checked, save
from letterkit.commands.facts_prompts import KEYS, ask, choose
from letterkit.commands.facts_suggest import read_candidates
from letterkit.errors import LetterkitError
from letterkit.findings import Finding, has_errors
from letterkit.library.claims.given import Given
from letterkit.library.claims.text import claim_text
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.model import Source
from letterkit.library.originals import Originals
from letterkit.library.store import Library
from letterkit.research.block import entry as prefilled
from letterkit.research.candidate import Candidate
from letterkit.research.proposed.likeness import likenesses
from letterkit.research.suggest import at

_PAGE = 8
_SHOWN = 96
_NAME = "the claim"
_RELATIONS = {"s": "supersedes", "c": "conflicts_with", "m": "same_as"}


@dataclass
class Dialog:
    """One session over one source; each saved claim is in the store at once."""

    library: Library
    source: Source
    originals: Originals
    dry_run: bool = False
    skipped: set[tuple[int, int]] = field(default_factory=set)

    def run(self) -> None:
        """Ask for passages until there is nothing more to add."""
        day = self.source.dated or self.source.issued_text or "no date"
        click.echo(f"{self.source.id}: “{self.source.title}”, {day}", err=True)
        click.echo("Enter keeps what is shown, - empties it; Ctrl-C stops, what was saved stays.", err=True)
        candidates = read_candidates(self.library, self.source)
        waiting = [each for each in candidates if each.is_open]
        while (chosen := self._choose(waiting)) is not None:
            self._write(chosen)
            waiting = [each for each in waiting if each.sentence != chosen.sentence]

    def _choose(self, waiting: list[Candidate]) -> Candidate | None:
        """Show candidates and return the one that was chosen, by number or by the words of the source."""
        first = 0
        while True:
            page = waiting[first : first + _PAGE]
            for number, each in enumerate(page, first + 1):
                click.echo(f"{number:>3}  {_short(each.quotes[0])}", err=True)
            more = ", m for more" if first + _PAGE < len(waiting) else ""
            question = f"passage: its number, or exact words of the source{more}, Enter to end"
            answer = str(click.prompt(question, default="", show_default=False, err=True)).strip()
            if not answer:
                return None
            if answer == "m":
                first = first + _PAGE if more else 0
            elif answer.isdigit() and 0 < int(answer) <= len(waiting):
                return waiting[int(answer) - 1]
            elif found := self._quoted(answer):
                return found

    def _quoted(self, words: str) -> Candidate | None:
        """Return the candidate for words of the source; says so when they do not stand there."""
        verdict = self.originals.verdict(self.source, words)
        work = self.originals.work(self.source)
        if verdict.passage is None or work is None:
            message, hint = explain(verdict)
            click.echo(f"  {message}; {hint}", err=True)
            return None
        found = at(self.library, self.source, work, verdict.passage)
        if found is None:
            click.echo("  that is a heading; quote a sentence under it", err=True)
        return found

    def _write(self, candidate: Candidate) -> None:
        """Ask for a claim on the passage, show what the checks say, and save it or let it go."""
        entry = prefilled(candidate, self.source, set(self.library.claims))
        click.echo(f"\n{claim_text(entry)}", err=True)
        for key in KEYS:
            ask(entry, key, self._known(key))
        self._relate(entry)
        while True:
            given, findings = self._checked(entry)
            wrong = has_errors(findings)
            answer = self._decide(wrong=wrong)
            if answer == "d":
                return
            if answer == "s" and not wrong:
                self._save(given)
                return
            entry = self._edited(entry) if answer == "e" else self._changed(entry)

    def _decide(self, *, wrong: bool) -> str:
        options = [("k", "to change a key"), ("e", "to edit it as text"), ("d", "to drop it")]
        return choose("what now?", options if wrong else [("s", "to save"), *options], "k" if wrong else "s")

    def _changed(self, entry: dict[str, Any]) -> dict[str, Any]:
        names = [*KEYS, "quotes", "note", "party_from", "supersedes", "conflicts_with", "same_as"]
        key = str(click.prompt("key", default="claim", err=True)).strip()
        if key in names:
            ask(entry, key, self._known(key))
        else:
            click.echo(f"  keys: {', '.join(names)}; `e` reaches all of them", err=True)
        return entry

    def _edited(self, entry: dict[str, Any]) -> dict[str, Any]:
        """Open the claim in the user's editor; what cannot be read there leaves it as it was."""
        from letterkit.library.yaml import yamlfile

        text = click.edit(claim_text(entry), extension=".yaml")
        read = yamlfile.read(text, _NAME) if text else None
        if read is None or read.findings or not isinstance(read.data, list) or not read.data:
            echo_findings(read.findings if read else [])
            return entry
        return dict(read.data[0])

    def _checked(self, entry: dict[str, Any]) -> tuple[Given, list[Finding]]:
        text = claim_text(entry)
        given, findings = checked(self.library, self.source, self.originals, text, _NAME)
        click.echo(f"\n{text}", err=True)
        echo_findings(findings)
        if not findings:
            click.echo("the checks find nothing", err=True)
        return given, findings

    def _relate(self, entry: dict[str, Any]) -> None:
        """Ask how the claim stands to those of the store that look like it."""
        given, _ = checked(self.library, self.source, self.originals, claim_text(entry), _NAME)
        options = [("s", "supersedes it"), ("c", "contradicts it"), ("m", "says the same"), ("n", "neither")]
        for claim in given.claims.values():
            for each in likenesses(self.library, claim)[:3]:
                click.echo(f"  {each.message}", err=True)
                key = _RELATIONS.get(choose(f"{each.other.id}: this claim", options, "n"))
                if key:
                    entry[key] = [*(entry.get(key) or []), each.other.id]

    def _save(self, given: Given) -> None:
        path = save(self.library, self.source, self.originals, given, dry_run=self.dry_run)
        if self.dry_run:
            return
        click.echo(f"added: {', '.join(given.claims)}", err=True)
        click.echo(path)
        self.library, findings = load(self.library.root, starter())
        if has_errors(findings):
            echo_findings(findings)
            raise LetterkitError("the library has errors now", "mend them; `letterkit facts verify`")

    def _known(self, key: str) -> Iterator[str]:
        if key in ("topics", "parties"):
            yield from self.library.entries(key)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2].rstrip()} …"
