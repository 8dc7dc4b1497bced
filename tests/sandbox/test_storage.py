from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.sandbox.options import AT_ONCE, SandboxOptions
from kiosk.sandbox.running import RunningSandbox
from kiosk.sandbox.storage import engine_for
from tests.sandbox.ordering import CAP, CHANGE, ORDERS, show_card
from tests.sandbox.test_tickets import objection
from tests.sandbox.troubles import (
    CHEAT_REPORTS,
    VISITS,
    XIE,
    XIES_PHONE,
    a_visit,
    filed,
    free_times,
    repair,
)
from tests.sandbox.visitor import COUNT, TICKETS, WANG, WANG_PHONE, Visitor, asking

BINARIES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), reverse=True)), None)


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A throwaway PostgreSQL on loopback, run by somebody who is not root."""
    if BINARIES is None:
        pytest.skip("PostgreSQL is not installed here (no /usr/lib/postgresql/*/bin/pg_ctl).")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("PostgreSQL does not run as root, and there is no setpriv to leave root with.")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    folder.chmod(0o777)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: str) -> None:
        subprocess.run([*drop, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)

    data, control = folder / "data", str(BINARIES)
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    run(str(BINARIES.parent / "initdb"), "-D", str(data), "-U", "kiosk", "-A", "trust", "--no-sync")
    run(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://kiosk@127.0.0.1:{port}/postgres"
    finally:
        run(control, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["memory", "file", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres"))
    return "" if request.param == "memory" else f"sqlite:///{tmp_path / 'sandbox.db'}"


def test_many_at_once_come_out_as_one(database: str) -> None:
    """Eight kiosks redeem one code, file one ticket, ask one query, try one password: each works once."""
    with RunningSandbox(SandboxOptions(database=database, pace=AT_ONCE)) as sandbox:
        sandbox.reset()
        with Visitor(sandbox, "mobile") as visitor, ThreadPoolExecutor(8) as kiosks:
            begun = visitor.begin()
            sandbox.phone.approve(begun["user_code"], WANG)
            polls = list(kiosks.map(lambda _: visitor.poll(begun).status_code, range(8)))
            assert sorted(polls) == [200, *[400] * 7]

            visitor.sign_in()
            path = f"{TICKETS}/troubleTicket"
            filed = list(kiosks.map(lambda _: visitor.post(path, objection()).json()["id"], range(8)))
            assert len(set(filed)) == 1

            asked = kiosks.map(
                lambda _: visitor.post(f"{COUNT}/queries", asking(WANG), Idempotency_Key="k"), range(8)
            )
            assert len({answer.json()["queryId"] for answer in asked}) == 1

            visitor.act_for_itself()
            id_ = visitor.send_code().json()["authenticationId"]
            code = sandbox.phone.last_code(WANG_PHONE)
            tried = list(kiosks.map(lambda _: visitor.try_code(id_, code).status_code, range(8)))
            assert sorted(tried) == [204, *[400] * 7]


def test_the_national_quota_holds_under_many_kiosks(database: str) -> None:
    with RunningSandbox(SandboxOptions(database=database, pace=AT_ONCE)) as sandbox:
        sandbox.reset()
        with Visitor(sandbox, "national") as visitor, ThreadPoolExecutor(8) as kiosks:
            visitor.sign_in()
            asked = kiosks.map(lambda _: visitor.post(f"{COUNT}/queries", asking(WANG)), range(8))
            assert sorted(answer.status_code for answer in asked) == [201, *[429] * 7]


def test_orders_that_go_on_while_others_are_placed_and_read(database: str) -> None:
    pace = replace(AT_ONCE, order_step=0.02)
    with RunningSandbox(SandboxOptions(database=database, pace=pace)) as sandbox:
        sandbox.reset()
        with Visitor(sandbox, "mobile") as visitor, ThreadPoolExecutor(8) as kiosks:
            show_card(visitor, WANG)
            visitor.sign_in()
            new = [CHANGE | {"externalId": f"change-{number}"} for number in range(8)]
            told = [
                kiosks.submit(visitor.post, ORDERS, body) if body else kiosks.submit(visitor.get, ORDERS)
                for change in new
                for body in (change, CAP, None)
            ]
            answers = [one.result() for one in told]
        assert sorted(one.status_code for one in answers[0::3]) == [201, *[409] * 7]
        assert len({one.json()["id"] for one in answers[1::3]}) == 1
        assert {one.status_code for one in answers[2::3]} == {200}


def test_one_technician_comes_to_one_home_at_a_time(database: str) -> None:
    """Eight repairs want the same time, and eight reports come under one key: one of each is taken."""
    with RunningSandbox(SandboxOptions(database=database, pace=AT_ONCE)) as sandbox:
        sandbox.reset()
        with Visitor(sandbox, "mobile") as visitor, ThreadPoolExecutor(8) as kiosks:
            visitor.sign_in(XIE)
            ids = [filed(visitor, repair(description=f"{one}"))["id"] for one in range(8)]
            time = free_times(visitor, ids[0])[-1]
            booked = list(kiosks.map(lambda id_: visitor.post(VISITS, a_visit(id_, time, id_)), ids))
            assert sorted(one.status_code for one in booked) == [201, *[409] * 7]
            assert {one.json()["code"] for one in booked if not one.ok} == {"SLOT_TAKEN"}

            (taken,) = [one.json() for one in booked if one.ok]
            ticket, another = taken["relatedEntity"][0]["id"], free_times(visitor, ids[0])[0]
            again = kiosks.map(lambda _: visitor.post(VISITS, a_visit(ticket, time, ticket)), range(8))
            assert {one.json()["id"] for one in again} == {taken["id"]}
            move = {"validFor": another}
            moved = kiosks.map(lambda _: visitor.ask("PATCH", taken["href"], json=move), range(8))
            assert {one.status_code for one in moved} == {200}
            assert len(sandbox.phone.inbox(XIES_PHONE)) == 2
        with Visitor(sandbox, "national") as visitor, ThreadPoolExecutor(8) as kiosks:
            visitor.act_for_itself()
            body = {"number": "13999990099", "category": "other"}
            reports = kiosks.map(lambda _: visitor.post(CHEAT_REPORTS, body, Idempotency_Key="k"), range(8))
            assert len({one.json()["reference"] for one in reports}) == 1


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    options = SandboxOptions(database=f"sqlite:///{tmp_path / 'sandbox.db'}", pace=AT_ONCE)
    with RunningSandbox(options) as sandbox, Visitor(sandbox, "mobile") as visitor:
        token = visitor.sign_in()["access_token"]
        visitor.post(f"{TICKETS}/troubleTicket", objection())
    with RunningSandbox(options) as sandbox, Visitor(sandbox, "mobile", token) as visitor:
        assert len(visitor.get(f"{TICKETS}/troubleTicket").json()) == 1


def test_a_plain_url_is_served_by_psycopg_3() -> None:
    assert engine_for("postgresql://kiosk@127.0.0.1/sandbox").url.drivername == "postgresql+psycopg"
