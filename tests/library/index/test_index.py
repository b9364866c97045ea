"""The index answers what the YAML answers, whatever happens to it or to the files."""

from __future__ import annotations

import json
import os
import pickle
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.library.index.differing import compared, differences
from tests.library.stores import FILES, claims, write

from letterkit.findings import Finding
from letterkit.library import index
from letterkit.library.disk.locate import starter
from letterkit.library.index import signature
from letterkit.library.load import load, read
from letterkit.library.store import Library
from letterkit.library.yaml import yamlfile


def nothing(_: Library) -> list[Finding]:
    return []


def warm(root: Path, judge=nothing) -> Library:
    """Load a library twice and return what came out of its index."""
    load(root, None, judge)
    library, findings = load(root)
    assert library.sound
    assert findings == []
    return library


def noted(file: Path) -> list[object]:
    """Return what stands in a note, without its check sum."""
    return json.loads(file.read_text().splitlines()[1])


def settle(root: Path, clock) -> None:
    """Let so much time go by that the looks of the files stand for their content."""
    warm(root)
    clock.now += 10
    warm(root)
    note = noted(next(Path(os.environ["XDG_CACHE_HOME"]).rglob("*.seen")))
    assert note[-1] is True


def test_the_starter_out_of_its_index_is_the_starter_out_of_its_yaml():
    assert compared(starter()) == []
    assert warm(starter()).claims.keys()
    assert compared(starter()) == []


def test_a_library_takes_what_it_lacks_from_the_starter_in_its_index_as_well(store):
    assert compared(store, starter()) == []
    library, _ = load(store, starter())
    assert library.sound
    assert ("recipients", "state-dept") in library.borrowed
    assert compared(store, starter()) == []


def test_nothing_but_a_sound_library_is_kept(store, cache):
    (store / "facts" / "claims" / "report-one.yaml").write_text("source: report-one\nclaim: []\n")
    library, findings = load(store, None, nothing)
    assert [finding.rule for finding in findings] == ["unknown-key"]
    assert not library.sound
    assert not cache.exists()


def test_a_library_that_the_judge_finds_fault_with_is_not_kept(store, cache):
    library, findings = load(store, None, lambda _: [Finding("rule", "error", "wrong")])
    assert (library.sound, findings) == (False, [])
    assert not cache.exists()


def test_an_unjudged_library_is_not_kept(store, cache):
    assert load(store)[0].sound is False
    assert not cache.exists()


EDITS = {
    "word": lambda facts: swap(facts / "claims" / "report-one.yaml", "A sentence.", "A sentense."),
    "kept time": lambda facts: swap(facts / "claims" / "report-one.yaml", "six-claim", "ten-claim", keep=True),
    "day": lambda facts: swap(facts / "sources" / "report-one.yaml", "2020-10-05", "2020-10-06"),
    "new claim": lambda facts: (facts / "claims" / "report-two.yaml").write_text(claims("new-claim", source="report-two")),
    "gone": lambda facts: (facts / "claims" / "report-two.yaml").unlink(missing_ok=True),
    "touched": lambda facts: (facts / "parties.yaml").touch(),
    "copied": lambda facts: replaced(facts / "parties.yaml"),
    "misnamed": lambda facts: (facts / "claims" / "stray.yml").write_text("x: y\n"),
    "misnamed gone": lambda facts: (facts / "claims" / "stray.yml").unlink(missing_ok=True),
    "broken": lambda facts: (facts / "topics.yaml").write_text("topics: [\n"),
    "mended": lambda facts: (facts / "topics.yaml").write_text("topics: []\n"),
    "superseding": lambda facts: swap(facts / "claims" / "report-one.yaml", "role: evidence", "supersedes: [one-claim]\n    role: evidence"),
    "time": lambda _: None,
}  # fmt: skip


def swap(path: Path, old: str, new: str, *, keep: bool = False) -> None:
    about = path.stat()
    path.write_text(path.read_text().replace(old, new, 1))
    if keep:
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def replaced(path: Path) -> None:
    """Put a file of the same content in its place, as a checkout does."""
    copy = path.with_suffix(".copy")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=8))
def test_after_any_edits_the_answer_is_that_of_the_yaml(tmp_path_factory, clock, edits):
    root = write(tmp_path_factory.mktemp("store"), FILES)
    assert compared(root) == []
    for edit in edits:
        EDITS[edit](root / "facts")
        clock.now += 10 if edit == "time" else 0.5
        assert compared(root) == [], edits


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen_at_once(store):
    warm(store)
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim", keep=True)
    assert "ten-claim" in load(store)[0].claims


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen_much_later(store, clock):
    settle(store, clock)
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim", keep=True)
    assert "ten-claim" in load(store)[0].claims


def test_an_edit_within_the_tick_of_the_reading_is_seen_while_the_note_is_young(store, clock, monkeypatch):
    monkeypatch.setattr(signature, "look", lambda path: path.name)  # a file system that tells nothing apart
    warm(store)
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim")
    clock.now += 10
    assert "ten-claim" in load(store)[0].claims


def test_a_clock_that_begins_anew_settles_nothing(store, clock):
    warm(store)
    clock.now = 5.0
    warm(store)
    assert not signature.time.monotonic() > 5
    assert [noted(note)[2:] for note in Path(os.environ["XDG_CACHE_HOME"]).rglob("*.seen")] == [[5.0, False]]


def test_a_settled_index_is_used_without_reading_a_file_of_the_store(store, clock, monkeypatch):
    settle(store, clock)

    def refuse(self):
        raise AssertionError(f"{self} was read")

    real = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: refuse(path) if "facts" in path.parts else real(path)
    )
    assert list(load(store)[0].claims) == ["one-claim", "two-claim", "six-claim"]


def test_a_begun_writing_is_overlooked_and_so_is_the_index(store, clock):
    settle(store, clock)
    folder = store / "facts" / ".adding"
    folder.mkdir()
    (folder / "0.new").write_text(claims("new-claim", source="report-two"))
    plan = [{"path": "facts/claims/report-two.yaml", "new": "0.new", "old": ""}]
    (folder / "plan.json").write_text(json.dumps(plan))
    (store / "facts" / "claims" / "report-two.yaml").write_text(claims("new-claim", source="report-two"))
    library, findings = load(store, None, nothing)
    assert (list(library.claims), findings) == (["one-claim", "two-claim", "six-claim"], [])
    (folder / "plan.json").unlink()
    (folder / "0.new").unlink()
    folder.rmdir()
    assert "new-claim" in load(store, None, nothing)[0].claims


def test_a_link_that_leads_elsewhere_is_seen(store, tmp_path, clock):
    file = store / "facts" / "claims" / "report-one.yaml"
    (tmp_path / "a.yaml").write_text(claims("claim-of-a"))
    (tmp_path / "b.yaml").write_text(claims("claim-of-b"))
    file.unlink()
    file.symlink_to(tmp_path / "a.yaml")
    settle(store, clock)
    file.unlink()
    file.symlink_to(tmp_path / "b.yaml")
    assert list(load(store)[0].claims) == ["claim-of-b"]


def test_the_same_folder_by_another_name_has_the_same_index_and_its_own_root(store, tmp_path, clock, cache):
    settle(store, clock)
    (tmp_path / "link").symlink_to(store)
    library, _ = load(tmp_path / "link")
    assert (library.sound, library.root) == (True, tmp_path / "link")
    assert len(list(cache.glob("*.index"))) == 1


def test_two_libraries_have_two_indexes(store, tmp_path):
    other = write(tmp_path / "other", {**FILES, "claims/report-one.yaml": claims("other-claim")})
    assert list(warm(store).claims) != list(warm(other).claims)
    assert load(store)[0].sound
    assert compared(store) == compared(other) == []


def test_the_index_of_another_version_is_left_alone(store, cache, monkeypatch):
    warm(store)
    monkeypatch.setattr(signature, "_READERS", ("library",))
    assert not load(store)[0].sound
    assert warm(store).sound
    assert len(list(cache.glob("*.index"))) == 2


def test_of_many_versions_only_the_latest_are_kept(store, cache, monkeypatch):
    for number in range(5):
        monkeypatch.setattr(signature, "_READERS", ("library",) * number)
        warm(store)
    assert len(list(cache.glob("*.index"))) == len(list(cache.glob("*.seen"))) == 3


def test_a_damaged_index_is_never_believed(store, cache):
    warm(store)
    (file,) = cache.glob("*.index")
    whole = file.read_bytes()
    truth, _ = read(store)
    for place in range(0, len(whole), 29):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << place % 8
        file.write_bytes(damaged)
        assert differences(load(store)[0], truth) == [], place


@pytest.mark.parametrize("data", [b"", b"\0" * 64, pickle.dumps({"a": 1}), b"letterkit index\n" * 9])
def test_what_is_no_index_is_made_anew(store, cache, data):
    warm(store)
    (file,) = cache.glob("*.index")
    whole = file.read_bytes()
    file.write_bytes(data)
    assert compared(store) == []
    assert file.read_bytes() == whole


def test_a_shortened_index_is_made_anew(store, cache):
    warm(store)
    (file,) = cache.glob("*.index")
    whole = file.read_bytes()
    for size in range(0, len(whole), 499):
        file.write_bytes(whole[:size])
        assert compared(store) == []
        assert file.read_bytes() == whole


@pytest.mark.parametrize("note", ["", "[]", "{", '["x", ["a", "b"], "now", true]', "null"])
def test_a_damaged_note_is_written_anew(store, cache, note):
    warm(store)
    (file,) = cache.glob("*.seen")
    file.write_text(note)
    assert warm(store).sound
    assert noted(file)[-1] is False


def test_an_index_that_somebody_else_has_written_is_not_used(store, monkeypatch):
    warm(store)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert not load(store)[0].sound


@pytest.mark.parametrize("base", ["file", "file/below"])
def test_without_a_cache_folder_the_answer_is_the_same(store, tmp_path, monkeypatch, base):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(os, "environ", {**os.environ, "XDG_CACHE_HOME": str(tmp_path / base)})
    assert compared(store) == []
    assert not load(store)[0].sound


def run(code: str, root: Path, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=False, **more
    )


LOADS = """
import sys
from pathlib import Path
from letterkit.library.load import load
library, findings = load(Path(sys.argv[1]), None, lambda _: ())
print(list(library.claims), findings)
"""
ANSWER = "['one-claim', 'two-claim', 'six-claim'] []\n"


@pytest.mark.parametrize("room", [0, 200, 3000, 5000])
def test_on_a_full_disk_the_answer_is_the_same_and_nothing_is_left_behind(store, cache, room):
    def full():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = run(LOADS, store, preexec_fn=full)
    assert (done.stdout, done.stderr, done.returncode) == (ANSWER, "", 0)
    assert list(cache.iterdir()) == []
    assert run(LOADS, store).stdout == ANSWER
    assert (cache / next(cache.glob("*.index"))).stat().st_size > 5000


def test_what_a_process_that_is_killed_while_it_writes_leaves_behind_is_no_index(store, cache):
    killed = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n" + LOADS
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
    done = run(killed.replace("import sys\n", limit + "import sys\n", 1), store)
    assert done.returncode == -signal.SIGXFSZ
    (left,) = cache.iterdir()
    assert left.name.startswith(".tmp")
    assert compared(store) == compared(store) == []
    os.utime(left, (1, 1))
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim")
    assert compared(store) == []
    assert not left.exists()


def test_several_that_make_the_index_at_once_do_not_disturb_each_other(store, cache):
    started = [
        subprocess.Popen([sys.executable, "-c", LOADS, str(store)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [each.communicate()[0] for each in started] == [ANSWER] * 4
    assert sorted(file.suffix for file in cache.iterdir()) == [".index", ".seen"]
    assert warm(store).sound
    assert compared(store) == []


def test_an_index_that_is_replaced_while_it_is_read_goes_on_answering(store):
    library = warm(store)
    swap(store / "facts" / "claims" / "report-one.yaml", "A sentence.", "Another one.")
    assert load(store, None, nothing)[0].claims["one-claim"].claim == "Another one."
    assert library.claims["one-claim"].claim == "A sentence."


def test_to_read_the_index_neither_pydantic_nor_yaml_is_loaded(store):
    code = LOADS + "assert library.claims['one-claim'].claim and not {'pydantic', 'yaml'} & set(sys.modules)"
    run(LOADS, store)
    assert run(code, store).stderr == ""


def test_keeping_nothing_is_no_fault_where_the_store_was_changed_while_it_was_read(store, cache):
    before = index.stamp(store, None)
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim")
    library, _ = read(store)
    index.keep(library, None, before)
    assert not cache.exists()


def test_after_a_change_only_the_changed_files_are_parsed(store, monkeypatch):
    write(store, {"claims/report-two.yaml": claims("new-claim", source="report-two")})
    warm(store)
    swap(store / "facts" / "claims" / "report-one.yaml", "six-claim", "ten-claim")
    parsed = []
    real = yamlfile.read
    monkeypatch.setattr(yamlfile, "read", lambda text, file: parsed.append(file) or real(text, file))
    library, _ = load(store, None, nothing)
    assert parsed == ["facts/claims/report-one.yaml"]
    monkeypatch.undo()
    assert differences(library, read(store)[0]) == []


def test_an_id_that_a_changed_file_uses_again_is_found_in_the_unchanged_one(store):
    write(store, {"claims/report-two.yaml": claims("new-claim", source="report-two")})
    warm(store)
    swap(store / "facts" / "claims" / "report-two.yaml", "new-claim", "one-claim")
    findings = load(store, None, nothing)[1]
    assert findings == read(store)[1]
    assert [finding.rule for finding in findings] == ["duplicate-id"]


def test_verifying_reads_everything_anew(store, monkeypatch):
    warm(store)
    parsed = []
    real = yamlfile.read
    monkeypatch.setattr(yamlfile, "read", lambda text, file: parsed.append(file) or real(text, file))
    load(store, None, nothing, trusting=False)
    assert len(parsed) == 4
