"""From what she notices to whoever mends it: looking first, the ends of trees, repairs and visits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kiosk.catalogues import words_of
from kiosk.devices.call_light import SimulatedLight
from kiosk.domain.failures import Reason, Refused, Unavailable
from kiosk.domain.faults import Measure, Metric, Reach
from kiosk.domain.people import Ticket
from kiosk.domain.subscriptions import StopReason
from kiosk.domain.trees import Measurement
from kiosk.domain.visits import VisitWish
from kiosk.domain.work_orders import WorkOrder, WorkOrderKind
from kiosk.journeys.measuring_words import LOOKS_AT, MEANS
from kiosk.journeys.parting import Parting
from kiosk.journeys.services import service_named, walked
from kiosk.journeys.troubleshoot import Outcome
from kiosk.screens import Mark, PickDay, Slip, Tell
from kiosk.text import Language
from tests.fake_business import SUBSCRIPTION, FakeBusiness
from tests.fake_operators import FakeOperators, a_hall
from tests.fake_trouble import A_VISIT, HOME, NOON, SLOTS, FakeTrouble
from tests.journeys.seeded_faults import AREA, NET, UNSEEN
from tests.talks import Talk, a_talk
from tests.trees import load_trees

TREES = load_trees()
ENGLISH = words_of(Language.EN)
NO_LIGHT = {Metric.LIGHT: Measure(Metric.LIGHT, good=False, value=-40.0)}
A_VISIT_PLEASE = ("Nobody can do it now", "Somebody shall come")
PLUG = "Push the thin cable straight in until it clicks"


def troubled(trouble: FakeTrouble | None = None, business: FakeBusiness | None = None, **hall: Any) -> Any:
    fakes = FakeOperators(business=business or FakeBusiness(), trouble=trouble or FakeTrouble())
    the_hall = a_hall(fakes, trees=hall.pop("trees", TREES), area="990104", **hall)
    return a_talk(lambda: walked(service_named("troubleshoot"), the_hall))


def looked(talk: Talk, symptom: str) -> Talk:
    """Choose a symptom, sign in, and see what the network tells."""
    return talk.press(symptom, "Yes, look first").by_phone()


def no_light(**trouble: Any) -> FakeTrouble:
    return FakeTrouble(bad=NO_LIGHT, **trouble)


def to_the_repair(talk: Talk) -> Talk:
    """Find that no light arrives, do what can be done, and have it repaired."""
    looked(talk, NET).go_on().go_on()
    return talk.press(*A_VISIT_PLEASE, "Yes, have it repaired", "Choose a day")


def slip_of(talk: Talk) -> Slip:
    assert isinstance(talk.screen, Tell) and talk.screen.slip is not None
    return talk.screen.slip


def test_everything_the_network_can_be_asked_has_its_words() -> None:
    for one in set(Measurement) - {Measurement.LINE}:
        assert one in LOOKS_AT
        assert {word for asked, word in MEANS if asked is one} == set(one.outcomes) - {"unknown"}


def test_what_the_network_tells_is_seen_before_anything_is_asked() -> None:
    with troubled(FakeTrouble(reach=Reach.NONE, state=Unavailable(Reason.TIMED_OUT))) as talk:
        looked(talk, "I cannot make calls")
        assert talk.titles == [
            "What does not work?",
            "Shall we look ourselves first?",
            "May we do this for you?",
            "How would you like to show who you are?",
            "Which company is your phone with?",
            "This is what we see from here",
        ]
        told = {fact.label.message: (fact.value.message, fact.mark) for fact in talk.screen.facts}
        assert told["Is it stopped?"] == ("no, it runs", Mark.DONE)
        assert told["Does the network see it?"] == ("no, it cannot find it", Mark.CARE)
        assert told["May it call and go online?"] == ("not told just now", Mark.NONE)


def test_a_cut_fibre_ends_in_a_repair_with_a_visit() -> None:
    trouble = no_light()
    business = FakeBusiness()
    with troubled(trouble, business) as talk:
        to_the_repair(talk)
        assert talk.title == "On which day shall somebody come?"
        assert isinstance(talk.screen, PickDay)
        days = [option.answer for option in talk.screen.options]
        assert len(days) == 3 and days == sorted(days)
        talk.answer(days[1])
        talk.answer(SLOTS[3]).press("Yes, come then")
        assert talk.titles[-6:] == [
            "Have it repaired?",
            "When shall somebody come?",
            "On which day shall somebody come?",
            "At what time?",
            "Shall somebody come at this time?",
            "Your repair is on file",
        ]
        slip = slip_of(talk)
        assert "At home you can try: " + PLUG + "." in [text.shown(ENGLISH) for text in slip.advice]
        talk.go_on()
        assert talk.outcome is Outcome.ORDERED
    [order] = business.work_orders.asked
    assert isinstance(order, WorkOrder) and order.kind is WorkOrderKind.REPAIR and order.product_id == HOME.id
    said = [text.shown(ENGLISH) for text in order.said]
    assert said[:2] == ["My internet at home", "Too little light comes through your cable."]
    assert "Light comes through the cable: too little (-40 dBm)" in said
    assert "Is it stopped?: no, it runs" in said and "A fault in the area?: no, none is known" in said
    assert said[-2:] == [
        f"{PLUG}: could not be done",
        "Try it at home yourself, or shall somebody come?: Somebody shall come",
    ]
    [wish] = trouble.visit_wishes.asked
    assert wish == VisitWish("mobile", wish.access, "TT-9", SLOTS[3])


def test_what_is_filed_survives_every_way_of_having_no_visit() -> None:
    with troubled(no_light(free=())) as talk:
        to_the_repair(talk)
        assert talk.title == "No time can be chosen here now"
        talk.go_on()
        assert talk.title == "Your repair is on file"
    refused = no_light()
    refused.visit_wishes.problem = Refused(Reason.NOT_ALLOWED)
    with troubled(refused) as talk:
        to_the_repair(talk).answer(SLOTS[0].begins.date()).answer(SLOTS[0]).press("Yes, come then")
        assert talk.title == "The visit could not be booked"
        talk.go_on()
        assert talk.title == "Your repair is on file"
    with troubled(no_light()) as talk:
        to_the_repair(talk).answer(SLOTS[0].begins.date()).answer(SLOTS[0]).press("No visit, please ring me")
        assert talk.title == "Your repair is on file"


def test_a_time_that_is_just_gone_asks_for_another() -> None:
    trouble = no_light()
    trouble.visit_wishes.problem = Refused(Reason.TOO_LATE)
    with troubled(trouble) as talk:
        to_the_repair(talk).answer(SLOTS[0].begins.date()).answer(SLOTS[0]).press("Yes, come then")
        assert talk.title == "This time has just been taken"
        trouble.visit_wishes.problem = None
        talk.go_on()
        talk.answer(SLOTS[2].begins.date()).answer(SLOTS[2]).press("Yes, come then")
        assert talk.title == "Your repair is on file"


def test_an_operator_that_knows_no_visits_rings() -> None:
    class NoVisits(FakeTrouble):
        def slots(self, identity: object, ticket: str) -> Any:
            raise Refused(Reason.NOT_ALLOWED)

    with troubled(NoVisits(bad=NO_LIGHT)) as talk:
        to_the_repair(talk)
        assert talk.title == "No time can be chosen here now"


def test_a_repair_can_be_left_and_can_be_turned_down() -> None:
    with troubled(no_light()) as talk:
        looked(talk, NET).go_on().go_on().press(*A_VISIT_PLEASE, "Not now").go_on()
        assert talk.outcome is Outcome.NOT_NOW
    business = FakeBusiness()
    business.work_orders.problem = Refused(Reason.NOT_ALLOWED)
    with troubled(no_light(), business) as talk:
        looked(talk, NET).go_on().go_on().press(*A_VISIT_PLEASE, "Yes, have it repaired")
        assert talk.title == "The request was not taken"
        talk.go_on()
        assert talk.outcome is Outcome.NOT_NOW


def test_a_moment_that_the_operator_names_is_told() -> None:
    business = FakeBusiness()
    business.work_orders.receipt = Ticket("TT-9", NOON.date(), NOON)
    with troubled(no_light(free=()), business) as talk:
        to_the_repair(talk).go_on()
        slip = slip_of(talk)
        told = {line.label.message: line.value.shown(ENGLISH) for line in slip.lines}
        assert told["Mended at the latest"] == "23 November, 12:00"


def test_nobody_needs_a_name_to_be_asked() -> None:
    with troubled() as talk:
        talk.press("I cannot make calls", "No, just ask me").answer("broadnet")
        assert talk.title == "Ring any number. What do you hear?"
        assert talk.titles[2] == "Which company is it with?"


def test_a_repair_for_somebody_who_was_only_asked_wants_a_name_at_the_end() -> None:
    with troubled() as talk:
        talk.press(NET, "No, just ask me").answer("broadnet").press("All green, none red", "I am not sure")
        talk.press("Nobody can do it now", "Somebody shall come")
        assert talk.title == "May we do this for you?"
        talk.by_phone()
        assert talk.title == "This is what we see from here"
        talk.go_on()
        assert talk.title == "Have it repaired?"


def test_one_company_alone_is_not_asked_for() -> None:
    one = a_hall(FakeOperators()).operators[:1]
    with troubled(operators=one) as talk:
        talk.press("I cannot make calls", "No, just ask me")
        assert talk.title == "This is what we see from here"


@pytest.mark.parametrize("homes", [(), (HOME, replace(HOME, id="b-2"))])
def test_of_several_homes_one_is_chosen_and_none_is_no_dead_end(homes: Any) -> None:
    with troubled(FakeTrouble(homes=homes)) as talk:
        looked(talk, NET)
        if homes:
            assert talk.title == "Which home is it about?"
            talk.answer(1)
        talk.go_on()
        expected = "Your line was tested" if homes else "Which lamps are on at the white box at home?"
        assert talk.title == expected


def test_a_line_test_that_cannot_begin_asks_for_the_lamps() -> None:
    class NoTest(FakeTrouble):
        def test_line(self, identity: object, home: object) -> Any:
            raise Refused(Reason.NOT_ALLOWED)

    with troubled(NoTest()) as talk:
        looked(talk, NET).go_on()
        assert talk.title == "Which lamps are on at the white box at home?"


def test_an_access_that_ran_out_during_the_test_is_told() -> None:
    class Gone(FakeTrouble):
        def test_line(self, identity: object, home: object) -> Any:
            raise Refused(Reason.SIGNED_OUT)

    with troubled(Gone()) as talk:
        looked(talk, NET).go_on()
        assert talk.title == "We cannot go on here"


def test_what_a_test_could_not_measure_is_left_open() -> None:
    with troubled(FakeTrouble(lost=frozenset(Metric) - {Metric.MODEM})) as talk:
        looked(talk, NET).go_on()
        assert [fact.value.message for fact in talk.screen.facts][:2] == ["yes", "not told just now"]
        talk.go_on()
        assert talk.title == "Which lamps are on at the white box at home?"


# --------------------------------------------------------------------- what is at home, and what is here


def test_whoever_rings_home_is_told_so_once() -> None:
    ring = "Somebody at home? Ring them: they can look now."
    with troubled(no_light()) as talk:
        looked(talk, NET).go_on().go_on()
        assert ring in [text.message for text in talk.screen.body]
        talk.press("Done, but no better")
        assert ring not in [text.message for text in talk.screen.body]
    with troubled() as talk:
        talk.press(NET, "No, just ask me").answer("broadnet")
        assert talk.screen.body[-1].message == ring, "lamps can be looked at by whoever is there"


def test_what_to_do_at_home_is_taken_along() -> None:
    with troubled(no_light()) as talk:
        looked(talk, NET).go_on().go_on().press("Nobody can do it now", "I try it at home first")
        slip = slip_of(talk)
        assert slip.steps[0].message == "Push the thin cable straight in until it clicks."
        assert slip.lines[0].value.shown(ENGLISH) == "Call 10086"
        talk.go_on()
        assert talk.outcome is Outcome.EXPLAINED


def test_whoever_cannot_is_helped_and_asked_again() -> None:
    light = SimulatedLight()
    with troubled(FakeTrouble(**UNSEEN), light=light) as talk:
        looked(talk, "I cannot make calls").go_on().press("Please help me with it")
        assert light.lit and talk.title == "Somebody is coming"
        talk.go_on()
        assert talk.title == "Is a small aeroplane at the top? Switch it off"
        talk.press("It could not be done")
        assert talk.title == "Switch your phone off and on again"


CODE = ("Words, a code, or a still picture", "A code of digits", *A_VISIT_PLEASE)


@pytest.mark.parametrize("typed", ["1305", None])
def test_the_code_on_the_television_goes_to_the_technician(typed: str | None) -> None:
    business = FakeBusiness()
    with troubled(business=business) as talk:
        looked(talk, "My television").go_on().go_on().press(*CODE)
        assert talk.title == "Which code does the television show?"
        if typed is None:
            talk.press("Go on without the code")
        else:
            assert "2 to 8 digits" in str(talk.screen.problem_with("1")) and talk.answer(typed)
        talk.press("Yes, have it repaired")
    [order] = business.work_orders.asked
    told = [text.shown(ENGLISH) for text in order.said if "Code on the screen" in text.shown(ENGLISH)]
    assert told == (["Code on the screen: 1305"] if typed else [])


def test_what_the_network_tells_at_a_late_sign_in_is_not_repaired() -> None:
    unpaid = FakeTrouble(homes=(replace(HOME, suspended=True),))
    with troubled(unpaid) as talk:
        talk.press(NET, "No, just ask me").answer("broadnet").press("I am not sure").by_phone().go_on()
        assert talk.title == "The broadband is stopped. Something is to be paid."


def test_a_fault_near_the_hall_may_not_be_near_her_home() -> None:
    with troubled(FakeTrouble(open_outages=(AREA,))) as talk:
        talk.press(NET, "No, just ask me").answer("mobile").go_on().press("No, somewhere else")
        assert talk.title == "Which lamps are on at the white box at home?"


def test_what_she_said_of_her_home_holds_when_she_signs_in() -> None:
    business = FakeBusiness()
    with troubled(FakeTrouble(open_outages=(AREA,), homes=()), business) as talk:
        talk.press(NET, "No, just ask me").answer("mobile").go_on().press(
            "No, somewhere else", "I am not sure"
        )
        talk.by_phone().go_on()
        assert talk.title == "Have it repaired?"
        talk.press("Yes, have it repaired")
    assert [order.kind for order in business.work_orders.asked] == [WorkOrderKind.REPAIR]


def test_a_number_that_is_not_stopped_is_not_offered_a_stop() -> None:
    with troubled() as talk:
        talk.press("I cannot make calls", "No, just ask me").answer("mobile").go_on()
        talk.press("A voice says: stopped, or to be paid", "Have it run again").by_phone()
        assert talk.title == "Staff go on with you from here"
        assert talk.screen.body[0].message == "This number is not stopped."
    stopped: dict[str, Any] = {"held": (replace(SUBSCRIPTION, stop=StopReason.KEPT),)}
    with troubled(business=FakeBusiness(**stopped)) as talk:
        looked(talk, "I cannot make calls").go_on().press("Have it run again")
        assert talk.title == "You wanted this number to wait"


def test_a_broadband_that_may_be_unpaid_needs_no_name_for_the_counter() -> None:
    with troubled() as talk:
        talk.press(NET, "No, just ask me").answer("mobile").go_on()
        talk.press("The globe is dark", "Perhaps not yet", "Pay at the counter")
        assert talk.title == "Staff go on with you from here"


@pytest.mark.parametrize(("presses", "network"), [((), "2G"), (("The card does not fit in",), "4G")])
def test_nobody_asks_again_why_a_card_is_needed(presses: tuple[str, ...], network: str) -> None:
    held: dict[str, Any] = {"held": (replace(SUBSCRIPTION, network=network),)}
    symptom = "The phone does not know my card" if presses else "I cannot make calls"
    with troubled(business=FakeBusiness(**held)) as talk:
        looked(talk, symptom).go_on().press(*presses, "Get a new card")
        assert talk.title != "Why do you need a new card?"


# ------------------------------------------------------------------------------- the other ends


def test_an_outage_is_told_with_its_end_and_an_sms_is_ordered() -> None:
    business = FakeBusiness()
    with troubled(FakeTrouble(open_outages=(AREA,)), business) as talk:
        looked(talk, "I cannot make calls").go_on()
        told = {fact.label.message: fact.value.shown(ENGLISH) for fact in talk.screen.facts}
        assert told["Mended by about"] == "23 November, 18:00"
        talk.press("Send me an SMS when it is over", "Yes, send me an SMS")
        assert talk.title == "You get an SMS when it is over"
        talk.go_on()
        assert talk.outcome is Outcome.ORDERED
    assert [order.kind for order in business.work_orders.asked] == [WorkOrderKind.OUTAGE]


WAITS = [("I wait, thank you",), ("Send me an SMS when it is over", "No, I wait")]


@pytest.mark.parametrize("presses", WAITS)
def test_nobody_has_to_be_written_to(presses: tuple[str, ...]) -> None:
    open_end = replace(AREA, until=None)
    with troubled(FakeTrouble(open_outages=(open_end,))) as talk:
        looked(talk, "I cannot make calls").go_on()
        assert "not known yet" in [fact.value.message for fact in talk.screen.facts]
        talk.press(*presses)
        assert talk.outcome is Outcome.EXPLAINED


def test_an_outage_for_somebody_unnamed_is_told_all_the_same() -> None:
    business = FakeBusiness()
    business.work_orders.problem = Refused(Reason.NOT_ALLOWED)
    with troubled(FakeTrouble(open_outages=(AREA,)), business) as talk:
        talk.press(NET, "No, just ask me").answer("mobile").go_on()
        assert talk.title == "Is your home in {place}?"
        talk.press("Yes, it is there", "Send me an SMS when it is over").by_phone().press(
            "Yes, send me an SMS"
        )
        assert talk.title == "The request was not taken"
        talk.go_on()
        assert talk.outcome is Outcome.EXPLAINED


def test_what_is_solved_is_told_apart_from_what_is_explained() -> None:
    with troubled(FakeTrouble(**UNSEEN)) as talk:
        looked(talk, "I cannot make calls").go_on().press("It works now")
        assert isinstance(talk.screen, Tell)
        talk.go_on()
        assert talk.outcome is Outcome.SOLVED
    with troubled() as talk:
        looked(talk, NET).go_on().go_on().press("It wants a password").go_on()
        assert talk.outcome is Outcome.EXPLAINED


def test_an_unpaid_number_goes_on_to_paying_and_may_be_left() -> None:
    unpaid: dict[str, Any] = {"held": (replace(SUBSCRIPTION, stop=StopReason.ARREARS),)}
    with troubled(business=FakeBusiness(**unpaid)) as talk:
        looked(talk, "I cannot make calls").go_on().press("Go on to paying")
        assert talk.title == "How much do you want to pay?"
    with troubled(business=FakeBusiness(**unpaid)) as talk:
        looked(talk, "I cannot make calls").go_on().press("Not now")
        assert talk.outcome is Outcome.NOT_NOW


def test_an_unpaid_broadband_is_paid_at_the_counter() -> None:
    with troubled(FakeTrouble(homes=(replace(HOME, suspended=True),))) as talk:
        looked(talk, NET).go_on().press("Pay at the counter")
        assert talk.title == "Staff go on with you from here"
        talk.press("Go to the start")
        assert talk.outcome is Parting.AT_THE_COUNTER


def test_another_service_is_gone_on_with() -> None:
    with troubled() as talk:
        talk.press("I pay too much", "See what each charge is for", "Look through my bill")
        talk.by_phone()
        assert talk.title == "There is no bill yet"


def test_staff_take_over_what_only_they_can_see() -> None:
    with troubled() as talk:
        talk.press("Is my phone broken?", "I am not sure")
        assert talk.title == "Staff go on with you from here"


def test_without_trees_staff_find_it_out() -> None:
    light = SimulatedLight()
    with troubled(trees=(), light=light) as talk:
        assert talk.title == "Staff go on with you from here"
        talk.press("Call staff to me")
        assert light.lit


def test_back_leads_through_a_tree_as_it_was() -> None:
    with troubled(FakeTrouble(**UNSEEN)) as talk:
        looked(talk, "I cannot make calls").go_on().press("Done, but no better")
        talk.session.back()
        assert talk.title == "Is a small aeroplane at the top? Switch it off"
        talk.session.back()
        assert talk.title == "This is what we see from here"


def test_the_visit_that_is_booked_stands_on_the_slip() -> None:
    trouble = no_light()
    trouble.visit_wishes.receipt = A_VISIT
    with troubled(trouble) as talk:
        to_the_repair(talk).answer(SLOTS[0].begins.date()).answer(SLOTS[0]).press("Yes, come then")
        slip = slip_of(talk)
        told = {line.label.message: line.value.shown(ENGLISH) for line in slip.lines}
        assert told["Somebody comes"] == "Tuesday, 24 November, 9:00–11:00"


def test_the_repair_of_a_number_names_it_by_its_end_alone() -> None:
    business = FakeBusiness()
    with troubled(business=business) as talk:
        looked(talk, "I cannot make calls").go_on().press("Only at home or in one place", "On this number")
        assert "1234" not in str(business.work_orders.asked)
        talk.press("Yes, have it repaired")
        slip = slip_of(talk)
        assert {line.label.message: line.value.shown(ENGLISH) for line in slip.lines}[
            "Number ends in"
        ] == "1234"
    assert [order.number_tail for order in business.work_orders.asked] == ["1234"]


@pytest.mark.parametrize(
    ("way", "typed", "said", "digits"),
    [
        (
            "On another phone",
            "13900005678",
            "The company rings you, on the number ending in 5678",
            "13900005678",
        ),
        ("Nobody need ring", None, "You ask here, or call the company", None),
    ],
)
def test_a_phone_that_does_not_work_is_not_rung(
    way: str, typed: str | None, said: str, digits: str | None
) -> None:
    business = FakeBusiness()
    with troubled(business=business) as talk:
        looked(talk, "I cannot make calls").go_on().press("Only at home or in one place", way)
        if typed:
            talk.answer(typed)
        told = {fact.label.message: fact.value.shown(ENGLISH) for fact in talk.screen.facts}
        assert told["What happens then"] == said
        talk.press("Yes, have it repaired")
        assert said in [line.value.shown(ENGLISH) for line in slip_of(talk).lines]
    [order] = business.work_orders.asked
    assert (order.contact.digits if order.contact else None) == digits
    assert typed is None or typed not in repr(order)


def test_a_home_that_the_operator_does_not_know_can_be_repaired_too() -> None:
    business = FakeBusiness()
    with troubled(FakeTrouble(homes=()), business) as talk:
        looked(talk, NET).go_on().press("LOS is red", *A_VISIT_PLEASE, "Yes, have it repaired")
    assert [order.product_id for order in business.work_orders.asked] == [""]


def test_paying_ends_in_paying() -> None:
    unpaid: dict[str, Any] = {"held": (replace(SUBSCRIPTION, stop=StopReason.ARREARS),)}
    with troubled(business=FakeBusiness(**unpaid)) as talk:
        looked(talk, "I cannot make calls").go_on().press(
            "Go on to paying", "Pay in cash at the counter"
        ).go_on()
        assert talk.outcome is Outcome.WENT_ON


def test_whoever_finds_no_day_that_suits_is_rung_up_and_gets_the_slip_all_the_same() -> None:
    with troubled(no_light()) as talk:
        to_the_repair(talk)
        talk.session.back()
        assert talk.title == "When shall somebody come?"
        talk.press("Please ring me for it")
        assert talk.title == "Your repair is on file"
