"""What went out, in the folder sent/ of a library: to whom, when, from which claims, under which sha256.

It stands outside facts/, since it is no evidence and must not make letters out of date, one file for each
letter's date and topic, so that several people can add to it.  It never holds an e-mail address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from letterkit.errors import LetterkitError
from letterkit.findings import Finding, Place
from letterkit.library.contact import has_contact_data
from letterkit.library.disk.write import write_all
from letterkit.library.model import as_plain
from letterkit.library.model.record import Model, key
from letterkit.library.yaml import yamlfile
from letterkit.library.yaml.explain import explain

if TYPE_CHECKING:
    from letterkit.library.model.typed import Day

FOLDER = "sent"
_HEAD = "# What went out: written by `letterkit sent add`, and never an e-mail address.\n"


class SentFile(Model):
    """A file as it went out; its name is that on the day, without a folder."""

    name: str
    sha256: str = key(pattern="[0-9a-f]{64}")


class SentLetter(Model):
    """One letter that went out: `date` stands in its dateline, `sent` is the day it left."""

    to: str
    name: str
    topic: str
    date: Day
    sent: Day
    follow_up: Day | None = None
    claims: tuple[str, ...] = ()
    files: tuple[SentFile, ...] = ()

    @property
    def digests(self) -> frozenset[str]:
        """The sha256 of its files."""
        return frozenset(file.sha256 for file in self.files)


def load(root: Path) -> tuple[tuple[SentLetter, ...], tuple[Finding, ...]]:
    """Return all that went out, by the day it left and the recipient, and what cannot be read."""
    letters: list[SentLetter] = []
    findings: list[Finding] = []
    for path in sorted((root / FOLDER).glob("*.yaml")):
        found, said = _file(path, f"{FOLDER}/{path.name}")
        letters += found
        findings += said
    letters.sort(key=lambda each: (each.sent, each.date, each.topic, each.to))
    return tuple(letters), tuple(findings)


def _file(path: Path, name: str) -> tuple[list[SentLetter], list[Finding]]:
    try:
        parsed = yamlfile.read(path.read_bytes().decode("utf-8-sig"), name)
    except (OSError, UnicodeDecodeError) as error:
        return [], [Finding("unreadable", "error", f"cannot be read: {error}", Place(name), "check the file")]
    entries = parsed.data.get("letters") if isinstance(parsed.data, dict) else None
    if not isinstance(entries, list):
        missing = Finding("missing-key", "error", "'letters' is missing", Place(name, 1), "see the README")
        return [], parsed.findings or [missing]
    letters: list[SentLetter] = []
    findings = list(parsed.findings)
    for number in range(len(entries)):
        letter, said = explain(SentLetter, entries[number], _placed(parsed, name, number))
        findings += said
        if letter is not None:
            letters.append(letter)
    return letters, findings


def _placed(parsed: yamlfile.YamlFile, name: str, number: int) -> Callable[..., Place]:
    return lambda *path: Place(name, parsed.line(("letters", number, *path)))


def save(root: Path, letters: Iterable[SentLetter]) -> list[Path]:
    """Write the files that these letters belong to, replacing them; returns their paths."""
    files: dict[Path, list[SentLetter]] = {}
    for each in letters:
        files.setdefault(root / FOLDER / f"{each.date.isoformat()}-{each.topic}.yaml", []).append(each)
    for each in (letter for entries in files.values() for letter in entries):
        if has_contact_data("\n".join((each.name, *(file.name for file in each.files)))):
            message = f"{each.to}: the record would hold a telephone number or an e-mail address"
            raise LetterkitError(message, "rename the file, or correct the recipient's name")
    write_all(((path, _text(entries).encode()) for path, entries in files.items()), force=True)
    return list(files)


def _text(letters: list[SentLetter]) -> str:
    plain = {"letters": [as_plain(each) for each in sorted(letters, key=lambda each: (each.to, each.sent))]}
    return _HEAD + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)
