"""An index is believed only of these files, this code and this user: whatever else it is of, the YAML answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from tests.library.index.differing import compared, differences
from tests.library.stores import SOURCE, claims, write

from letterkit.findings import Finding
from letterkit.library import index
from letterkit.library.disk import cache as kept
from letterkit.library.index import signature
from letterkit.library.index.packed import Packer
from letterkit.library.load import load, read
from letterkit.library.store import Library

CLAIMS, OFFICES = Path("facts/claims/report-one.yaml"), Path("facts/recipients/mayor.yaml")
OFFICE = "id: mayor\naudience: company\nname: {}\noffice: Mayor\norganisation: Town\naddress: [Town]\nform: plain\ncalled: the Town\n"


def nothing(_: Library) -> list[Finding]:
    return []


def ids(root: Path, starter: Path | None = None) -> list[str]:
    return list(load(root, starter, nothing)[0].claims)


def swap(path: Path, old: str, new: str) -> None:
    """Change a file, and leave its size and its time of change as they were."""
    about, text = path.stat(), path.read_text()
    assert old in text
    assert len(old) == len(new)
    path.write_text(text.replace(old, new, 1))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def note(cache: Path) -> list[object]:
    """Return what is noted beside the only index."""
    (file,) = cache.glob("*.seen")
    return json.loads(file.read_text().splitlines()[1])


def settle(root: Path, clock, cache: Path, starter: Path | None = None) -> None:
    """Let so much time go by that the looks of the files stand for their content."""
    for _ in range(3):
        load(root, starter, nothing)
        clock.now += 10
    assert note(cache)[-1] is True
    assert load(root, starter)[0].sound


# --- The files ----------------------------------------------------------------------------------------------


def test_a_renamed_file_is_seen(store, clock, cache):
    settle(store, clock, cache)
    (store / CLAIMS).rename((store / CLAIMS).with_name("report-two.yaml"))
    assert "file-name" in [finding.rule for finding in load(store, None, nothing)[1]]


def test_two_files_that_change_names_are_seen(store, clock, cache):
    write(store, {"claims/report-two.yaml": claims("new-claim", source="report-two")})
    settle(store, clock, cache)
    one, two, between = (
        store / CLAIMS.with_name(name) for name in ("report-one.yaml", "report-two.yaml", "x")
    )
    one.rename(between)
    two.rename(one)
    between.rename(two)
    assert [finding.rule for finding in load(store, None, nothing)[1]] == ["file-name", "file-name"]


def test_a_file_that_moves_to_another_kind_is_seen(store, clock, cache):
    settle(store, clock, cache)
    (store / "facts/topics").mkdir()
    (store / CLAIMS).rename(store / "facts/topics/report-one.yaml")
    assert load(store, None, nothing)[1] != []


def test_a_deleted_file_is_seen(store, clock, cache):
    settle(store, clock, cache)
    (store / CLAIMS).unlink()
    assert ids(store) == []


def test_a_library_that_changes_its_name_is_seen(store, clock, cache):
    settle(store, clock, cache)
    swap(store / "facts/library.yaml", "small", "large")
    assert load(store, None, nothing)[0].name == "large"


def test_a_change_of_the_file_that_a_link_leads_to_is_seen(store, tmp_path, clock, cache):
    (store / CLAIMS).rename(tmp_path / "elsewhere.yaml")
    (store / CLAIMS).symlink_to(tmp_path / "elsewhere.yaml")
    settle(store, clock, cache)
    swap(tmp_path / "elsewhere.yaml", "six-claim", "ten-claim")
    assert ids(store) == ["one-claim", "two-claim", "ten-claim"]


def test_a_folder_that_leads_elsewhere_is_seen(store, tmp_path, clock, cache):
    (store / "facts/claims").rename(tmp_path / "a")
    write(tmp_path / "b", {"x/report-one.yaml": claims("one-claim")})
    (store / "facts/claims").symlink_to(tmp_path / "a")
    settle(store, clock, cache)
    (store / "facts/claims").unlink()
    (store / "facts/claims").symlink_to(tmp_path / "b/facts/x")
    assert ids(store) == ["one-claim"]


def test_a_folder_in_place_of_a_file_is_no_answer_of_the_index(store, clock, cache):
    settle(store, clock, cache)
    (store / CLAIMS).unlink()
    (store / CLAIMS).mkdir()
    assert [finding.rule for finding in load(store, None, nothing)[1]] == ["unreadable"]


def test_another_library_in_the_same_place_is_seen(store, tmp_path, clock, cache):
    settle(store, clock, cache)
    store.rename(tmp_path / "old")
    write(store, {"sources/report-one.yaml": SOURCE, "claims/report-one.yaml": claims("ten-claim")})
    assert ids(store) == ["ten-claim"]


PARTS = ("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino", "st_dev", "st_mode")


@pytest.mark.parametrize("part", PARTS)
def test_all_that_the_file_system_tells_of_a_file_counts(store, part):
    class Told:
        name = "report-one.yaml"

        def __init__(self, **changed):
            about = (store / CLAIMS).stat()
            self.about = type("About", (), {each: getattr(about, each) for each in PARTS} | changed)

        def stat(self):
            return self.about

    now = getattr((store / CLAIMS).stat(), part)
    assert kept.look(Told()) == kept.look(store / CLAIMS) != kept.look(Told(**{part: now + 1}))


# --- The starter that lends -----------------------------------------------------------------------------------


@pytest.fixture
def lender(tmp_path):
    """A library from which another takes an office."""
    return write(tmp_path / "lender", {"recipients/mayor.yaml": OFFICE.format("Mayor A")})


def office(root: Path, lender: Path) -> str:
    return load(root, lender, nothing)[0].recipients["mayor"].name


def test_a_change_of_what_the_starter_lends_is_seen(store, lender, clock, cache):
    settle(store, clock, cache, lender)
    assert office(store, lender) == "Mayor A"
    swap(lender / OFFICES, "Mayor A", "Mayor B")
    assert office(store, lender) == "Mayor B"


def test_another_starter_lends_its_own(store, lender, tmp_path, clock, cache):
    other = write(tmp_path / "other", {"recipients/mayor.yaml": OFFICE.format("Mayor B")})
    settle(store, clock, cache, lender)
    assert office(store, other) == "Mayor B"
    assert office(store, lender) == "Mayor A"
    assert len(list(cache.glob("*.index"))) == 2


def test_a_library_alone_and_with_a_starter_are_two(store, lender, clock, cache):
    settle(store, clock, cache, lender)
    library, _ = load(store, None, nothing)
    assert library.recipients == {}


def test_nothing_is_kept_where_the_starter_was_changed_while_it_was_read(store, lender, cache):
    before = index.stamp(store, lender)
    swap(lender / OFFICES, "Mayor A", "Mayor B")
    library, _ = read(store, lender)
    index.keep(library, lender, before)
    assert not cache.exists()


# --- Somebody is writing --------------------------------------------------------------------------------------


def begin(root: Path, path: Path, new: str, old: str | None) -> None:
    """Begin to write into a library, as far as the file's place, and go no further."""
    folder = root / "facts" / ".adding"
    folder.mkdir()
    (folder / "0.new").write_text(new)
    if old is not None:
        (folder / "0.old").write_text(old)
    plan = [{"path": path.as_posix(), "new": "0.new", "old": "0.old" if old is not None else ""}]
    (folder / "plan.json").write_text(json.dumps(plan))
    (root / path).write_text(new)


def end(root: Path) -> None:
    for file in (root / "facts" / ".adding").iterdir():
        file.unlink()
    (root / "facts" / ".adding").rmdir()


def test_what_is_being_written_is_not_answered_by_an_index_of_the_same_files(store):
    path = CLAIMS.with_name("report-two.yaml")
    new = claims("new-claim", source="report-two")
    (store / path).write_text(new)
    assert "new-claim" in ids(store)
    (store / path).unlink()
    begin(store, path, new, None)
    assert ids(store) == ["one-claim", "two-claim", "six-claim"]
    end(store)
    assert "new-claim" in ids(store)


def test_what_is_being_written_into_the_starter_counts_once_it_is_written(store, lender):
    begin(lender, OFFICES, OFFICE.format("Mayor B"), OFFICE.format("Mayor A"))
    assert [office(store, lender) for _ in range(2)] == ["Mayor A", "Mayor A"]
    end(lender)
    assert [office(store, lender) for _ in range(2)] == ["Mayor B", "Mayor B"]


# --- Time -----------------------------------------------------------------------------------------------------


def test_a_file_that_changes_while_the_note_settles_is_seen(store, clock, cache, monkeypatch):
    """The looks are noted before the content is read, so that a change in between is one."""
    load(store, None, nothing)
    clock.now += 10
    real = signature.digest

    def struck(root, kinds):
        found = real(root, kinds)
        swap(store / CLAIMS, "six-claim", "ten-claim")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(signature, "digest", struck)
        assert ids(store) == ["one-claim", "two-claim", "six-claim"]
    assert note(cache)[-1] is True
    assert ids(store) == ["one-claim", "two-claim", "ten-claim"]


def test_a_process_that_sleeps_while_it_looks_makes_no_older_note(store, clock, monkeypatch):
    real = signature.look

    def slow(path):
        clock.now += 10
        return real(path)

    monkeypatch.setattr(signature, "look", slow)
    assert signature.stamp(store, None).taken == clock.now


def test_a_note_of_other_looks_is_young_again(store, clock, cache):
    load(store, None, nothing)
    clock.now += 10
    (store / CLAIMS).touch()
    assert load(store)[0].sound
    assert note(cache)[2:] == [clock.now, False]


def test_a_note_of_other_content_is_young_again(store, clock, cache, monkeypatch):
    monkeypatch.setattr(signature, "look", lambda path: path.name)  # a file system that tells nothing apart
    load(store, None, nothing)
    (seen,) = cache.glob("*.seen")
    earlier = seen.read_bytes()
    swap(store / CLAIMS, "six-claim", "ten-claim")
    assert "ten-claim" in ids(store)
    seen.write_bytes(earlier)  # as two processes at once may leave it
    clock.now += 10
    assert load(store)[0].sound
    assert note(cache)[2:] == [clock.now, False]


def test_who_asks_all_the_time_has_the_note_settle_as_well(store, clock, cache):
    for _ in range(8):
        load(store, None, nothing)
        clock.now += 0.5
    assert note(cache)[-1] is True


def test_a_clock_set_back_believes_no_file_that_has_changed(store, clock, cache):
    settle(store, clock, cache)
    clock.now = 0.0
    swap(store / CLAIMS, "six-claim", "ten-claim")
    assert ids(store) == ["one-claim", "two-claim", "ten-claim"]


# --- The index and its note ---------------------------------------------------------------------------------


def test_an_older_index_beside_a_settled_note_is_not_believed(store, clock, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    older = file.read_bytes()
    swap(store / CLAIMS, "six-claim", "ten-claim")
    settle(store, clock, cache)
    file.write_bytes(older)  # as a process leaves it that began earlier and was stopped before its note
    assert ids(store) == ["one-claim", "two-claim", "ten-claim"]


def test_a_note_of_which_a_letter_has_changed_settles_nothing(store, clock, cache, monkeypatch):
    monkeypatch.setattr(signature, "look", lambda path: path.name)
    load(store, None, nothing)
    (seen,) = cache.glob("*.seen")
    whole = seen.read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        seen.write_bytes(damaged)
        assert signature._noted(seen) is None, place


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("ending", [".index", ".seen"])
def test_what_another_user_has_written_is_not_believed(store, clock, cache, ending):
    settle(store, clock, cache)
    (file,) = cache.glob(f"*{ending}")
    os.chown(file, 65534, 65534)
    if ending == ".seen":
        assert signature._noted(file) is None
    assert load(store)[0].sound is (ending == ".seen")


def test_a_damaged_index_that_cannot_be_deleted_is_read_past(store, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    whole = bytearray(file.read_bytes())
    where = whole.index(b"A sentence.")
    whole[where] ^= 1
    file.write_bytes(whole)
    library, _ = load(store)
    assert library.sound
    file.unlink()
    file.mkdir()  # what `unlink` refuses, as it does in a folder that may not be written
    assert differences(library, read(store)[0]) == []


def test_an_index_in_whose_place_a_folder_stands_is_done_without(store, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    file.unlink()
    file.mkdir()
    assert compared(store) == compared(store) == []


# --- The code -----------------------------------------------------------------------------------------------

READING = """
import os, sys
from pathlib import Path
from letterkit.commands.common import _judged
from letterkit.library.disk import cache
from letterkit.library.index import signature
from letterkit.library.load import load
root = Path(sys.argv[1])
assert load(root, None, _judged)[1] == []
assert load(root, None, _judged)[0].claims["one-claim"].claim
before = signature.name(root, None)
files = {Path(each.__file__) for name, each in sys.modules.items() if name.partition(".")[0] == "letterkit"}
for file in sorted(files):
    about = file.stat()
    os.utime(file, (1, 1))
    cache.code.cache_clear()
    if signature.name(root, None) == before:
        print(file)
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    cache.code.cache_clear()
    before = signature.name(root, None)
"""


def test_an_index_is_that_of_the_code_that_reads_and_judges(store, tmp_path):
    package = tmp_path / "code" / "letterkit"
    ours = Path(kept.__file__).parents[2]
    for file in ours.rglob("*.py"):
        copy = package / file.relative_to(ours)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    given = {**os.environ, "PYTHONPATH": str(package.parent)}
    done = subprocess.run(
        [sys.executable, "-c", READING, str(store)], env=given, capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.returncode) == ("", 0)
    others = {Path(line).relative_to(package).parts[0] for line in done.stdout.splitlines()}
    # Commands ask for the library, and the archive reads originals, of which the index holds nothing.
    assert others <= {"archive", "commands"}


def test_an_index_is_that_of_the_packages_that_read(monkeypatch, tmp_path):
    site = tmp_path / "site"
    (site / "pydantic").mkdir(parents=True)
    found = ModuleSpec("pydantic", None, origin=str(site / "pydantic" / "__init__.py"))
    monkeypatch.setattr(kept, "find_spec", lambda _: found)
    before = kept.code.__wrapped__("library")
    (site / "pyyaml-7.0.dist-info").mkdir()
    assert kept.code.__wrapped__("library") != before


# --- Damage where it hurts most -------------------------------------------------------------------------------


def test_no_bit_of_where_the_root_stands_is_believed_when_it_is_another(store, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    whole = file.read_bytes()
    for bit in range(8 * 32):
        damaged = bytearray(whole)
        damaged[len(whole) - 32 + bit // 8] ^= 1 << bit % 8
        file.write_bytes(damaged)
        assert index.find(store, None, read) is None, bit


@pytest.mark.parametrize("root", [{}, [], "root", {"digests": 7}])
def test_a_whole_file_that_holds_no_library_is_no_index(store, cache, root):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    with file.open("wb") as stream:
        Packer(stream).end(root)
    assert index.find(store, None, read) is None
    assert compared(store) == compared(store) == []


def test_a_damaged_index_is_deleted_once_it_shows(store, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    whole = bytearray(file.read_bytes())
    whole[whole.index(b"A sentence.")] ^= 1
    file.write_bytes(whole)
    library, _ = load(store)
    assert file.exists()
    assert library.claims["one-claim"].claim == "A sentence."
    assert not file.exists()


def test_a_folder_that_leads_to_itself_has_no_index(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert index.find(tmp_path / "loop", None, read) is None
    assert index.stamp(tmp_path / "loop", None) is None


def test_nobody_else_may_look_into_the_folder_of_the_indexes(store, cache):
    load(store, None, nothing)
    assert cache.stat().st_mode & 0o077 == 0


def test_a_store_with_a_file_whose_name_is_no_text_is_read_and_not_kept(store, cache):
    name = os.fsencode(store / "facts" / "parties") + b"/\xff.yaml"
    (store / "facts" / "parties").mkdir()
    with open(name, "w") as stream:  # noqa: PTH123 (a name of bytes)
        stream.write("parties:\n  - {id: south, name: South}\n")
    library, findings = load(store, None, nothing)
    assert (list(library.parties), findings) == (["north", "south"], [])
    assert list(cache.glob("*")) == []
    assert list(library.claims) == ["one-claim", "two-claim", "six-claim"]


def test_an_entry_is_found_without_reading_the_names_of_all(store):
    many = [f"claim-{number}" for number in range(500)]
    write(store, {"claims/report-one.yaml": claims(*many)})
    load(store, None, nothing)
    library, _ = load(store)
    assert library.sound
    assert [library.claims[name].id for name in many[::50]] == many[::50]
    assert "claim-500" not in library.claims
    assert library.claims.get("claim-x") is None
    assert library.claims._all_names is None
    assert list(library.claims) == many
    assert "claim-500" not in library.claims


@pytest.mark.parametrize("link", ["alike", "carriers", "resting"])
def test_a_claim_that_a_link_names_is_that_claim(store, link):
    write(store, {"claims/report-one.yaml": claims(*(f"claim-{number}" for number in range(90)))})
    load(store, None, nothing)
    library, _ = load(store)
    assert library.sound
    (found,) = getattr(library.links, link).values()
    names = found.names if link == "alike" else found
    assert len(names) == 90
    assert [library.claims[name].id for name in names] == list(names)
    assert [library.links.positions[name] for name in names] == list(range(90))


def test_a_damaged_index_still_knows_which_claims_there_are(store, cache):
    load(store, None, nothing)
    (file,) = cache.glob("*.index")
    whole = file.read_bytes()
    shown = set()
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        file.write_bytes(damaged)
        library, _ = load(store)
        assert "one-claim" in library.claims, place
        assert "no-claim" not in library.claims, place
        shown.add((library.sound, file.exists()))
    assert shown == {(True, True), (True, False), (False, True)}
