from datetime import date

from letterkit.archive import Kind, read, sniff, works

PAGE = """\
River Watch asks the Governor to open the gates

3 March 2023

On 3 March 2023 the Governor visits Milltown. River Watch wrote to her office.

To read the letter, click here


Jo Reed/Reuters


1 March 2023

The Governor
1 Hill Street

Re: Request to open the gates

Dear Governor Stone:

We ask you to:

  • open the gates; and
  • call us at (202) 555-0143.

Ada Brook
River Watch
"""


def test_page_and_letter_are_two_works_addressed_by_name():
    assert sniff(PAGE.encode()) == "letter-page"
    assert list(works(PAGE.encode())) == ["page", "letter"]


def test_the_letter_bears_its_own_date_and_was_issued_with_the_page():
    page, letter = read(PAGE.encode())
    assert (page.issued, page.dated) == (date(2023, 3, 3), None)
    assert (letter.issued, letter.dated) == (date(2023, 3, 3), date(2023, 3, 1))


def test_each_is_titled_as_printed():
    page, letter = read(PAGE.encode())
    assert page.title == "River Watch asks the Governor to open the gates"
    assert letter.title == "Request to open the gates"


def test_nothing_of_one_is_in_the_other():
    page, letter = read(PAGE.encode())
    assert page.text == (
        "River Watch asks the Governor to open the gates\n3 March 2023\n"
        "On 3 March 2023 the Governor visits Milltown. River Watch wrote to her office."
    )
    assert letter.text == (
        "1 March 2023\nThe Governor\n1 Hill Street\nRe: Request to open the gates\nDear Governor Stone:\n"
        "We ask you to:\nopen the gates; and\ncall us at [telephone masked].\nAda Brook\nRiver Watch"
    )


def test_the_credit_and_the_call_to_download_are_not_quotable():
    page, _ = read(PAGE.encode())
    assert [block.text for block in page.of_kind(Kind.CAPTION)] == ["Jo Reed/Reuters"]
    assert [block.text for block in page.of_kind(Kind.BOILERPLATE)] == ["To read the letter, click here"]


def test_the_headline_is_no_sub_heading():
    page, _ = read(PAGE.encode())
    assert page.blocks[0].kind is Kind.HEADLINE
    assert page.heading(2) is None


def test_a_line_that_only_looks_like_a_date_begins_no_letter():
    page = PAGE.replace("The Governor\n1 Hill", "Suite 12, 2023\n1 Hill")
    assert [work.dated for work in read(page.encode())] == [None, date(2023, 3, 1)]
    assert read(page.encode())[1].text.startswith("1 March 2023\nSuite 12, 2023\n")


def test_a_letter_without_a_page_is_not_taken_for_one():
    assert sniff(PAGE[PAGE.index("1 March") :].encode()) == "text"
