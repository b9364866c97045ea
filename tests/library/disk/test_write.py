import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from letterkit.errors import LetterkitError
from letterkit.library.disk import write as module
from letterkit.library.disk.write import write_all


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def started(code, folder):
    """Start Python with some code in a folder."""
    return subprocess.Popen([sys.executable, "-c", dedent(code)], cwd=folder, stderr=subprocess.DEVNULL)


def finished(code, folder):
    """Run Python with some code in a folder to its end."""
    return subprocess.run(
        [sys.executable, "-c", dedent(code)], cwd=folder, capture_output=True, text=True, check=False
    )


def test_files_are_written_whole_and_nothing_else_is_left(tmp_path):
    assert write_all([(tmp_path / "a.docx", b"one"), (tmp_path / "b.pdf", b"")]) == []
    assert names(tmp_path) == ["a.docx", "b.pdf"]
    assert (tmp_path / "a.docx").read_bytes() == b"one"


def test_folders_on_the_way_are_made(tmp_path):
    write_all([(tmp_path / "letters" / "october" / "a.docx", b"one")])
    assert (tmp_path / "letters" / "october" / "a.docx").read_bytes() == b"one"


def test_a_file_gets_the_rights_that_the_user_gives_to_new_files(tmp_path):
    mask = os.umask(0o027)
    try:
        write_all([(tmp_path / "a.docx", b"one")])
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == 0o640


def test_an_existing_file_is_kept_byte_for_byte_and_the_way_out_is_named(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"edited by hand")
    with pytest.raises(LetterkitError) as refused:
        write_all([(path, b"new")])
    assert refused.value.message == f"{path} exists already and may hold somebody's edits"
    assert refused.value.hint == "choose another name, or replace it with --force"
    assert path.read_bytes() == b"edited by hand"
    assert names(tmp_path) == ["a.docx"]


def test_where_one_of_two_files_exists_nothing_is_written(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"edited")
    with pytest.raises(LetterkitError, match=r"b.pdf exists already"):
        write_all([(tmp_path / "a.docx", b"one"), (tmp_path / "b.pdf", b"two")])
    assert names(tmp_path) == ["b.pdf"]
    assert (tmp_path / "b.pdf").read_bytes() == b"edited"


def test_force_replaces_and_says_what(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"edited")
    assert write_all([(path, b"new"), (tmp_path / "b.pdf", b"two")], force=True) == [path]
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.docx", "b.pdf"]


def test_force_replaces_no_folder(tmp_path):
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(LetterkitError, match=r"a.docx is no file that --force could replace"):
        write_all([(tmp_path / "a.docx", b"new")], force=True)
    with pytest.raises(LetterkitError, match="exists already"):
        write_all([(tmp_path / "a.docx", b"new")])
    assert names(tmp_path) == ["a.docx"]


def test_a_link_that_leads_nowhere_is_somebodys_file_too(tmp_path):
    (tmp_path / "a.docx").symlink_to("gone.docx")
    for force in (False, True):
        with pytest.raises(LetterkitError):
            write_all([(tmp_path / "a.docx", b"new")], force=force)
    assert names(tmp_path) == ["a.docx"]


def test_a_file_that_appears_while_the_others_are_written_is_kept(tmp_path, monkeypatch):
    def late(path, data):
        written = beside(path, data)
        path.write_bytes(b"somebody was faster")
        return written

    beside = module._beside
    monkeypatch.setattr(module, "_beside", late)
    with pytest.raises(LetterkitError, match="exists already"):
        write_all([(tmp_path / "a.docx", b"new")])
    assert names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"somebody was faster"


def test_a_file_system_without_hard_links_will_do(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(module.os, "link", refuse)
    write_all([(tmp_path / "a.docx", b"new")])
    with pytest.raises(LetterkitError, match="exists already"):
        module._place(tmp_path / "x", tmp_path / "a.docx", force=False)
    assert names(tmp_path) == ["a.docx"]


def test_a_full_disk_leaves_nothing_behind_and_the_file_is_named(tmp_path):
    """A limit on the size of files stands in for a disk without room: the second file does not fit."""
    code = """
        import resource
        from pathlib import Path
        from letterkit.errors import LetterkitError
        from letterkit.library.disk.write import write_all
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_all([(Path("a.docx"), b"x" * 900), (Path("b.pdf"), b"x" * 200_000)])
        except LetterkitError as error:
            print(error)
        """
    (tmp_path / "kept.txt").write_text("kept")
    done = finished(code, tmp_path)
    assert done.stdout.startswith("cannot write b.pdf: File too large\nhint: free some space")
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path) == ["kept.txt"]


def test_a_full_disk_leaves_the_file_that_was_to_be_replaced(tmp_path):
    code = """
        import resource
        from pathlib import Path
        from letterkit.library.disk.write import write_all
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        write_all([(Path("a.docx"), b"x" * 200_000)], force=True)
        """
    (tmp_path / "a.docx").write_bytes(b"edited")
    assert "cannot write a.docx: File too large" in finished(code, tmp_path).stderr
    assert names(tmp_path) == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"edited"


def test_a_run_killed_while_it_writes_leaves_no_half_file(tmp_path):
    """The process is killed when the bytes are on the disk but the file has no name yet."""
    code = """
        import time
        from pathlib import Path
        from letterkit.library.disk import write
        def wait(*_, **__):
            Path("ready").touch()
            time.sleep(60)
        write._place = wait
        write.write_all([(Path("a.docx"), b"x" * 100_000), (Path("b.pdf"), b"x")], force=True)
        """
    (tmp_path / "a.docx").write_bytes(b"edited")
    process = started(code, tmp_path)
    wait_for(tmp_path / "ready")
    process.kill()
    process.wait()
    assert [name for name in names(tmp_path) if not name.startswith(".letterkit-")] == ["a.docx", "ready"]
    assert (tmp_path / "a.docx").read_bytes() == b"edited"


def test_a_run_interrupted_while_it_writes_leaves_nothing(tmp_path):
    code = """
        import os, signal
        from pathlib import Path
        from letterkit.library.disk import write
        os.fsync = lambda _: os.kill(os.getpid(), signal.SIGINT)
        write.write_all([(Path("a.docx"), b"x" * 100_000)])
        """
    assert "KeyboardInterrupt" in finished(code, tmp_path).stderr
    assert names(tmp_path) == []


def wait_for(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(path)


@pytest.fixture
def locked(tmp_path):
    """Yield a folder that the user of the test may not write into, also where that is root."""
    tmp_path.chmod(0o555)
    for parent in tmp_path.parents:
        if not parent.name.startswith(("pytest-", "popen-")):
            break
        parent.chmod(0o755)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield tmp_path
    os.seteuid(user)
    tmp_path.chmod(0o755)


def test_a_folder_that_may_not_be_written_is_refused_under_the_name_that_was_asked_for(locked):
    with pytest.raises(LetterkitError) as refused:
        write_all([(locked / "a.docx", b"new")])
    assert refused.value.message == f"cannot write {locked / 'a.docx'}: Permission denied"
    with pytest.raises(LetterkitError, match="Permission denied"):
        write_all([(locked / "letters" / "a.docx", b"new")])
    assert names(locked) == []


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "letters").write_text("a file")
    with pytest.raises(LetterkitError, match="cannot write"):
        write_all([(tmp_path / "letters" / "a.docx", b"new")])
    with pytest.raises(LetterkitError, match="cannot write"):
        write_all([(tmp_path / "letters" / "october" / "a.docx", b"new")])
    assert names(tmp_path) == ["letters"]


def test_a_name_that_is_too_long_is_refused_and_the_longest_that_is_not_is_written(tmp_path):
    with pytest.raises(LetterkitError, match="File name too long"):
        write_all([(tmp_path / f"{'x' * 300}.docx", b"new")])
    longest = f"{'x' * 250}.docx"
    write_all([(tmp_path / longest, b"new")])
    assert names(tmp_path) == [longest]
