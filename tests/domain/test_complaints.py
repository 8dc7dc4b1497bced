"""How long an appeal is taken up: five months for charges, two years for all else."""

from __future__ import annotations

import pytest

from kiosk.domain.complaints import About, When, appeal_is_open


@pytest.mark.parametrize("about", About)
@pytest.mark.parametrize("when", When)
def test_charges_have_five_months_and_all_else_two_years(about: About, when: When) -> None:
    order = list(When)
    last = When.FIVE_MONTHS if about is About.CHARGES else When.TWO_YEARS
    assert appeal_is_open(about, when) is (order.index(when) <= order.index(last))
