from datetime import date

from tests.library.stores import read
from tests.outreach.capitol import DAY, imported

from letterkit.library.yaml.dump import is_made, recipients


def test_a_list_of_recipients_is_read_back_as_it_was(tmp_path):
    entries = imported().recipients
    text = recipients(entries, "an invented Congress", DAY)
    library, findings = read(tmp_path, {"recipients/us-congress.yaml": text})
    assert findings == []
    assert tuple(library.recipients.values()) == entries
    assert library.place("recipients", entries[1].id, "id").file == "facts/recipients/us-congress.yaml"


def test_the_day_of_the_data_stands_once_so_that_a_review_sees_what_changed():
    entries = imported().recipients
    first = recipients(entries, "x", DAY).splitlines()
    later = [entry.model_copy(update={"as_of": date(2026, 8, 1)}) for entry in entries]
    second = recipients(later, "x", date(2026, 8, 1)).splitlines()
    assert [line for line in second if line not in first] == ["as_of: '2026-08-01'"]


def test_an_import_is_known_by_its_first_line():
    assert is_made(recipients([], "x", DAY).encode())
    assert not is_made(b"id: state-dept\n")
