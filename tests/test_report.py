from letterkit import report
from letterkit.findings import Finding, Place

ERROR = Finding("rule", "error", "It is wrong", Place("facts/a.yaml", 3), "mend it", "a-claim")


def test_a_finding_is_place_severity_rule_message_and_hint():
    assert report.text([ERROR]) == "facts/a.yaml:3: error[rule] It is wrong (a-claim)\n  hint: mend it"
    assert report.text([Finding("rule", "info", "So it is")]) == "info[rule] So it is"


def test_a_claim_that_the_message_names_is_not_named_again():
    assert (
        report.text([Finding("rule", "info", "a-claim is old", claim="a-claim")])
        == "info[rule] a-claim is old"
    )


def test_the_summary_counts_errors_before_warnings():
    warning, info = Finding("rule", "warning", "."), Finding("rule", "info", ".")
    assert report.summary([warning, ERROR, info, ERROR]) == "2 errors, 1 warning"
    assert report.summary([info]) == ""


def test_outside_a_terminal_a_table_is_plain_columns():
    assert report.table(("id", "text"), [("a", "one\ttwo"), ("bbb", "")]) == "a    one two\nbbb"
    assert report.table(("id",), []) == ""


def test_the_lines_of_a_cell_stand_below_each_other_in_a_terminal_and_between_bars_elsewhere():
    assert report.table(("id", "text"), [("a", "one\ntwo")]) == "a  one | two"
    shown = report.table(("id", "text"), [("a", "one\ntwo")], width=40)
    assert [line.strip() for line in shown.splitlines()[1:]] == ["a   one", "two"]


def test_in_a_terminal_a_table_has_headings_and_fits_its_width():
    shown = report.table(("id", "text"), [("a", "word " * 30)], width=40)
    lines = shown.splitlines()
    assert "id" in lines[0]
    assert len(lines) > 4
    assert "[bold]" in report.table(("id",), [("[bold]",)], width=40)
