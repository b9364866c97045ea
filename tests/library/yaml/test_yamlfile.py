import builtins
import importlib
import sys

import pytest
import yaml

from letterkit.findings import Place
from letterkit.library.yaml import yamlfile


def read(text):
    """Return the data and, for each finding, rule and line."""
    result = yamlfile.read(text, "facts/x.yaml")
    assert all(finding.place.file == "facts/x.yaml" for finding in result.findings)
    assert all(finding.severity == "error" and finding.hint for finding in result.findings)
    return result.data, [(finding.rule, finding.place.line) for finding in result.findings]


def message(text):
    (finding,) = yamlfile.read(text, "x.yaml").findings
    return finding.message


@pytest.mark.parametrize(
    "trap",
    [
        "NO",
        "yes",
        "on",
        "0123",
        "0x1f",
        "1_000",
        "12:30",
        "1.0",
        "1e3",
        ".inf",
        "2020-10-17",
        "2020-10-17 12:30:00",
    ],
)
def test_what_looks_like_something_else_stays_a_string(trap):
    assert read(f"a: {trap}") == ({"a": trap}, [])


@pytest.mark.parametrize("nothing", ["null", "~", "", "Null", "NULL"])
def test_only_a_plain_null_is_nothing(nothing):
    assert read(f"a: {nothing}") == ({"a": None}, [])


@pytest.mark.parametrize("text", ["'null'", '"~"', "''", "nil", "none"])
def test_a_quoted_null_is_a_string(text):
    assert read(f"a: {text}") == ({"a": text.strip("'\"")}, [])


def test_the_line_of_every_value_is_known():
    result = yamlfile.read("a: 1\n\nb:\n  - c: 2\n    d: >-\n      long\n      text\n  - e\n", "x.yaml")
    assert result.data == {"a": "1", "b": [{"c": "2", "d": "long text"}, "e"]}
    assert [result.line(path) for path in (("a",), ("b",), ("b", 0, "c"), ("b", 0, "d"), ("b", 1))] == [
        1,
        3,
        4,
        5,
        8,
    ]


def test_the_line_of_a_value_that_is_not_there_is_that_of_the_nearest_thing_around_it():
    result = yamlfile.read("a:\n  b: 1\n", "x.yaml")
    assert [result.line(path) for path in (("a", "c"), ("a", "b", 0), ("z",), ())] == [1, 2, 1, 1]


def test_a_key_given_twice_is_refused_at_its_second_place_and_the_first_value_stands():
    assert read("a: 1\nb: 2\na: 3\n") == ({"a": "1", "b": "2"}, [("yaml-duplicate-key", 3)])
    assert read("x: {a: 1, a: 2}") == ({"x": {"a": "1"}}, [("yaml-duplicate-key", 1)])


def test_the_line_of_a_key_given_twice_is_that_of_its_first_value():
    result = yamlfile.read("a:\n  b: 1\na:\n  b: 2\n", "x.yaml")
    assert (result.line(("a",)), result.line(("a", "b"))) == (1, 2)


def test_every_anchor_and_every_use_of_it_is_refused_also_for_plain_text():
    assert read("a: &x word\nb: *x\n") == ({"a": "word", "b": None}, [("yaml-anchor", 1), ("yaml-alias", 2)])
    assert read("a: &x [1]\nb:\n  - *x\n  - *x\n") == (
        {"a": ["1"], "b": [None, None]},
        [("yaml-anchor", 1), ("yaml-alias", 3), ("yaml-alias", 4)],
    )


def test_an_anchor_that_nobody_uses_is_refused():
    assert read("&top\na: 1")[1] == [("yaml-anchor", 1)]
    assert read("&k a: 1") == ({"a": "1"}, [("yaml-anchor", 1)])


def test_an_anchor_inside_itself_ends():
    assert read("a: &x [*x]") == ({"a": [None]}, [("yaml-anchor", 1), ("yaml-alias", 1)])


def test_anchors_that_multiply_are_not_written_out():
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    data, findings = read("\n".join(rows))
    assert data["a19"] == [None] * 9
    assert len(findings) == 20 + 19 * 9


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: !!str 5", "!!str"),
        ("a: !!int 5", "!!int"),
        ("a: !!binary aGk=", "!!binary"),
        ("a: !!set {x}", "!!set"),
        ("a: !own x", "!own"),
        ("a: ! x", "!"),
        ("a: !!python/object/apply:os.system [ls]", "!!python/object/apply:os.system"),
        ("!!python/name:os.system a: 1", "!!python/name:os.system"),
    ],
)
def test_every_tag_is_refused_and_named(text, tag):
    assert [rule for rule, _ in read(text)[1]] == ["yaml-tag"]
    assert message(text) == f"the tag {tag} is not allowed"


@pytest.mark.parametrize("text", ["? [a, b]\n: 1", "? {a: 1}\n: 1", "{[a]: 1}"])
def test_a_key_that_is_no_word_is_refused(text):
    assert read(text) == ({}, [("yaml-key", 1)])


def test_a_merge_key_is_a_key_like_any_other():
    assert read("<<: {a: 1}") == ({"<<": {"a": "1"}}, [])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [", 2),
        ("a: 1\nb: c: d\n", 2),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 'it''s\n", 1),
        ("- a\nb\n", 2),
        ("a: 1\nb: @x", 2),
        ('a: 1\nb: "\\q"', 2),
        ("a: 1\nb: bell \x07\n", 2),
        ("a: 1\n\nb: nul \0\n", 3),
    ],
)
def test_a_syntax_error_names_its_line_and_leaves_no_data(text, line):
    assert read(text) == (None, [("yaml-syntax", line)])


def test_a_control_character_is_named():
    assert message("a: \x07") == "this is not valid YAML: the control character U+0007 is not allowed"


@pytest.mark.parametrize(
    ("escape", "sign"),
    [("\\0", "0000"), ("\\x07", "0007"), ("\\e", "001B"), ("\\x7f", "007F"), ("\\uFFFE", "FFFE")],
)
def test_a_control_character_written_as_an_escape_is_refused(escape, sign):
    text = f'a: 1\nb: "x{escape}y"\n'
    assert read(text)[1] == [("control-character", 2)]
    assert message(text) == f"the control character U+{sign} is not allowed"


def test_tabs_line_breaks_and_signs_of_every_script_are_allowed():
    value = "\t tab\nline \u00a0 \u200f \u202e \ue000 שָׁלוֹם 💧"
    assert read('a: "\\t tab\\nline \u00a0 \u200f \u202e \ue000 שָׁלוֹם 💧"') == ({"a": value}, [])


def test_a_second_document_is_refused_where_it_begins():
    assert read("a: 1\n---\na: 2\n") == ({"a": "1"}, [("yaml-syntax", 2)])


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark\n", "---\n", "--- ~"])
def test_an_empty_file_has_no_data_and_nothing_wrong(text):
    assert read(text) == (None, [])


@pytest.mark.parametrize("opening", ["[", "{a: "])
@pytest.mark.parametrize("depth", [30, 500, 60_000])
def test_nesting_without_end_is_refused_and_exhausts_nothing(opening, depth):
    text = f"x: 1\ny: {opening * depth}"
    assert read(text) == (None, [("yaml-syntax", 2)])
    assert message(text) == "this is not valid YAML: this nests more than 20 levels deep"


def test_as_deep_as_a_store_needs_is_fine():
    assert read(f"x: {'[' * 19}1{']' * 19}")[1] == []


def test_the_parser_without_libyaml_says_the_same(monkeypatch):
    monkeypatch.delattr(yaml, "CBaseLoader")
    plain = importlib.util.module_from_spec(importlib.util.find_spec("letterkit.library.yaml.yamlfile"))
    monkeypatch.setitem(sys.modules, plain.__name__, plain)
    plain.__spec__.loader.exec_module(plain)
    assert plain._Loader is yaml.BaseLoader
    for text in (
        "a: NO\nb: [1, {c: ~}]\n",
        "a: &x 1\nb: *x",
        "a: !!int 1",
        "a: 1\na: 2",
        "a: [",
        "a: \0",
        "a: 1\n---\n",
    ):
        ours, other = yamlfile.read(text, "x"), plain.read(text, "x")
        assert (other.data, other.lines) == (ours.data, ours.lines)
        assert [(each.rule, each.place) for each in other.findings] == [
            (each.rule, each.place) for each in ours.findings
        ]


def test_reading_opens_no_file(monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(builtins, "open", refuse)
    assert yamlfile.read("a: 1", "no/such/file.yaml").line(("a",)) == 1
    assert yamlfile.read("a: [", "f").findings[0].place == Place("f", 1)
