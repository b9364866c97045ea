import pytest
from tests.checks.stores import library


@pytest.mark.parametrize(
    ("kind", "keys", "name"),
    [
        ("topics", {"id", "title", "audiences"}, "cluster-munitions"),
        ("recipients", {"id", "name", "audience"}, "state-dept"),
        ("senders", {"id", "name"}, "amnesty-usa"),
        ("occasions", {"id", "title", "date"}, "ministers-2020-10-23"),
    ],
)
def test_every_kind_is_listed_and_shown(run, kind, keys, name):
    rows = {row["id"]: row for row in run(kind, "list", "--json").json}
    assert keys <= set(rows[name])
    assert any(line.startswith(name) for line in run(kind, "list").out.splitlines())
    assert run(kind, "show", name, "--json").json["id"] == name
    shown = run(kind, "show", name)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(f"id              {name}\n")
    wrong = run(kind, "show", f"{name}x")
    assert wrong.code == 1
    assert f"did you mean '{name}'?" in wrong.err


def test_a_topic_is_shown_with_its_audiences_plan_and_asks(run):
    out = run("topics", "show", "cluster-munitions").out
    assert "audiences       " in out
    assert "\nplan\nopening " in out
    assert "\nasks of us-state\n" in out
    assert "rests on" in out
    assert "valid         from 2021-01-14 until further notice, seed" in out
    shown = run("topics", "show", "cluster-munitions", "--json").json
    assert "us-state" in shown["audiences"]
    ask = shown["asks"]["us-state"][0]
    assert {"id", "text", "grounds", "basis"} <= set(ask)


def test_an_office_is_shown_with_the_provenance_of_its_holder_and_the_address_of_a_day(run):
    out = run("recipients", "show", "state-dept", "--date", "2020-10-21").out
    assert "Philip T. Reeker" in out
    assert "aiusa-2020-10-21-reeker-letter" in out
    lines = [line.strip() for line in out.split("addressed on October 21, 2020\n")[1].splitlines()]
    assert lines[0] == "The Honorable Philip T. Reeker"
    assert lines[-2:] == ["Washington, DC 20520", "Dear Ambassador Reeker:"]


def test_outside_the_time_of_its_holders_the_office_is_addressed(run):
    shown = run("recipients", "show", "state-dept", "--date", "2021-02-01", "--json").json
    assert shown["date"] == "2021-02-01"
    assert shown["address_lines"][0] == "The Assistant Secretary"
    assert shown["salutation"] == "Dear Assistant Secretary:"


def test_a_library_without_a_sender_still_shows_an_office(run, tmp_path):
    done = run(
        "--library", str(library(tmp_path)), "recipients", "show", "state-dept", "--date", "2020-10-21"
    )
    assert done.code == 0
    assert "Dear Ambassador Reeker:" in done.out


def test_an_empty_list_prints_nothing(run, tmp_path):
    done = run("--library", str(library(tmp_path)), "topics", "list")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert run("--library", str(tmp_path), "topics", "list", "--json").json == []
