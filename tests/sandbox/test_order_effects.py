from __future__ import annotations

from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.ordering import (
    CAP,
    CHANGE,
    ORDERS,
    STEP,
    STOP,
    WANGS,
    held,
    item,
    news,
    order,
    placed,
    put,
    show_card,
    state,
    states,
    values,
)
from tests.sandbox.visitor import HandClock, Visitor


def test_a_plan_counts_from_the_first_of_next_month(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, CHANGE)
    assert told["productOrderItem"][0]["product"]["startDate"] == "2026-12-01T00:00:00+08:00"
    clock.pass_by(seconds=2 * STEP)
    assert "12月1日" in news(wang)
    assert [one["status"] for one in held(wang) if one["name"] == "畅享39"] == ["pendingActive"]
    clock.pass_by(days=8)
    wang.sign_in()
    assert [one["status"] for one in held(wang) if one["name"] == "畅享39"] == ["active"]
    assert not [one for one in held(wang, f"{WANGS}-plan") if one["status"] == "active"]


def test_a_plan_whose_number_was_stopped_meanwhile_is_not_changed(wang: Visitor, clock: HandClock) -> None:
    change = placed(wang, CHANGE)
    assert put(wang, change, "held") == 200
    placed(wang, STOP, "stop")
    clock.pass_by(seconds=2 * STEP)
    assert put(wang, change, "completed") == 200
    told = wang.get(change["href"]).json()
    assert (told["state"], told["note"][1]["id"]) == ("failed", "en")
    assert "没有办成" in news(wang)
    assert [one["name"] for one in held(wang, f"{WANGS}-plan")] == ["银发29"]


def test_cancelling_a_number_ends_everything_within_a_day(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, order("cancelNumber", item("delete", WANGS), staff="S7"))
    assert told["expectedCompletionDate"] == "2026-11-24T08:00:00.000Z"
    clock.pass_by(seconds=STEP)
    assert state(wang, told) == "inProgress"
    clock.pass_by(seconds=5 * STEP)
    wang.sign_in("ma-lihua")
    assert state(wang, told) == "completed"
    assert "注销" in news(wang)
    wang.sign_in()
    assert [one["status"] for one in held(wang, WANGS)] == ["terminated"]
    assert wang.post(ORDERS, CAP | {"externalId": "cap"}).json()["code"] == "NOT_ELIGIBLE"


def test_what_comes_too_late_for_a_number_does_not_bring_it_back(wang: Visitor, clock: HandClock) -> None:
    placed(wang, STOP, "stop")
    clock.pass_by(seconds=2 * STEP)
    placed(wang, order("cancelNumber", item("delete", WANGS), staff="S7"), "gone")
    clock.pass_by(seconds=5 * STEP)
    back = placed(wang, order("restoreNumber", item("modify", WANGS)), "back")
    clock.pass_by(seconds=2 * STEP)
    assert state(wang, back) == "failed"
    assert held(wang, WANGS)[0]["status"] == "terminated"


def test_a_new_sim_card_waits_for_staff(wang: Visitor, clock: HandClock) -> None:
    resources = "/tmf-api/resourceInventoryManagement/v4/resource"
    before = wang.get(resources).json()
    told = placed(wang, order("replaceSim", item("modify", WANGS, reason="damaged"), staff="S7"))
    clock.pass_by(seconds=STEP)
    waiting = wang.get(told["href"]).json()
    assert (waiting["state"], len(waiting["note"])) == ("pending", 2)
    clock.pass_by(seconds=4 * STEP)
    assert state(wang, told) == "completed"
    assert wang.get(resources).json() != before


def test_a_stop_and_the_way_back(wang: Visitor, clock: HandClock) -> None:
    stops = (("lost", "lost", None), ("kept", "customerRequest", True), ("away", "customerRequest", None))
    for reason, why, kept in stops:
        placed(wang, order("stopNumber", item("modify", WANGS, reason=reason)), f"stop-{reason}")
        clock.pass_by(seconds=2 * STEP)
        line = held(wang, WANGS)[0]
        told = values(line)
        assert (line["status"], told["stopReason"], told.get("keepNumber")) == ("suspended", why, kept)
        placed(wang, order("restoreNumber", item("modify", WANGS)), f"back-{reason}")
        clock.pass_by(seconds=2 * STEP)
        assert held(wang, WANGS)[0]["status"] == "active"


def test_a_protective_stop_is_lifted_when_staff_have_checked(wang: Visitor, clock: HandClock) -> None:
    show_card(wang, "sun-deshun")
    wang.act_for_itself()
    line = "mobile-1006-1"
    back = order("restoreNumber", item("modify", line, line=line), party="mobile-1006")
    assert wang.post(ORDERS, back | {"externalId": "alone"}).status_code == 403
    back["relatedParty"].append({"id": "S7", "role": "staff", "@referredType": "Employee"})
    told = placed(wang, back)
    assert states(wang, clock, told) == ["acknowledged", "held", "completed"]


def test_add_ons_end_with_the_month_and_what_was_gone_already_is_told(
    wang: Visitor, clock: HandClock
) -> None:
    cloud, tone = (item("delete", f"{WANGS}-addon-{name}") for name in ("cloud10", "vrbt6"))
    first, both, again = (
        placed(wang, order("stopAddOn", *items), str(number))
        for number, items in enumerate([(cloud,), (cloud, tone), (cloud,)])
    )
    for late in (both, again):
        put(wang, late, "held")
    clock.pass_by(seconds=2 * STEP)
    assert held(wang, f"{WANGS}-addon-cloud10")[0]["terminationDate"].startswith("2026-11-30")
    clock.pass_by(days=8)
    for late in (both, again):
        put(wang, late, "completed")
    wang.sign_in()
    assert [state(wang, one) for one in (first, both, again)] == ["completed", "partial", "failed"]


def test_an_add_on_that_ends_is_not_made_to_last_by_another_order(wang: Visitor, clock: HandClock) -> None:
    cloud = order("stopAddOn", item("delete", f"{WANGS}-addon-cloud10"))
    placed(wang, cloud, "soon")
    placed(wang, cloud | {"requestedStartDate": "2027-03-01T00:00:00+08:00"}, "later")
    clock.pass_by(seconds=2 * STEP)
    assert held(wang, f"{WANGS}-addon-cloud10")[0]["terminationDate"].startswith("2026-11-30")


def test_no_limit_is_a_limit_of_nothing_at_all(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, order("setCap", item("modify", WANGS, limit=None)))
    assert states(wang, clock, told)[-1] == "completed"
    assert not [one for one in held(wang) if one["productSpecification"]["name"] == "cap"]


def test_broadband_has_no_phone_to_tell(wang: Visitor, clock: HandClock) -> None:
    account = "mobile-1001-4"
    told = placed(wang, order("cancelNumber", item("delete", account, line=account), staff="S7"))
    clock.pass_by(seconds=6 * STEP)
    assert state(wang, told) == "completed"
    assert wang.sandbox.phone.inbox("9900000001") == []


def test_a_contract_with_a_phone_still_to_pay_ends_in_part(wang: Visitor, clock: HandClock) -> None:
    show_card(wang, "zhou-lei")
    wang.sign_in("zhou-lei")
    line = "mobile-1005-1"
    contract = held(wang, f"{line}-contract")[0]["id"]
    keep = order("letContractEnd", item("modify", contract, line=line), party="mobile-1005")
    placed(wang, keep, "keep")
    clock.pass_by(seconds=2 * STEP)
    assert values(held(wang, contract)[0])["renews"] is False
    told = placed(wang, order("endContract", item("delete", contract, line=line), party="mobile-1005"))
    assert states(wang, clock, told) == ["acknowledged", "inProgress", "partial"]
    assert not held(wang, contract)
    assert "分期" in news(wang, "+8613800130006")


def test_a_discount_needs_its_certificate_which_nobody_reads_again(wang: Visitor, clock: HandClock) -> None:
    show_card(wang, "liu-min")
    wang.sign_in("liu-min")
    line = "mobile-1003-2"
    plain = item("add", "", "DIS50-STD39", line=line)
    refused = wang.post(ORDERS, order("takeDiscount", plain, party="mobile-1003"))
    assert (refused.status_code, refused.json()["code"]) == (409, "NOT_ELIGIBLE")
    proven = item("add", "", "DIS50-STD39", line=line, certificateKind="2", certificateLevel="1")
    told = placed(wang, order("takeDiscount", proven, party="mobile-1003"), "key-2")
    twice = placed(wang, order("takeDiscount", proven, party="mobile-1003"), "key-3")
    assert "certificate" not in wang.get(told["href"]).text
    clock.pass_by(seconds=2 * STEP)
    assert [state(wang, one) for one in (told, twice)] == ["completed", "failed"]
    (discount,) = [one for one in held(wang) if one["productSpecification"]["name"] == "discount"]
    assert (discount["status"], discount["terminationDate"][:10]) == ("pendingActive", "2027-11-30")


def test_a_password_is_set_and_never_told(wang: Visitor, clock: HandClock) -> None:
    told = placed(wang, order("setPassword", item("modify", WANGS, servicePassword="918273"), staff="S7"))
    assert states(wang, clock, told)[-1] == "completed"
    assert "918273" not in wang.get(told["href"]).text + news(wang)


def test_a_contract_without_a_phone_ends_whole(
    paced: RunningSandbox, wang: Visitor, clock: HandClock
) -> None:
    line = "telecom-1002-1"
    with Visitor(paced, "telecom") as chen:
        show_card(chen, "chen-jianguo")
        chen.sign_in("chen-jianguo")
        contract = held(chen, f"{line}-contract")[0]["id"]
        told = placed(chen, order("endContract", item("delete", contract, line=line), party="telecom-1002"))
        assert states(chen, clock, told)[-1] == "completed"


def test_a_new_card_for_a_lost_number_lets_it_run_again(wang: Visitor, clock: HandClock) -> None:
    placed(wang, order("stopNumber", item("modify", WANGS, reason="lost")), "stop")
    clock.pass_by(seconds=2 * STEP)
    assert held(wang, WANGS)[0]["status"] == "suspended"
    placed(wang, order("replaceSim", item("modify", WANGS, reason="lost"), staff="S7"), "card")
    clock.pass_by(seconds=5 * STEP)
    assert held(wang, WANGS)[0]["status"] == "active"
