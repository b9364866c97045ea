import pytest

from letterkit.outreach.postal import lines


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "511 Hart Senate Office Building Washington DC 20510",
            ("511 Hart Senate Office Building", "Washington, DC 20510"),
        ),
        (
            "2303 Rayburn House Office Building Washington DC 20515-0001",
            ("2303 Rayburn House Office Building", "Washington, DC 20515-0001"),
        ),
        (
            "311 HART SENATE OFFICE BUILDING WASHINGTON DC 20510",
            ("311 Hart Senate Office Building", "Washington, DC 20510"),
        ),
        (
            "2170 RHOB; Washington, DC 20515-6128",
            ("2170 Rayburn House Office Building", "Washington, DC 20515-6128"),
        ),
        ("H307 CAPITOL; Washington, DC 20515-6015", ("H307, The Capitol", "Washington, DC 20515-6015")),
        (
            "SD-G01 DSOB; Washington, D.C. 20510-6432",
            ("SD-G01 Dirksen Senate Office Building", "Washington, DC 20510-6432"),
        ),
        ("1 Main Street; Springfield", ("1 Main Street", "Springfield")),
        ("", ()),
    ],
)
def test_the_one_line_of_the_data_is_parted_before_the_city(address, expected):
    assert lines(address) == expected
