"""Put the notes into a drafted body: one closes each run of claims from one source, repeats are short.

A run is consecutive claims of one source in one paragraph; hinges do not break it, another source or a new
paragraph does.  Here too each claim gets its wording: the `follow` form where the sentence before has set
what it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from letterkit.drafting.citation import full, short
from letterkit.letter.markup import merged
from letterkit.letter.model import Block, Claim, Inline, Line, ListBlock, Note, NoteRef, Text, plain
from letterkit.library.edtf import MONTHS, printed
from letterkit.library.model import Claim as StoredClaim
from letterkit.library.store import Library

_DAY = re.compile(rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:–\d{{1,2}})?, \d{{4}}")


@dataclass(frozen=True, slots=True)
class Use:
    """One place where the letter rests on a claim: its words there and the number of its note."""

    id: str
    use: int
    note: int
    text: str


@dataclass
class Annotator:
    """Number the claims of a letter in reading order and collect its notes."""

    library: Library
    conflicts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)

    def body(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return the blocks with every claim worded and every run closed by the call of its note."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, ListBlock):
            return replace(block, items=tuple(self._line(item) for item in block.items))
        return replace(block, content=self._line(block.content))

    def _line(self, content: Line) -> Line:
        worded = self._worded(content)
        ends = self._run_ends(worded)
        line: list[Inline] = []
        run: list[Claim] = []
        for position, part in enumerate(worded):
            line.append(part)
            if isinstance(part, Claim):
                run.append(part)
            if position in ends:
                line.append(NoteRef(self._note(run)))
                run = []
        return merged(line)

    def _worded(self, content: Line) -> list[Inline]:
        parts: list[Inline] = []
        before: StoredClaim | None = None
        said: dict[str, object] = {}
        day = ""  # the last one that the words before have named
        for part in content:
            if isinstance(part, Claim):
                stored = self.library.claims[part.id]
                goes_on = (
                    before is not None and follows(stored, before) and _is_set(stored, before, said, day)
                )
                text = stored.follow if stored.follow and goes_on else stored.claim
                parts.append(Claim(part.id, (Text(text),), self._uses(part.id, parts) + 1))
                said |= {
                    name: _value(stored, name) for name, words in _marks(stored).items() if _said(text, words)
                }
                day = (_days(text) or [day])[-1]
                before = stored
                continue
            if plain((part,)).strip():
                before, said, day = None, {}, ""
            parts.append(part)
        return parts

    def _uses(self, name: str, parts: Iterable[Inline]) -> int:
        earlier = sum(1 for use in self.uses if use.id == name)
        return earlier + sum(1 for part in parts if isinstance(part, Claim) and part.id == name)

    def _run_ends(self, parts: list[Inline]) -> set[int]:
        """Return the positions of the claims that close a run."""
        claims = [(position, part) for position, part in enumerate(parts) if isinstance(part, Claim)]
        ends = set()
        for number, (position, claim) in enumerate(claims):
            following = claims[number + 1][1] if number + 1 < len(claims) else None
            if following is None or self._source(following) != self._source(claim):
                ends.add(position)
        return ends

    def _source(self, claim: Claim) -> str:
        return self.library.claims[claim.id].source

    def _note(self, run: list[Claim]) -> int:
        number = len(self.notes) + 1
        content = self._cite(self._source(run[0]))
        others = dict.fromkeys(other for claim in run for other in self.conflicts.get(claim.id, ()))
        for other in others:
            content += self._differing(other)
        self.uses += [Use(claim.id, claim.use, number, plain(claim.children)) for claim in run]
        self.notes.append(Note(number, merged(content)))
        return number

    def _cite(self, source: str) -> list[Inline]:
        known = self.library.sources[source]
        content = short(known) if source in self.cited else full(known)
        if source not in self.cited:
            self.cited.append(source)
        return [*content, Text(".")]

    def _differing(self, name: str) -> list[Inline]:
        """Return the words that put the other side of a conflict beside a claim."""
        other = self.library.claims[name]
        cited = self._cite(other.source)
        return [
            Text(" Accounts differ: "),
            Text(other.claim.rstrip(".")),
            Text(" ("),
            *cited[:-1],
            Text(")."),
        ]


def follows(claim: StoredClaim, before: StoredClaim) -> bool:
    """Say whether the sentence before sets what the claim's `follow` form leaves out.

    Where a claim names the one that leads into it, nothing else does.
    """
    if claim.source != before.source or claim.follow is None:
        return False
    if claim.lead_in is not None:
        return claim.lead_in == before.id
    return all(_value(claim, name) == _value(before, name) for name in _left_out(claim))


def _is_set(claim: StoredClaim, before: StoredClaim, said: Mapping[str, object], day: str) -> bool:
    """Say whether the words before have named everything that the claim's `follow` form leaves out.

    A day that it leaves out, whether of the event or of what was known, must be the last one named: `day`.
    """
    if claim.lead_in == before.id:
        return True
    left_out = set(_days(claim.claim)) - set(_days(claim.follow or ""))
    return left_out <= {day} and all(
        name in said and said[name] == _value(claim, name) for name in _left_out(claim)
    )


def _days(text: str) -> list[str]:
    return _DAY.findall(text.replace("\u00a0", " "))


def _left_out(claim: StoredClaim) -> list[str]:
    """Return the marks that stand in the claim and not in its `follow` form."""
    return [
        name
        for name, words in _marks(claim).items()
        if _said(claim.claim, words) and not _said(claim.follow or "", words)
    ]


def _marks(claim: StoredClaim) -> dict[str, str]:
    """Return the words that set time, place and speaker in the claim's own sentence, but for days."""
    happened = printed(claim.happened) if claim.happened else ""
    return {
        "happened": "" if _days(happened) else happened,
        "place": claim.place or "",
        "attributed_to": claim.attributed_to or "",
    }


def _said(text: str, words: str) -> bool:
    return bool(words) and words.casefold() in text.casefold()


def _value(claim: StoredClaim, name: str) -> object:
    value = getattr(claim, name)
    if name == "attributed_to" and value is None and "Amnesty International" in claim.claim:
        return "Amnesty International"
    return value
