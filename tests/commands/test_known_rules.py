"""The rules that `letterkit pdf --allow` knows are those that may find something in an edited letter."""

from __future__ import annotations

import re
from pathlib import Path

from letterkit.commands.edited import known_rules

CHECKS = Path(__file__).resolve().parents[2] / "src" / "letterkit" / "checks" / "edited"
_FOUND = re.compile(r'(?:Finding\(|about\(\s*use,|_found\(passage,|_said\(\s*passage,)\s*"([a-z-]+)"')


def test_every_rule_of_the_check_is_known_by_name() -> None:
    found = {
        rule for file in CHECKS.glob("*.py") for rule in _FOUND.findall(file.read_text(encoding="utf-8"))
    }
    assert len(found) >= 25
    assert found - known_rules() == set()
