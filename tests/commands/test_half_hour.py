"""A researcher's half hour: a report comes in, five claims are added, one replaces a figure of a letter."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from tests.commands.conftest import Ran

# Invented for this test, like its publisher.
REPORT = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ganja: The toll of the strike of October | Example Watch</title>
<meta property="og:site_name" content="Example Watch">
<meta property="article:published_time" content="2021-03-15T09:00:00+00:00"></head>
<body><article><h1>Ganja: The toll of the strike of October</h1>
<p>At least 26 civilians have died of the ballistic missile strike by Armenian forces on the Mukhtar Hajiyev
neighbourhood of Ganja on 17 October 2020, Example Watch said today after a visit to the city's hospitals.</p>
<p>Hospital records show that 61 people were treated for injuries. Five of the wounded died between November and
February.</p>
<p>“My sister lived for ninety days and never left her bed,” Leyla M., 31, told Example Watch.</p>
<p>“The Armenian authorities must investigate the strike and compensate the families,” said Ben Field, Research
Director at Example Watch.</p>
<p>The Armenian Ministry of Defence did not reply to a letter of 1 March.</p>
</article></body></html>
"""
CLAIMS = """\
source: {source}
claims:
  # The five who died later are in it: the January report counted 21.
  - id: ganja-26-killed
    claim: >-
      On October 17, 2020, a ballistic missile strike by Armenian forces hit the Mukhtar Hajiyev neighborhood of Ganja; at least 26 civilians had died of it by March 15, 2021, Example Watch said.
    quotes:
      - "{q1}"
    topics: [explosive-weapons]
    role: evidence
    parties: [armenia]
    happened: "2020-10-17"
    place: Ganja
    certainty: documented
    attributed_to: Example Watch
    figures: [{{value: 26, unit: civilians died, qualifier: at least}}]
    supersedes: [ganja-scud-21-killed]
    weight: 3
  - id: ganja-61-treated
    claim: Hospital records in Ganja show that 61 people were treated for injuries after the strike of October 17, 2020.
    quotes: ["Hospital records show that 61 people were treated for injuries", "{q1}"]
    topics: [explosive-weapons]
    role: evidence
    parties: []
    happened: "2020-10-17"
    place: Ganja
    certainty: documented
    attributed_to: Example Watch
    figures: [{{value: 61, unit: people treated for injuries}}]
  - id: ganja-wounded-died-later
    claim: Five of those wounded in Ganja on October 17, 2020, died between November 2020 and February 2021.
    quotes: ["Five of the wounded died between November and February", "{q1}"]
    topics: [explosive-weapons]
    role: evidence
    parties: []
    happened: "2020-11/2021-02"
    place: Ganja
    certainty: documented
    attributed_to: Example Watch
    figures: [{{value: 5, unit: wounded died}}]
  - id: ganja-leyla-sister
    claim: “My sister lived for ninety days and never left her bed,” Leyla M. told Example Watch.
    quotes: ["My sister lived for ninety days and never left her bed,” Leyla M., 31, told Example Watch"]
    topics: [explosive-weapons]
    role: testimony
    parties: []
    certainty: testimony
    attributed_to: Leyla M.
  - id: ganja-field-call
    claim: >-
      On March 15, 2021, Ben Field, Research Director at Example Watch, said that the Armenian authorities must investigate the strike on Ganja and compensate the families.
    quotes:
      - "The Armenian authorities must investigate the strike and compensate the families,” said Ben Field, Research Director at Example Watch"
      - "of Ganja"
    topics: [explosive-weapons]
    role: call
    parties: [armenia]
    happened: "2021-03-15"
    certainty: call
    attributed_to: Ben Field
"""
ASKED = ("--to", "state-dept", "--topic", "explosive-weapons")
FIRST = (
    "At least 26 civilians have died of the ballistic missile strike by Armenian forces on the Mukhtar "
    "Hajiyev neighbourhood of Ganja on 17 October 2020, Example Watch said today"
)


@dataclass(frozen=True)
class Desk:
    """A library of one's own with the new report in it, and claims of the report in a file."""

    run: Callable[..., Ran]
    own: Path
    source: str
    claims: Path

    def add(self, file: Path, *options: str) -> Ran:
        return self.call("facts", "add", self.source, "--from", str(file), *options)

    def draft(self, day: str, name: str) -> Ran:
        out, kind = str(self.own / name), name.rpartition(".")[2]
        return self.call("draft", *ASKED, "--date", day, "--format", kind, "--json", "--out", out)

    def call(self, *arguments: str) -> Ran:
        return self.run("--library", str(self.own), *arguments)


@pytest.fixture
def desk(run, tmp_path) -> Desk:
    own, page, claims = tmp_path / "own", tmp_path / "page.html", tmp_path / "claims.yaml"
    assert run("new", str(own)).code == 0
    page.write_text(REPORT, encoding="utf-8")
    address = ("--url", "https://example.org/ganja")
    added = run("--library", str(own), "sources", "add", str(page), *address, "--json")
    assert added.code == 0, added.err
    source = added.json["added"][0]["id"]
    claims.write_text(CLAIMS.format(source=source, q1=FIRST), encoding="utf-8")
    return Desk(run, own, source, claims)


@pytest.fixture
def letters(desk) -> Path:
    """A letter with the old figure, the same letter with the new one, and one of a day before the report."""
    folder = desk.own / "letters"
    folder.mkdir()
    assert desk.draft("2021-04-01", "letters/before.docx").code == 0
    assert desk.add(desk.claims).code == 0
    assert desk.draft("2021-04-01", "letters/after.docx").code == 0
    return folder


def ids(drafted: Ran) -> list[str]:
    return [claim["id"] for claim in drafted.json["claims"]]


def test_the_first_suggestion_is_the_new_toll(desk):
    suggested = desk.call("facts", "suggest", desk.source, "--json")
    toll = suggested.json[0]
    assert toll["figures"] == [{"value": 26.0, "unit": "civilians died", "qualifier": "at least"}]
    assert (toll["happened"], toll["place"], toll["parties"]) == ("2020-10-17", "Ganja", ["armenia"])
    assert toll["topics"] == ["explosive-weapons"]
    printed = yaml.safe_load(desk.call("facts", "suggest", desk.source).out)
    assert len(printed["claims"]) == len(suggested.json)


def test_an_old_figure_that_nobody_thought_of_is_named(desk, tmp_path):
    forgotten = tmp_path / "forgotten.yaml"
    text = desk.claims.read_text("utf-8").replace("    supersedes: [ganja-scud-21-killed]\n", "")
    forgotten.write_text(text, encoding="utf-8")
    warned = desk.add(forgotten, "--dry-run")
    assert "warning[figure-differs] another figure for the same event: 21 civilians killed" in warned.err
    assert "supersedes: [ganja-scud-21-killed] if this replaces it" in warned.err


def test_five_claims_are_added_in_the_order_of_the_report_and_proved(desk):
    done = desk.add(desk.claims)
    assert done.code == 0, done.err
    assert desk.call("facts", "verify").code == 0
    kept = (desk.own / "facts" / "claims" / f"{desk.source}.yaml").read_text("utf-8")
    assert re.findall("- id: (.*)", kept) == re.findall("- id: (.*)", CLAIMS)
    assert desk.call("facts", "suggest", desk.source).out.count("- id: ") <= 2


def test_the_letter_has_the_new_figure_with_its_note_and_the_old_one_is_gone(desk):
    assert "ganja-scud-21-killed" in ids(desk.draft("2021-04-01", "before.md"))
    assert desk.add(desk.claims).code == 0
    after = desk.draft("2021-04-01", "after.md")
    assert after.code == 0, after.err
    assert "ganja-26-killed" in ids(after)
    assert "ganja-scud-21-killed" not in ids(after)
    text = (desk.own / "after.md").read_text("utf-8").replace("\u00a0", " ")
    assert "at least 26 civilians had died of it by March 15, 2021" in text
    assert "killing 21 civilians and injuring more than 50" not in text
    note = next(claim["note"] for claim in after.json["claims"] if claim["id"] == "ganja-26-killed")
    (printed,) = (line for line in text.splitlines() if line.startswith(f"[^{note}]:"))
    assert "Example Watch" in printed
    assert "https://example.org/ganja" in printed
    reasons = {each["id"]: each["reason"] for each in after.json["left_out"]}
    assert "superseded by ganja-26-killed" in reasons["ganja-scud-21-killed"]


def test_a_letter_of_a_day_before_the_report_keeps_the_old_figure(desk):
    assert desk.add(desk.claims).code == 0
    used = ids(desk.draft("2021-03-01", "earlier.md"))
    assert "ganja-scud-21-killed" in used
    assert "ganja-26-killed" not in used


def test_the_letters_with_the_old_figure_are_listed_and_those_with_the_new_one_apart(desk, letters):
    used = desk.call("facts", "used-by", "ganja-26-killed", str(letters), "--json")
    assert used.code == 0
    found = [(Path(row["file"]).name, row["claim"], row["date"]) for row in used.json]
    assert sorted(found) == [
        ("after.docx", "ganja-26-killed", "2021-04-01"),
        ("before.docx", "ganja-scud-21-killed", "2021-04-01"),
    ]
    printed = desk.call("facts", "used-by", "ganja-26-killed", str(letters)).out
    assert (
        "before.docx: ganja-scud-21-killed (superseded by ganja-26-killed), letter of 2021-04-01" in printed
    )


def test_when_the_page_is_corrected_quotes_claims_and_letters_are_named(desk, letters, tmp_path):
    record = desk.call("sent", "add", str(letters / "after.docx"), "--on", "2021-04-02")
    assert record.code == 0, record.err
    again = tmp_path / "again.html"
    again.write_text(REPORT.replace("At least 26 civilians", "At least 27 civilians"), encoding="utf-8")
    asked = ("sources", "add", str(again), "--url", "https://example.org/ganja", "--letters", str(letters))
    told = desk.call(*asked, "--dry-run", "--json").json
    assert [each["claims"] for each in told["versions"]] == [
        ["ganja-26-killed", "ganja-61-treated", "ganja-wounded-died-later"]
    ]
    touched = {
        (Path(row["file"]).name if "file" in row else row["sent"], row["claim"]) for row in told["letters"]
    }
    assert {("after.docx", "ganja-26-killed"), ("2021-04-02", "ganja-26-killed")} <= touched
    assert "before.docx" not in {name for name, _ in touched}
    done = desk.call(*asked)
    assert done.code == 0
    assert "the source has “27”, the quote “26”" in done.err
    assert f"to correct: {letters / 'after.docx'}: ganja-26-killed, letter of 2021-04-01" in done.err
    assert "to correct: sent to" in done.err
    verified = desk.call("facts", "verify")
    assert verified.code == 1
    assert "the quote stood in an earlier version of the source, not in the latest" in verified.err
    kept = yaml.safe_load((desk.own / "facts" / "sources" / f"{desk.source}.yaml").read_text("utf-8"))
    assert [(desk.own / "seeds" / each["document"]).is_file() for each in kept["originals"]] == [True, True]


def test_without_a_folder_the_way_to_the_letters_is_told(desk, tmp_path):
    assert desk.add(desk.claims).code == 0
    again = tmp_path / "again.html"
    again.write_text(REPORT.replace("61 people", "62 people"), encoding="utf-8")
    done = desk.call("sources", "add", str(again), "--url", "https://example.org/ganja")
    assert "letters in a folder: `letterkit facts used-by ganja-61-treated FOLDER`" in done.err
