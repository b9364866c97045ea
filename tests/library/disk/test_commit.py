"""All files or none: what a writing leaves behind when it is stopped at any point."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.library.stores import source, write

from letterkit.errors import LetterkitError
from letterkit.library.disk import commit as module
from letterkit.library.disk.commit import commit, pending, undo
from letterkit.library.intake.sourcefile import written
from letterkit.library.load import load

OLD = "id: report-one\ntype: report\ntitle: One\npublisher: P\nissued: '2020-10-05'\n"


@pytest.fixture
def root(tmp_path):
    return write(tmp_path, {"sources/report-one.yaml": OLD})


def files(root):
    """Return two new files and one that replaces another."""
    sources = root / "facts" / "sources"
    new = {sources / f"new-{n}.yaml": written(source(f"new-{n}")).encode() for n in range(2)}
    return {
        root / "seeds" / "new.txt": b"text",
        **new,
        sources / "report-one.yaml": OLD.replace("One", "Two").encode(),
    }


def tree(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def titles(root):
    library, findings = load(root)
    assert findings == []
    return {name: each.title for name, each in library.sources.items()}


def test_new_files_and_replaced_ones_are_written_together(root):
    commit(root, files(root))
    assert titles(root) == {"report-one": "Two", "new-0": "New-0", "new-1": "New-1"}
    assert (root / "seeds" / "new.txt").read_bytes() == b"text"
    assert not (root / "facts" / ".adding").exists()


@pytest.mark.parametrize("stop", range(12))
def test_an_exception_at_any_point_leaves_the_library_as_it_was(root, monkeypatch, stop):
    before = tree(root)
    left = [stop]

    def failing(real):
        def call(*arguments, **options):
            left[0] -= 1
            if left[0] < 0 and not failing.undoing:
                failing.undoing = True
                raise KeyboardInterrupt
            return real(*arguments, **options)

        return call

    failing.undoing = False
    for name in ("_write", "_place"):
        monkeypatch.setattr(module, name, failing(getattr(module, name)))
    try:
        commit(root, files(root))
    except KeyboardInterrupt:
        assert tree(root) == before
    else:
        assert titles(root)["report-one"] == "Two"


KILLED = """
import os, signal, sys
from pathlib import Path
from letterkit.library.disk import commit as module
root, stop = Path(sys.argv[1]), int(sys.argv[2])
files = {root / name: bytes.fromhex(data) for name, data in eval(sys.argv[3]).items()}
left = [stop]
def dying(real):
    def call(*arguments, **options):
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1
        return real(*arguments, **options)
    return call
for name in ("_write", "_place"):
    setattr(module, name, dying(getattr(module, name)))
module.commit(root, files)
"""


@pytest.mark.parametrize("stop", range(12))
def test_a_process_that_is_killed_at_any_point_leaves_a_library_that_reads_as_before(root, stop):
    wanted = {path.relative_to(root).as_posix(): data.hex() for path, data in files(root).items()}
    done = subprocess.run([sys.executable, "-c", KILLED, str(root), str(stop), repr(wanted)], check=False)
    if done.returncode == 0:
        assert titles(root)["report-one"] == "Two"
        return
    assert titles(root) == {"report-one": "One"}
    commit(root, files(root))  # and the next writing finds nothing in its way
    assert titles(root) == {"report-one": "Two", "new-0": "New-0", "new-1": "New-1"}


def test_undoing_keeps_a_file_that_somebody_else_has_put_in_the_place(root):
    staged = root / "facts" / ".adding"
    staged.mkdir()
    (staged / "0.new").write_bytes(b"ours")
    plan = [{"path": "seeds/new.txt", "new": "0.new", "old": ""}]
    (staged / "plan.json").write_text(json.dumps(plan))
    (root / "seeds").mkdir()
    (root / "seeds" / "new.txt").write_bytes(b"theirs")
    undo(root)
    assert (root / "seeds" / "new.txt").read_bytes() == b"theirs"
    assert not staged.exists()


def test_a_new_file_never_replaces_one_that_has_appeared_meanwhile(root, monkeypatch):
    wanted = files(root)
    place, before = module._place, tree(root)

    def late(staged, path, *, replace):
        if path.name == "new-1.yaml":
            path.write_bytes(b"somebody's")
        place(staged, path, replace=replace)

    monkeypatch.setattr(module, "_place", late)
    with pytest.raises(LetterkitError, match="nothing was changed"):
        commit(root, wanted)
    assert tree(root) == {**before, "facts/sources/new-1.yaml": b"somebody's"}


def test_two_writers_do_not_meet(root):
    import fcntl

    number = os.open(root / "facts", os.O_RDONLY)
    fcntl.flock(number, fcntl.LOCK_EX)
    with pytest.raises(LetterkitError, match="another letterkit is writing to this library"):
        commit(root, files(root))
    os.close(number)
    commit(root, files(root))


def test_a_library_that_may_not_be_written_is_left_alone(root, monkeypatch):
    def refused(*_arguments, **_options):
        raise PermissionError(13, "Permission denied", "here")

    before = tree(root)
    monkeypatch.setattr(module, "_write", refused)
    with pytest.raises(LetterkitError, match="cannot write here: Permission denied"):
        commit(root, files(root))
    assert tree(root) == before


def test_nothing_is_pending_in_a_library_at_rest(root):
    assert (pending(root).added, dict(pending(root).replaced)) == (frozenset(), {})
    assert pending(Path("/nowhere")).added == frozenset()
