"""Letters of three dates hold no error; what is warned of is known."""

import pytest
from tests.checks.stores import rules

from letterkit.checks.draft import DRAFT_RULES, check_draft
from letterkit.findings import has_errors


def test_the_real_letters_are_free_of_errors(each_draft):
    findings = check_draft(each_draft.library, each_draft.draft, each_draft.originals)
    assert not has_errors(findings), findings


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2020-10-21", {"placeholder"}),
        ("2020-10-30", {"placeholder", "casualty-balance"}),
        ("2021-02-01", {"placeholder", "stale"}),
    ],
)
def test_the_real_letters_warn_of_what_is_known(drafted_on, day, known):
    drafted = drafted_on(day)
    assert set(rules(check_draft(drafted.library, drafted.draft))) <= known | {"stale"}
    assert "placeholder" in rules(check_draft(drafted.library, drafted.draft))


def test_every_rule_has_a_name_of_its_own_and_says_what_it_yields():
    assert len({rule.__name__ for rule in DRAFT_RULES}) == len(DRAFT_RULES)
    assert all((rule.__doc__ or "").startswith("Yield ") for rule in DRAFT_RULES)
