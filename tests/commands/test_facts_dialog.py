import io
import sys

import pytest
from tests.checks.stores import library, source, write

from letterkit.commands.facts_prompts import KEYS
from letterkit.library.load import load

TEXT = (
    "Example Watch documented a flood that destroyed the bridge of Milltown on 19 October. At least 12 "
    "people appear to have died in Milltown, according to the mayor. It rained."
)
TOLL = "At least 12 people appear to have died in Milltown, according to the mayor."
CLAIM = "In Milltown, at least 12 people appear to have died, according to the mayor."
PROMPTED = [key for key in KEYS if key not in ("claim", "id")]  # between the first and the last


@pytest.fixture
def small(tmp_path):
    """Return a library whose source has a claim on its first sentence."""
    return library(tmp_path, text=TEXT)


@pytest.fixture
def talk(run, small, monkeypatch):
    """Return a function that runs `facts add` and answers its questions, line by line."""

    def call(*answers: str, options: tuple[str, ...] = (), root=small, name: str = "watch-2020"):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return run("--library", str(root), "facts", "add", name, *options)

    return call


def keep(number: int) -> tuple[str, ...]:
    return ("",) * number


kept = keep(len(PROMPTED))


def added(root, name: str):
    return load(root)[0].claims.get(name)


def test_a_passage_becomes_a_claim_with_what_was_prefilled(talk, small):
    done = talk("1", CLAIM, *kept, "twelve-died", "s", "")
    assert done.code == 0, done.err
    assert done.out == f"{small / 'facts' / 'claims' / 'watch-2020.yaml'}\n"
    claim = added(small, "twelve-died")
    assert claim.claim == CLAIM
    assert claim.quotes == (TOLL,)
    assert (claim.certainty, claim.attributed_to, claim.place) == ("reported", "mayor", "Milltown")
    assert [(figure.value, figure.qualifier) for figure in claim.figures] == [(12, "at least")]
    assert "the checks find nothing" in done.err


def test_passages_are_numbered_and_covered_ones_left_out(talk):
    done = talk("")
    assert f"  1  {TOLL}" in done.err
    assert "destroyed the bridge" not in done.err
    assert "Ctrl-C stops, what was saved stays" in done.err


def test_words_that_the_source_has_not_are_refused_and_asked_for_again(talk, small):
    done = talk("nowhere to be found", "")
    assert done.code == 0
    assert "the quote does not stand in the source" in done.err


def test_a_quote_that_leaves_out_a_limit_is_caught(talk, small):
    done = talk(
        "12 people appear to have died in Milltown, according to the mayor", CLAIM, *kept, "x-y-z", "d", ""
    )
    assert done.code == 0
    assert "error[qualifier-added]" in done.err
    assert added(small, "x-y-z") is None


def test_a_quote_typed_in_full_is_the_quote_of_the_claim(talk, small):
    words = TOLL.rstrip(".")
    done = talk(words, CLAIM, *kept, "twelve-died", "s", "")
    assert done.code == 0, done.err
    assert added(small, "twelve-died").quotes == (words,)


def test_what_the_checks_find_is_shown_and_can_be_changed(talk, small):
    wrong = "In Milltown, 12 people died, according to the mayor."
    done = talk("1", wrong, *kept, "twelve-died", "k", "claim", CLAIM, "s", "")
    assert done.code == 0, done.err
    assert "error[hedge-lost]" in done.err
    assert "error[qualifier-lost]" in done.err
    assert added(small, "twelve-died").claim == CLAIM


def test_with_an_error_it_cannot_be_saved(talk, small):
    wrong = "In Milltown, 13 people died, according to the mayor."
    done = talk("1", wrong, *kept, "twelve-died", "s", "d", "")
    assert "write one of k, e, d" in done.err
    assert added(small, "twelve-died") is None
    assert done.code == 0


def test_answers_that_cannot_be_are_asked_for_again(talk, small):
    answers = {
        "role": ["evidance", "evidence"],
        "parties": ["uplnad", "-"],
        "certainty": ["certain", "reported"],
        "figures": ["many people", "at least 12 people died"],
    }
    given = [answer for key in PROMPTED for answer in answers.get(key, [""])]
    done = talk("1", CLAIM, *given, "twelve-died", "s", "")
    assert done.code == 0, done.err
    assert "'evidance' is not known: did you mean 'evidence'?" in done.err
    assert "'uplnad' is not known: did you mean 'upland'?" in done.err
    assert "'certain' is not known" in done.err
    assert "'many people' is no figure" in done.err
    (figure,) = added(small, "twelve-died").figures
    assert (figure.value, figure.unit, figure.qualifier) == (12, "people died", "at least")


def test_a_dash_empties_a_key(talk, small):
    given = ["-" if key == "place" else "" for key in PROMPTED]
    done = talk("1", CLAIM, *given, "twelve-died", "s", "")
    assert done.code == 0, done.err
    assert added(small, "twelve-died").place is None


def test_a_likely_duplicate_is_named_and_related(talk, small):
    words = "a flood that destroyed the bridge of Milltown on 19 October"
    text = "On October 19, 2020, a flood destroyed the bridge of Milltown, Example Watch documented."
    done = talk(words, text, *kept, "bridge-again", "m", "d", "")
    assert "it says much the same as bridge-destroyed" in done.err
    assert "same_as: [bridge-destroyed]" in done.err
    assert added(small, "bridge-again") is None


def test_a_later_figure_can_supersede_an_earlier_one(talk, small):
    earlier = source("watch-2019", issued="2020-10-19", originals=[])
    old = {
        "id": "nine-died",
        "claim": "In Milltown, nine people died, the mayor said.",
        "quotes": ["nine people died"],
        "topics": ["impartiality"],
        "role": "evidence",
        "parties": [],
        "certainty": "reported",
        "attributed_to": "the mayor",
        "place": "Milltown",
        "happened": "2020-10-19",
        "figures": [{"value": 9, "unit": "people died"}],
    }
    write(small, "facts/sources/watch-2019.yaml", earlier)
    write(small, "facts/claims/watch-2019.yaml", {"source": "watch-2019", "claims": [old]})
    answers = {"happened": "2020-10-19", "figures": "at least 12 people died"}
    given = [answers.get(key, "") for key in PROMPTED]
    done = talk("1", CLAIM, *given, "twelve-died", "s", "s", "")
    assert done.code == 0, done.err
    assert "another figure for the same event: 9 people died in nine-died" in done.err
    assert added(small, "twelve-died").supersedes == ("nine-died",)


def test_the_editor_reaches_every_key(talk, small, monkeypatch):
    import click

    seen = []

    def edit(text, extension):
        seen.append(text)
        return text.replace("certainty: reported", "certainty: reported\n  weight: 2")

    monkeypatch.setattr(click, "edit", edit)
    done = talk("1", CLAIM, *kept, "twelve-died", "e", "s", "")
    assert done.code == 0, done.err
    assert seen[0].startswith("- id: twelve-died\n")
    assert added(small, "twelve-died").weight == 2


def test_an_editor_that_leaves_nonsense_changes_nothing(talk, small, monkeypatch):
    import click

    monkeypatch.setattr(click, "edit", lambda *_, **__: "- [")
    done = talk("1", CLAIM, *kept, "twelve-died", "e", "s", "")
    assert done.code == 0, done.err
    assert "this is not valid YAML" in done.err
    assert added(small, "twelve-died").claim == CLAIM


def test_keys_beyond_those_asked_for_can_be_changed(talk, small):
    done = talk("1", CLAIM, *kept, "twelve-died", "k", "nokey", "k", "note", "Of the mayor.", "s", "")
    assert done.code == 0, done.err
    assert "keys: claim, follow" in done.err
    assert added(small, "twelve-died").note == "Of the mayor."


def test_several_claims_in_one_session_are_each_saved_at_once(talk, small):
    answers = {"certainty": "background", "attributed_to": "-"}
    second = [answers.get(key, "") for key in PROMPTED]
    first = ("1", CLAIM, *kept, "twelve-died", "s")
    done = talk(*first, "It rained.", "In Milltown, it rained.", *second, "it-rained", "s")
    assert done.code == 130  # the answers end before the session does: as with Ctrl-C, what was saved stays
    assert added(small, "twelve-died")
    assert added(small, "it-rained")


def test_ending_at_once_or_in_the_middle_leaves_the_store_as_it_was(talk, small):
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    assert talk("").code == 0
    assert talk("1", CLAIM, "").code == 130
    assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before


def test_a_dry_run_saves_nothing(talk, small):
    done = talk("1", CLAIM, *kept, "twelve-died", "s", "", options=("--dry-run",))
    assert (done.code, done.out) == (0, "")
    assert added(small, "twelve-died") is None


def test_long_lists_of_passages_come_in_pages(talk, run, tmp_path, monkeypatch):
    text = " ".join(f"On {day} May, {day + 20} men died." for day in range(2, 14))
    root = library(tmp_path / "long", {"quotes": ["On 2 May"]}, text=text)
    done = talk("m", "m", "", root=root)
    assert done.code == 0
    assert done.err.count("m for more") == 2
    assert "On 13 May, 33 men died." in done.err


def test_a_source_without_its_original_is_refused(talk, small):
    write(small, "facts/sources/bare.yaml", source("bare", originals=[]))
    done = talk("", name="bare")
    assert done.code == 1
    assert "there is no original of 'bare' to read" in done.err
