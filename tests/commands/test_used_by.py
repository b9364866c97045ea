"""`letterkit facts used-by`: which letters of a folder rest on a claim, however much of their marks is left."""

import pytest
from tests.commands.letters import DOCUMENT, complete_library, drafted, retyped
from tests.docx.reading import changed

CLAIM = "stepanakert-oct4-4-killed"
WORDS = "killed four civilians"
MARKS = (("fact:", "gone:"), ("_fact_", "_gone_"))


@pytest.fixture
def used_by(run, tmp_path):
    """Return a function that runs the command over a folder of letters, on the library of a complete sender."""

    def call(claim=CLAIM, *options):
        return run("--library", str(complete_library()), "facts", "used-by", claim, str(tmp_path), *options)

    return call


@pytest.fixture
def letter():
    return drafted("2021-02-01")[0]


def without_record(data):
    data = changed(data, "customXml/item1.xml", ("<record", "<gone"), ("</record>", "</gone>"))
    return changed(data, "docProps/custom.xml", ("letterkit-", "other-"))


def without_marks(data):
    return changed(data, DOCUMENT, *MARKS)


@pytest.mark.parametrize(
    ("how", "found_by", "stands"),
    [
        (lambda data: data, "record", True),
        (lambda data: retyped(data, WORDS, "killed five civilians"), "record", True),
        (lambda data: without_marks(retyped(data, WORDS, "were nothing of the kind")), "record", False),
        (without_record, "marks", True),
        (lambda data: retyped(without_record(data), WORDS, "killed five civilians"), "marks", True),
        (lambda data: without_marks(without_record(data)), "note", True),
    ],
    ids=[
        "as drafted", "with a figure changed", "taken out", "without its record", "changed, without its record",
        "with nothing but its notes",
    ],
)  # fmt: skip
def test_a_letter_is_found_by_its_record_else_by_its_marks_else_by_its_notes(
    used_by, letter, tmp_path, how, found_by, stands
):
    (tmp_path / "letter.docx").write_bytes(how(letter))
    [row] = used_by(CLAIM, "--json").json
    assert row == {
        "file": str(tmp_path / "letter.docx"),
        "claim": CLAIM,
        "found_by": found_by,
        "stands": stands,
        "date": "2021-02-01",
        "recipient": "state-dept" if found_by == "record" else None,
        "topic": "cluster-munitions" if found_by == "record" else None,
        "sent": None,
    }


def test_letters_are_listed_with_their_date_and_others_are_not(used_by, letter, tmp_path):
    (tmp_path / "b.DOCX").write_bytes(letter)
    (tmp_path / "a.docx").write_bytes(drafted("2020-10-21")[0])
    (tmp_path / "~$b.docx").write_bytes(b"Word has it open")
    (tmp_path / "notes.txt").write_bytes(b"nothing")
    assert used_by("armenia-8-strikes-72-killed").out == (
        f"{tmp_path}/b.DOCX: armenia-8-strikes-72-killed, letter of 2021-02-01\n"
    )


def test_letters_that_rest_on_what_a_claim_supersedes_are_touched_as_well(used_by, tmp_path):
    (tmp_path / "a.docx").write_bytes(drafted("2020-10-21")[0])
    assert used_by("armenia-cluster-verified").out == "".join(
        f"{tmp_path}/a.docx: {old} (superseded by armenia-cluster-verified), letter of 2020-10-21\n"
        for old in ("armenia-cluster-unverified", "smerch-warheads-inconclusive")
    )


def test_a_claim_that_no_letter_rests_on_is_said_so(used_by, letter, tmp_path):
    (tmp_path / "a.docx").write_bytes(letter)
    ran = used_by("barda-21-killed-prosecutor")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"no letter in {tmp_path} rests on barda-21-killed-prosecutor\n"


def test_a_claim_that_the_store_has_lost_is_still_found_in_letters(used_by, letter, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(letter)
    ran = used_by("stepanakert-oct4-4-kiled")
    assert (ran.code, ran.out) == (1, "")
    assert "did you mean 'stepanakert-oct4-4-killed'?" in ran.err
    other = without_record(letter)
    path.write_bytes(changed(other, DOCUMENT, (CLAIM, "once-known"), (CLAIM.replace("-", "_"), "once_known")))
    assert used_by("once-known").out == f"{path}: once-known, letter of 2021-02-01\n"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_listed(used_by, letter, tmp_path):
    (tmp_path / "a.docx").write_bytes(letter[:500])
    (tmp_path / "b.docx").write_bytes(letter)
    ran = used_by()
    assert (ran.code, ran.out) == (1, f"{tmp_path}/b.docx: {CLAIM}, letter of 2021-02-01\n")
    assert ran.err == (
        f"{tmp_path}/a.docx: The file is damaged: it is cut short or no package.\n"
        "error: 1 of the files could not be read\n  hint: mend them, or move them elsewhere\n"
    )


def test_a_folder_without_letters_is_refused(used_by, tmp_path):
    ran = used_by()
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"error: {tmp_path} holds no .docx")
