"""Asks in the terminal for the keys of one claim: each prefilled, Enter keeps it, `-` empties it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

import click

from letterkit.findings import did_you_mean
from letterkit.library.claims.text import flow
from letterkit.library.model import Certainty, Role

KEYS = (
    "claim", "follow", "topics", "role", "parties", "happened", "place", "certainty", "attributed_to",
    "figures", "id",
)  # fmt: skip
_LISTS = ("quotes", "topics", "parties", "supersedes", "conflicts_with", "same_as")
_LABELS = {
    "claim": "claim, in your own words",
    "follow": "follow, where the sentence before has set what it leaves out",
    "topics": "topics, the main one first",
    "parties": "parties that the sentence holds responsible",
    "happened": "happened, as YYYY-MM-DD, a month, a year, or two with a slash",
    "attributed_to": "attributed_to: who says so",
    "figures": "figures, as `21 civilians killed; more than 50 injured`",
    "supersedes": "supersedes: claims that this one replaces",
}
_WORDS = {"role": get_args(Role), "certainty": get_args(Certainty)}
_FIGURE = re.compile(r"(?:(?P<qualifier>[^\d]+?) )?(?P<value>\d[\d,]*(?:\.\d+)?) (?P<unit>\S.*)")


def ask(entry: dict[str, Any], key: str, known: Iterable[str] = ()) -> None:
    """Ask for one key and put the answer into the entry; `known` are names that it may take."""
    shown = shown_value(entry.get(key))
    allowed = [*_WORDS.get(key, ()), *known]
    while True:
        answer = str(
            click.prompt(_LABELS.get(key, key), default=shown, show_default=bool(shown), err=True)
        ).strip()
        wrong = _wrong(key, answer, allowed)
        if wrong is None:
            break
        click.echo(f"  {wrong}", err=True)
    if answer != shown:
        entry[key] = _value(key, "" if answer == "-" else answer)


def shown_value(value: Any) -> str:
    """Return a value as it stands in a prompt."""
    if isinstance(value, list | tuple):
        return ("; " if value and isinstance(value[0], dict) else ", ").join(map(shown_value, value))
    if isinstance(value, dict):
        parts = (value.get("qualifier"), value.get("value"), value.get("unit"))
        return " ".join(flow(part) if not isinstance(part, str) else part for part in parts if part)
    return "" if value is None else str(value)


def choose(question: str, options: Sequence[tuple[str, str]], default: str = "") -> str:
    """Ask for one of some letters, each with its meaning; Enter takes the default."""
    told = ", ".join(f"{letter} {meaning}" for letter, meaning in options)
    letters = [letter for letter, _ in options]
    while True:
        answer = str(
            click.prompt(f"{question} ({told})", default=default, show_default=bool(default), err=True)
        ).strip()
        if answer in (*letters, default):
            return answer
        click.echo(f"  write one of {', '.join(letters)}", err=True)


def _wrong(key: str, answer: str, allowed: Sequence[str]) -> str | None:
    """Return what is wrong with an answer, if that can be told without the store's rules."""
    if key == "figures" and answer not in ("", "-"):
        bad = next((part for part in answer.split(";") if not _FIGURE.fullmatch(part.strip())), None)
        return f"'{bad.strip()}' is no figure: write a number and what it counts" if bad else None
    if key not in (*_WORDS, "topics", "parties") or answer in ("", "-"):
        return None
    for word in re.split(r",\s*", answer) if key in _LISTS else [answer]:
        if word not in allowed and (key in _WORDS or key == "parties"):
            hint = did_you_mean(word, allowed) or f"known: {', '.join(allowed)}"
            return f"'{word}' is not known: {hint}"
    return None


def _value(key: str, answer: str) -> Any:
    if key == "figures":
        return [_figure(part) for part in answer.split(";") if part.strip()]
    if key in _LISTS:
        return [part for part in re.split(r",\s*", answer) if part]
    return answer or None


def _figure(text: str) -> dict[str, Any]:
    match = _FIGURE.fullmatch(text.strip())
    if match is None:  # `_wrong` has refused it
        return {}
    number = match["value"].replace(",", "")
    value = float(number) if "." in number else int(number)
    return {"value": value, "unit": match["unit"], "qualifier": match["qualifier"]}
