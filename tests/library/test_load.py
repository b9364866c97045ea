import pytest
from tests.library.stores import CLAIM, SOURCE, claims, read, said, write

from letterkit.errors import LetterkitError
from letterkit.findings import Place
from letterkit.library.disk.locate import starter
from letterkit.library.load import load
from letterkit.library.store import Library

FILES = {"sources/report-one.yaml": SOURCE, "claims/report-one.yaml": claims("first-fact", "other-fact")}


def test_a_library_is_read_with_its_name_and_entries_in_the_order_of_the_files(tmp_path):
    library, findings = read(tmp_path, FILES)
    assert findings == []
    assert (library.name, library.root) == ("small", tmp_path)
    assert list(library.sources) == ["report-one"]
    assert list(library.claims) == ["first-fact", "other-fact"]
    assert library.claims["first-fact"].source == "report-one"


def test_the_starter_is_read_without_findings():
    library, findings = load(starter())
    assert findings == []
    assert library.claims
    assert library.topics


def test_what_looks_like_a_country_a_number_or_a_time_stays_text(tmp_path):
    text = "id: report-one\ntype: report\ntitle: 12:30\npublisher: NO\nissued: 2020-10-05\nnumber: 0123\n"
    library, findings = read(tmp_path, {"sources/report-one.yaml": text})
    assert findings == []
    source = library.sources["report-one"]
    assert (source.title, source.publisher, source.issued, source.number) == (
        "12:30",
        "NO",
        "2020-10-05",
        "0123",
    )


def test_every_entry_and_value_knows_its_file_and_line(tmp_path):
    library, _ = read(tmp_path, FILES)
    assert library.place("claims", "other-fact") == Place("facts/claims/report-one.yaml", 10)
    assert library.place("claims", "other-fact", "quotes", 0) == Place("facts/claims/report-one.yaml", 12)
    assert library.place("claims", "other-fact", "follow") == Place("facts/claims/report-one.yaml", 10)
    assert library.place("sources", "report-one", "issued") == Place("facts/sources/report-one.yaml", 5)
    assert library.place("claims", "nothing") == Place()


def test_an_entry_is_found_by_its_kind(tmp_path):
    library, _ = read(tmp_path, FILES)
    assert library.entries("claims") is library.claims


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint"),
    [
        ("certainty:", "certanty:", 9, "unknown key 'certanty'", "did you mean 'certainty'?"),
        ("y: verified", "y: verifed", 9, "'verifed' is not known for 'cert", "did you mean 'verified'?"),
        ("first-fact", "First-Fact", 3, "is no id: small letters and digits", ""),
        ("role: evidence", "role: evidence\n    valid_until: 2020-13-01", 8, "is not in the calendar", ""),
        ("parties: []", "parties: armenia", 8, "'parties' is not a list", "write [a, b]"),
    ],
)  # fmt: skip
def test_a_misspelling_is_found_at_its_file_and_line_and_loses_no_other_claim(
    tmp_path, old, new, line, message, hint
):
    text = claims("first-fact", "other-fact").replace(old, new, 1)
    library, findings = read(tmp_path, {**FILES, "claims/report-one.yaml": text})
    (finding, *also) = [each for each in findings if each.rule != "missing-key"]
    assert also == []
    assert finding.place == Place("facts/claims/report-one.yaml", line)
    assert message in finding.message
    assert hint in finding.hint
    assert finding.severity == "error"
    assert "other-fact" in library.claims


def test_all_errors_of_all_files_come_in_one_run(tmp_path):
    _, findings = read(
        tmp_path,
        {
            "sources/report-one.yaml": SOURCE.replace("title", "tilte"),
            "sources/report-two.yaml": "id: [",
            "claims/report-one.yaml": claims("ab", "good-fact", "x" * 30),
            "topics/mines.yaml": "id: mines\ntitle: Mines\nwords: many\n",
            "recipients/office.yaml": "",
            "library.yaml": "name: small\nformat: 1\ncolour: red\n",
        },
    )
    assert {finding.place.file for finding in findings} == {
        "facts/library.yaml",
        "facts/sources/report-one.yaml",
        "facts/sources/report-two.yaml",
        "facts/claims/report-one.yaml",
        "facts/topics/mines.yaml",
        "facts/recipients/office.yaml",
    }
    assert [str(finding.place) for finding in findings if "claims" in finding.place.file] == [
        "facts/claims/report-one.yaml:3",
        "facts/claims/report-one.yaml:17",
    ]


def test_a_file_named_otherwise_than_its_entry_is_found_and_read(tmp_path):
    library, findings = read(tmp_path, {"sources/one.yaml": SOURCE})
    assert said(findings) == [("file-name", "facts/sources/one.yaml:1")]
    assert (findings[0].message, findings[0].hint) == (
        "the file holds 'report-one' but is named 'one'",
        "rename it to report-one.yaml",
    )
    assert list(library.sources) == ["report-one"]


def test_a_file_of_claims_named_otherwise_than_its_source_is_found_and_read(tmp_path):
    library, findings = read(tmp_path, {"claims/one.yaml": claims("first-fact")})
    assert said(findings) == [("file-name", "facts/claims/one.yaml:1")]
    assert list(library.claims) == ["first-fact"]


def test_a_file_that_ends_in_yml_is_found_and_not_read(tmp_path):
    library, findings = read(tmp_path, {"sources/report-one.yml": SOURCE})
    assert said(findings) == [("file-name", "facts/sources/report-one.yml")]
    assert library.sources == {}


def test_an_id_used_in_two_files_keeps_its_first_place_and_the_second_is_named(tmp_path):
    library, findings = read(
        tmp_path,
        {"claims/a.yaml": claims("same-fact", source="a"), "claims/b.yaml": claims("same-fact", source="b")},
    )
    assert said(findings) == [("duplicate-id", "facts/claims/b.yaml:3")]
    assert findings[0].message == "'same-fact' is used already at facts/claims/a.yaml:3"
    assert library.claims["same-fact"].source == "a"


def test_an_id_used_twice_in_one_file_is_found(tmp_path):
    _, findings = read(tmp_path, {"claims/report-one.yaml": claims("same-fact", "same-fact")})
    assert said(findings) == [("duplicate-id", "facts/claims/report-one.yaml:10")]


def test_one_id_may_stand_for_a_source_and_a_topic(tmp_path):
    _, findings = read(
        tmp_path, {"sources/report-one.yaml": SOURCE, "topics/report-one.yaml": "id: report-one\ntitle: T\n"}
    )
    assert findings == []


@pytest.mark.parametrize("text", ["- a\n- b\n", "word\n", "'word: word'\n"])
@pytest.mark.parametrize("name", ["claims/report-one.yaml", "sources/report-one.yaml", "parties.yaml"])
def test_a_file_that_is_no_mapping_is_found(tmp_path, name, text):
    _, findings = read(tmp_path, {name: text})
    assert said(findings) == [("not-a-mapping", f"facts/{name}:1")]


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "~"])
def test_an_empty_file_is_found(tmp_path, text):
    _, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert said(findings) == [("empty-file", "facts/claims/report-one.yaml:1")]


@pytest.mark.parametrize("key", ["claims", "uncited"])
@pytest.mark.parametrize("value", ["{}", "{a: b}", "word", "''", "5"])
def test_a_mapping_or_a_word_in_place_of_a_list_is_found(tmp_path, key, value):
    _, findings = read(tmp_path, {"claims/report-one.yaml": f"source: report-one\n{key}: {value}\n"})
    assert said(findings) == [("not-a-list", "facts/claims/report-one.yaml:2")]
    assert findings[0].message == f"'{key}' must be a list"


@pytest.mark.parametrize("value", ["", "null", "~", "[]"])
def test_a_source_may_have_no_claims_yet(tmp_path, value):
    library, findings = read(tmp_path, {"claims/report-one.yaml": f"source: report-one\nclaims: {value}\n"})
    assert findings == []
    assert library.claims == {}


def test_an_entry_of_a_list_that_is_no_mapping_is_found_and_the_others_are_read(tmp_path):
    text = f"source: report-one\nclaims:\n  - a word\n{CLAIM.format(name='good-fact')}  -\n  - [x]\n"
    library, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert said(findings) == [
        ("not-a-mapping", "facts/claims/report-one.yaml:3"),
        ("not-a-mapping", "facts/claims/report-one.yaml:11"),
        ("not-a-mapping", "facts/claims/report-one.yaml:12"),
    ]
    assert list(library.claims) == ["good-fact"]


def test_claims_without_a_source_are_found(tmp_path):
    _, findings = read(tmp_path, {"claims/report-one.yaml": "claims:\n" + CLAIM.format(name="first-fact")})
    assert said(findings) == [("missing-key", "facts/claims/report-one.yaml:1")]
    assert findings[0].hint == "add 'source: report-one'"


def test_a_list_of_sources_over_claims_is_found(tmp_path):
    text = claims("first-fact").replace("source: report-one", "source: [report-one]")
    _, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert said(findings) == [("bad-value", "facts/claims/report-one.yaml:1")]


def test_a_claim_may_not_name_a_source_of_its_own(tmp_path):
    text = claims("first-fact") + "    source: report-two\n"
    library, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert said(findings) == [("unknown-key", "facts/claims/report-one.yaml:10")]
    assert library.claims["first-fact"].source == "report-one"


def test_a_misspelt_key_above_the_claims_is_met_with_the_nearest_one(tmp_path):
    _, findings = read(
        tmp_path, {"claims/report-one.yaml": "source: report-one\nclaim:\n" + CLAIM.format(name="one")}
    )
    assert said(findings) == [("unknown-key", "facts/claims/report-one.yaml:2")]
    assert findings[0].hint == "did you mean 'claims'?"


def test_an_import_is_one_file_with_a_list(tmp_path):
    party = "  - {{id: {0}, name: {0}}}\n"
    library, findings = read(tmp_path, {"parties.yaml": "parties:\n" + party.format("a") + party.format("b")})
    assert findings == []
    assert list(library.parties) == ["a", "b"]


def test_a_misspelt_key_of_a_list_is_met_with_the_nearest_one(tmp_path):
    library, findings = read(tmp_path, {"parties.yaml": "partys:\n  - {id: a, name: A}\n"})
    assert said(findings) == [("unknown-key", "facts/parties.yaml:1")]
    assert findings[0].hint == "did you mean 'parties'?"
    assert library.parties == {}


def test_what_is_uncited_is_kept_with_its_reason_and_place(tmp_path):
    text = (
        "source: report-one\nuncited:\n  - {quote: A, reason: B}\n  - {quote: C}\n  - {quote: D, reason: E}\n"
    )
    library, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert said(findings) == [("missing-key", "facts/claims/report-one.yaml:4")]
    assert [(each.quote, each.reason) for each in library.uncited["report-one"]] == [("A", "B"), ("D", "E")]
    assert library.place("uncited", "report-one#1") == Place("facts/claims/report-one.yaml", 5)


def test_a_file_that_is_not_utf_8_is_found_at_its_line(tmp_path):
    latin = "id: report-one\ntitle: Émigré\n".encode("latin-1")
    _, findings = read(
        tmp_path, {"sources/report-one.yaml": latin, "topics/t.yaml": "id: t\ntitle: T\n".encode("utf-16")}
    )
    assert said(findings) == [
        ("encoding", "facts/sources/report-one.yaml:2"),
        ("encoding", "facts/topics/t.yaml:1"),
    ]
    assert {finding.hint for finding in findings} == {"save the file as UTF-8"}


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    library, findings = read(tmp_path, {"topics/t.yaml": b"\xef\xbb\xbfid: t\ntitle: T\n"})
    assert findings == []
    assert library.topics["t"].title == "T"


def test_lines_may_end_as_windows_ends_them(tmp_path):
    text = claims("first-fact", "xx").replace("\n", "\r\n").encode()
    library, findings = read(tmp_path, {"claims/report-one.yaml": text})
    assert [finding.place.line for finding in findings] == [10]
    assert list(library.claims) == ["first-fact"]


def test_a_file_that_cannot_be_read_is_found(tmp_path):
    write(tmp_path, FILES)
    (tmp_path / "facts/sources/gone.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "facts/topics/t.yaml").mkdir(parents=True)
    _, findings = load(tmp_path)
    assert said(findings) == [
        ("unreadable", "facts/sources/gone.yaml"),
        ("unreadable", "facts/topics/t.yaml"),
    ]


def test_anchors_tags_and_double_keys_are_found_in_every_kind_of_file(tmp_path):
    _, findings = read(
        tmp_path,
        {
            "topics/t.yaml": "id: t\ntitle: &t T\nnote: *t\n",
            "parties.yaml": "parties:\n  - {id: a, name: !!str A, name: B}\n",
        },
    )
    assert said(findings) == [
        ("yaml-anchor", "facts/topics/t.yaml:2"),
        ("yaml-alias", "facts/topics/t.yaml:3"),
        ("yaml-tag", "facts/parties.yaml:2"),
        ("yaml-duplicate-key", "facts/parties.yaml:2"),
    ]


def test_a_folder_without_a_library_is_refused(tmp_path):
    with pytest.raises(LetterkitError) as refused:
        load(tmp_path)
    assert str(tmp_path) in refused.value.message
    assert "facts/library.yaml" in refused.value.message
    assert "letterkit new" in refused.value.hint


def test_a_library_of_a_later_format_is_refused(tmp_path):
    with pytest.raises(LetterkitError, match="has format 2; this letterkit reads format 1") as refused:
        read(tmp_path, {"library.yaml": "name: x\nformat: 2\n"})
    assert refused.value.hint == "update letterkit"


@pytest.mark.parametrize(
    ("heading", "fault"),
    [
        ("name: x\n", ("missing-key", 1)),
        ("name: x\nformat: one\n", ("bad-value", 2)),
        ("name: x\nformta: 1\nformat: 1", ("unknown-key", 2)),
        ("", ("not-a-mapping", 1)),
        ("- x\n", ("not-a-mapping", 1)),
        ("name: [", ("yaml-syntax", 1)),
    ],
)
def test_what_is_wrong_with_the_heading_is_found_and_the_rest_is_read(tmp_path, heading, fault):
    library, findings = read(tmp_path, {**FILES, "library.yaml": heading})
    assert (findings[0].rule, findings[0].place) == (fault[0], Place("facts/library.yaml", fault[1]))
    assert library.name in {"x", tmp_path.name}
    assert list(library.claims) == ["first-fact", "other-fact"]


RECIPIENT = (
    "id: {0}\nname: {1}\naudience: us-state\nform: plain\noffice: O\norganisation: X\ncalled: the office\n"
)
FORM = """\
forms:
  - id: {0}
    name: Plain
    with_holder: ["{{name}}"]
    office_only: ["{{office}}"]
    salutation: "Dear {{name}}:"
    salutation_office_held: "Dear {{office}}:"
    salutation_office: "Dear {{office}}:"
"""


def both(tmp_path, ours, theirs):
    write(tmp_path / "starter", theirs)
    return load(write(tmp_path / "ours", ours), tmp_path / "starter")


def test_offices_and_forms_that_a_library_lacks_come_from_the_starter(tmp_path):
    library, findings = both(
        tmp_path,
        {
            "recipients/own.yaml": RECIPIENT.format("own", "Own"),
            "recipients/same.yaml": RECIPIENT.format("same", "Ours"),
        },
        {
            "recipients/same.yaml": RECIPIENT.format("same", "Theirs"),
            "recipients/more.yaml": RECIPIENT.format("more", "More"),
            "forms.yaml": FORM.format("plain"),
        },
    )
    assert findings == []
    assert {name: entry.name for name, entry in library.recipients.items()} == {
        "same": "Ours", "more": "More", "own": "Own",
    }  # fmt: skip
    assert list(library.forms) == ["plain"]
    assert library.name == "small"
    assert library.place("recipients", "more") == Place("facts/recipients/more.yaml", 1)


def test_claims_sources_topics_and_senders_never_come_from_the_starter(tmp_path):
    sender = "id: s\nname: S\nconstituency: c\nsignatories: [{name: N}]\n"
    library, findings = both(
        tmp_path,
        {},
        {
            **FILES,
            "topics/t.yaml": "id: t\ntitle: T\n",
            "senders/s.yaml": sender,
            "parties.yaml": "parties:\n  - {id: a, name: A}\n",
        },
    )
    assert findings == []
    assert library.claims == library.sources == library.topics == library.senders == library.parties == {}
    assert library.occasions == library.uncited == {}


def test_what_is_wrong_in_the_starter_is_not_the_librarys_fault(tmp_path):
    _, findings = both(tmp_path, {}, {"recipients/x.yaml": "id: ["})
    assert findings == []


def test_the_starter_itself_is_read_once():
    library, _ = load(starter(), starter())
    assert library == load(starter())[0]


def test_the_digest_changes_with_every_byte_and_with_nothing_else(tmp_path):
    def digest(**changed):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        return read(
            folder, {**FILES, **{name.replace("__", "/") + ".yaml": text for name, text in changed.items()}}
        )[0].digest

    plain = digest()
    assert plain == digest()
    assert len(plain) == 64
    changed = [
        digest(sources__report_one=SOURCE),
        digest(library="name: small\nformat: 1\n\n"),
        digest(topics__t="id: t\ntitle: T\n"),
        digest(topics__u="id: t\ntitle: T\n"),
        digest(parties="parties: []"),
        digest(parties="parties: []\n# a remark"),
        digest(parties=b"\xef\xbb\xbfparties: []"),
        digest(parties=b"\xff"),
    ]
    assert len({plain, *changed}) == len(changed) + 1


def test_the_digest_tells_where_one_file_ends_and_the_next_begins(tmp_path):
    first, _ = read(
        tmp_path / "1", {"topics/a.yaml": "id: a\ntitle: T\n", "topics/b.yaml": "id: b\ntitle: T\n"}
    )
    second, _ = read(
        tmp_path / "2", {"topics/a.yaml": "id: a\ntitle: T\nid: b\ntitle: T\n", "topics/b.yaml": ""}
    )
    assert first.digest != second.digest


def test_the_digest_does_not_depend_on_where_the_library_lies_or_what_the_starter_holds(tmp_path):
    here, _ = read(tmp_path / "here", FILES)
    there, _ = both(tmp_path, FILES, {"recipients/more.yaml": RECIPIENT.format("more", "More")})
    assert here.digest == there.digest


def test_the_whole_digest_names_the_offices_that_come_from_the_starter_as_well(tmp_path):
    theirs = [{"recipients/more.yaml": RECIPIENT.format("more", name)} for name in ("More", "More", "Others")]
    libraries = [both(tmp_path / str(number), FILES, each)[0] for number, each in enumerate(theirs)]
    assert len({each.digest for each in libraries}) == 1
    first, again, other = (each.whole_digest for each in libraries)
    assert first == again != other
    alone, _ = read(tmp_path / "alone", FILES)
    assert alone.whole_digest == alone.digest != first


def test_a_library_made_in_code_has_nothing_but_its_name(tmp_path):
    assert Library(tmp_path, "bare").entries("claims") == {}
