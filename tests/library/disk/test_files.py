from tests.library.stores import write

from letterkit.library.disk.files import fact_texts, second_reading, template_texts


def test_the_facts_are_given_as_they_are_written_by_their_path(tmp_path):
    write(tmp_path, {"parties.yaml": "parties: []\n", "claims/a.yaml": "# a remark\n", "claims/b.txt": "no"})
    assert fact_texts(tmp_path) == {
        "facts/claims/a.yaml": "# a remark\n",
        "facts/library.yaml": "name: small\nformat: 1\n",
        "facts/parties.yaml": "parties: []\n",
    }


def test_a_file_that_is_not_utf_8_is_given_all_the_same(tmp_path):
    write(tmp_path, {"parties.yaml": b"name: \xff"})
    assert fact_texts(tmp_path)["facts/parties.yaml"] == "name: \ufffd"


def test_only_the_librarys_own_letter_templates_are_given(tmp_path):
    assert template_texts(write(tmp_path, {})) == {}
    folder = tmp_path / "templates" / "letters" / "topics"
    folder.mkdir(parents=True)
    (folder / "t.md.j2").write_text("text")
    (folder / "t.css").write_text("text")
    assert template_texts(tmp_path) == {"templates/letters/topics/t.md.j2": "text"}


def test_a_second_reading_is_given_by_claim_where_it_is_on_record(tmp_path):
    assert second_reading(tmp_path) == {}
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/second-reading.tsv").write_text('claim\treason\na-claim\tsays "so"\n\n')
    assert second_reading(tmp_path) == {"a-claim": {"claim": "a-claim", "reason": 'says "so"'}}
