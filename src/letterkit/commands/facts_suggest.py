"""`letterkit facts suggest`: candidate sentences of a source, each as a claim to edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from letterkit.commands.common import completer, echo_json, sound_library
from letterkit.errors import LetterkitError

if TYPE_CHECKING:
    from letterkit.library.model import Source
    from letterkit.library.store import Library
    from letterkit.research.candidate import Candidate


@click.command("suggest")
@click.argument("source", metavar="SOURCE", shell_complete=completer("sources"))
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many.")
@click.option("--all", "all_of_them", is_flag=True, help="Also those that claims rest on already, marked.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def suggest_facts(ctx: click.Context, *, source: str, limit: int, all_of_them: bool, as_json: bool) -> None:
    """Read a source for sentences that a claim could rest on, the most telling first.

    Each is printed as a claim ready to edit: exact quotes, figures, date, place, certainty by its hedge
    words, who says so. Rules have read it, so read it beside its source. Nothing enters the store: save what
    is printed, rewrite the claims in your own words, delete the rest, and say `letterkit facts add`.

    \b
    Examples:
      letterkit facts suggest watch-2021-01-14-mines --limit 10
      letterkit facts suggest watch-2021-01-14-mines > claims.yaml
      letterkit facts add watch-2021-01-14-mines --from claims.yaml
    """
    from letterkit.drafting.brief import lookup

    library = sound_library(ctx)
    found: Source = lookup(library.sources, source, "source")
    read = read_candidates(library, found)
    still_open = [each for each in read if each.is_open]
    shown = (still_open + [each for each in read if not each.is_open] if all_of_them else still_open)[:limit]
    if as_json:
        echo_json(list(_rows(library, found, shown)))
        return
    if shown:
        click.echo(_text(library, found, shown), nl=False)
    _say_the_rest(read, shown)


def read_candidates(library: Library, source: Source) -> list[Candidate]:
    """Return the candidates of a source; raises LetterkitError when there is no original to read."""
    from letterkit.library.originals import Originals
    from letterkit.research.suggest import candidates

    work = Originals(library.root).work(source)
    if work is None:
        raise LetterkitError(
            f"there is no original of '{source.id}' to read",
            f"archive it: `letterkit sources add FILE --for {source.id}`",
        )
    return candidates(library, source, work)


def headline(candidate: Candidate) -> str:
    """Return in one line why a candidate is one, where it stands, and who has been there before."""
    told = [f"score {candidate.score:g}: {', '.join(candidate.reasons)}"]
    if candidate.sentence.heading:
        told.append(f"under “{candidate.sentence.heading}”")
    if candidate.page:
        told.append(candidate.page)
    if candidate.covered:
        told.append(f"covered by {', '.join(candidate.covered)}")
    elif candidate.set_aside:
        told.append(f"left uncited: {candidate.set_aside}")
    return "; ".join(told)


def _text(library: Library, source: Source, shown: Sequence[Candidate]) -> str:
    from letterkit.research.block import block

    taken = set(library.claims)
    parts = [f"source: {source.id}\nclaims:\n"]
    for number, candidate in enumerate(shown, 1):
        text = block(candidate, source, taken)
        taken.add(text.partition("\n")[0].removeprefix("- id: "))
        indented = "".join(f"  {line}\n" for line in text.splitlines())
        parts.append(f"  # {number}. {headline(candidate)}\n{indented}")
    return "\n".join(parts).replace("claims:\n\n", "claims:\n", 1)


def _rows(library: Library, source: Source, shown: Sequence[Candidate]) -> Iterator[dict[str, Any]]:
    from letterkit.research.block import block, entry

    taken = set(library.claims)
    for rank, candidate in enumerate(shown, 1):
        plain = entry(candidate, source, taken)
        taken.add(plain["id"])
        yield {
            "rank": rank,
            "score": candidate.score,
            "reasons": list(candidate.reasons),
            **{key: plain[key] for key in plain if key != "party_from"},
            "party_from": candidate.party_from,
            "speaker": {"name": candidate.speaker.name, "role": candidate.speaker.role or None},
            "heading": candidate.sentence.heading or None,
            "page": candidate.page or None,
            "covered": list(candidate.covered),
            "uncited": candidate.set_aside or None,
            "yaml": block(candidate, source, taken - {plain["id"]}),
        }


def _say_the_rest(read: Sequence[Candidate], shown: Sequence[Candidate]) -> None:
    """Say on stderr what was not printed, and how to see it."""
    more = sum(each.is_open for each in read) - sum(each.is_open for each in shown)
    covered = sum(not each.is_open for each in read) - sum(not each.is_open for each in shown)
    if not read:
        click.echo("no sentence of it looks like a claim", err=True)
    if more:
        click.echo(f"{more} more sentences: raise --limit", err=True)
    if covered:
        click.echo(f"{covered} sentences are covered by claims or left uncited: --all shows them", err=True)
