import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.docx.letters import LOOK, RECORD, letter, two_pages
from tests.docx.reading import changed, members, part
from tests.tools import libreoffice

from letterkit.docx import record
from letterkit.docx.write import write

SHORT = {key: content for key, content in RECORD.items() if key not in {"csl", "review"}}
ITEM, CUSTOM = "customXml/item1.xml", "docProps/custom.xml"


@pytest.fixture(scope="module")
def written():
    return write(two_pages(), LOOK)


def without(data, *names):
    """Return a package without some of its files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in members(data).items():
            if name not in names:
                archive.writestr(name, content)
    return made.getvalue()


def test_the_record_comes_back_whole(written):
    assert record.read(written) == RECORD


def test_without_the_custom_xml_the_short_record_comes_back(written):
    assert record.read(without(written, ITEM)) == SHORT


def test_a_damaged_custom_xml_part_gives_way_to_the_properties(written):
    assert record.read(changed(written, ITEM, ("{&quot;brief", "{brief"))) == SHORT


def test_a_part_of_another_namespace_is_not_ours(written):
    assert record.read(changed(written, ITEM, (record.NAMESPACE, "urn:other"))) == SHORT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name="letterkit-1"', 'name="other"'),
        ("<vt:lpwstr>", "<vt:lpwstr>!"),
        ("<vt:lpwstr>eN", "<vt:lpwstr>AA"),
    ],
    ids=["first chunk gone", "not base64", "not compressed"],
)
def test_where_both_are_damaged_there_is_no_record(written, old, new):
    assert record.read(changed(without(written, ITEM), CUSTOM, (old, new))) is None


@pytest.mark.parametrize("data", [b"", b"PK", LOOK], ids=["nothing", "no zip", "a file of another maker"])
def test_a_file_without_a_record_gives_none(data):
    assert record.read(data) is None


def test_a_record_that_is_no_mapping_is_none(written):
    content = members(written)[ITEM].decode()
    inner = content[content.index(">") + 1 : content.rindex("<")]
    assert record.read(changed(without(written, CUSTOM), ITEM, (inner, "[1]"))) is None


def test_a_letter_without_a_record_carries_none():
    plain = write(letter(), LOOK)
    assert record.read(plain) is None
    assert not [name for name in members(plain) if "ustom" in name]


def test_no_property_is_longer_than_programs_keep_and_their_numbers_are_word_s():
    many = {"claims": [{"id": f"claim-{number}", "text": str(number**9) * 9} for number in range(200)]}
    found = part(write(replace(two_pages(), record=many), LOOK), CUSTOM)
    assert len(found) > 9
    assert [each.get("pid") for each in found] == [str(number) for number in range(2, len(found) + 2)]
    assert [each.get("name") for each in found] == [
        f"letterkit-{number}" for number in range(1, len(found) + 1)
    ]
    assert max(len("".join(each.itertext())) for each in found) == 255


def test_the_order_of_a_record_s_keys_does_not_change_the_bytes():
    backwards = dict(reversed(RECORD.items()))
    assert write(replace(two_pages(), record=backwards), LOOK) == write(two_pages(), LOOK)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None)
@given(content=st.dictionaries(st.text(min_size=1), JSON, min_size=1, max_size=4))
def test_any_record_comes_back_by_either_way(content):
    carried = write(letter(record=content), LOOK)
    assert record.read(carried) == content
    assert record.read(without(carried, ITEM)) == {
        key: value for key, value in content.items() if key not in {"csl", "review"}
    }


def test_an_entity_in_the_custom_xml_is_not_expanded(written, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text('{"stolen": true}')
    entity = f'<!DOCTYPE record [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    attack = f'{entity}<record xmlns="{record.NAMESPACE}">&x;</record>'
    content = members(written)[ITEM].decode()
    assert record.read(changed(without(written, CUSTOM), ITEM, (content, attack))) is None


@pytest.mark.parametrize(
    ("formats", "expected"),
    [(("docx",), RECORD), (("odt", "docx"), SHORT), (("doc", "docx"), SHORT)],
    ids=["docx", "odt", "doc"],
)
def test_the_record_survives_libreoffice(written, tmp_path, formats, expected):
    path = tmp_path / "letter.docx"
    path.write_bytes(written)
    for each in formats:
        path = libreoffice(path, each)
    assert record.read(path.read_bytes()) == expected
