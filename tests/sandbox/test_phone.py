from __future__ import annotations

import re
from html import unescape

import pytest
import requests

from kiosk.sandbox.phone.words import WORDS
from kiosk.sandbox.running import RunningSandbox
from tests.sandbox.visitor import WANG, WANG_PHONE, Visitor


class Browser:
    """A browser that reads pages as text and fills forms."""

    def __init__(self, sandbox: RunningSandbox) -> None:
        self.url = sandbox.url
        self.http = requests.Session()
        self.http.trust_env = False
        self.answer = self.http.get(self.url, timeout=10)

    def go(self, path: str) -> str:
        self.answer = self.http.get(path if path.startswith("http") else self.url + path, timeout=10)
        return self.text

    def send(self, path: str, **fields: str) -> str:
        guard = self.http.cookies.get("guard", "")
        self.answer = self.http.post(self.url + path, {"guard": guard, **fields}, timeout=10)
        return self.text

    @property
    def text(self) -> str:
        return unescape(self.answer.text.partition("<main>")[2].partition("</main>")[0])


@pytest.fixture
def browser(sandbox: RunningSandbox) -> Browser:
    return Browser(sandbox)


def test_a_person_is_chosen_and_kept_out_of_the_address(browser: Browser) -> None:
    assert browser.answer.url.endswith("/phone")
    assert "这是谁的手机" in browser.text
    assert "王秀英的手机" in browser.send("/phone/person", person=WANG)
    assert WANG not in browser.answer.url
    assert "这是谁的手机" in browser.send("/phone/person")


def test_the_walk_from_a_qr_code(browser: Browser, mobile: Visitor) -> None:
    begun = mobile.begin(hall="<示范>营业厅", kiosk="K-07")
    assert "这是谁的手机" in browser.go(begun["verification_uri_complete"])
    asked = browser.send("/phone/person", person=WANG, user_code=begun["user_code"])
    for told in ("<示范>营业厅", "K-07", begun["match"], "138 **** 0001", "读取您的身份证号码"):
        assert told in asked
    assert "已同意" in browser.send("/device", user_code=begun["user_code"], decision="approve")
    assert mobile.poll(begun).ok
    assert "已经结束" in browser.send("/device", user_code=begun["user_code"], decision="approve")
    assert "已经结束" in browser.go(begun["verification_uri_complete"])


def test_refusing_and_a_code_typed_by_hand(browser: Browser, mobile: Visitor) -> None:
    begun = mobile.begin()
    browser.send("/phone/person", person=WANG)
    assert "有机器想登录" in browser.go("/phone")
    assert "代码" in browser.go("/device")
    assert "没有写" in browser.go(f"/device?user_code={begun['user_code'].lower()}")
    assert "没有登录" in browser.send("/device", user_code=begun["user_code"], decision="refuse")
    assert mobile.poll(begun).json()["error"] == "access_denied"


def test_no_number_there_means_no_approval(browser: Browser, sandbox: RunningSandbox) -> None:
    browser.send("/phone/person", person=WANG)
    with Visitor(sandbox, "telecom") as telecom:
        begun = telecom.begin()
        asked = browser.go(begun["verification_uri_complete"])
        assert "您在中国电信没有手机号" in asked
        assert "approve" not in asked
        browser.send("/device", user_code=begun["user_code"], decision="approve")
        assert telecom.poll(begun).json()["error"] == "access_denied"


def test_forms_from_elsewhere_are_refused(browser: Browser) -> None:
    browser.send("/phone/person", person=WANG)
    assert "没有成功" in browser.send("/device", guard="0" * 32, decision="approve")
    assert browser.answer.status_code == 403
    browser.http.cookies.clear()
    browser.send("/phone/person", person=WANG)
    assert browser.answer.status_code == 403


def test_messages_come_by_themselves(browser: Browser, mobile: Visitor) -> None:
    assert browser.http.get(f"{browser.url}/phone/live", timeout=10).status_code == 403
    browser.send("/phone/person", person=WANG)
    assert "还没有短信" in browser.text
    mobile.act_for_itself()
    mobile.send_code()
    live = browser.http.get(f"{browser.url}/phone/live", timeout=10)
    assert "您的验证码是" in live.text
    assert live.headers["x-digest"] in browser.http.get(f"{browser.url}/phone", timeout=10).text


def test_the_national_entrance(browser: Browser, sandbox: RunningSandbox) -> None:
    assert "这是谁的手机" in browser.go("/phone/national")
    assert "这是谁的手机" in browser.send("/phone/national", what="cards")
    browser.send("/phone/person", person=WANG)
    assert "138 **** 0001" in browser.go("/phone/national")
    assert "已经收到" in browser.send("/phone/national", what="cards", line="mobile-1001-1")
    assert "中国移动3张" in sandbox.phone.inbox(WANG_PHONE)[0]["text"]
    assert "11-24 16:00以后" in browser.send("/phone/national", what="cards", line="mobile-1001-1")
    assert "已经收到" in browser.send("/phone/national", what="accounts", line="mobile-1001-1")
    browser.send("/phone/national", what="cards", line="mobile-1002-4")
    assert browser.answer.status_code == 400


def test_english_and_back(browser: Browser) -> None:
    assert "Whose phone is this?" in browser.go("/phone?lang=en")
    assert "The phone of Wang Xiuying" in browser.send("/phone/person", person=WANG)
    assert "我的手机" in browser.answer.text or "中文" in browser.answer.text
    assert "王秀英的手机" in browser.go("/phone?lang=zh_CN")


def test_english_questions(browser: Browser, mobile: Visitor) -> None:
    browser.send("/phone/person", person=WANG)
    begun = mobile.begin()
    assert "China Mobile" in browser.go(begun["verification_uri_complete"] + "&lang=en")
    assert "See " not in browser.text


def test_pages_let_nothing_in_from_elsewhere(browser: Browser) -> None:
    assert "default-src 'none'" in browser.answer.headers["Content-Security-Policy"]
    assert not re.search(r'(src|href)="https?:', browser.answer.text)
    assert browser.answer.headers["Cache-Control"] == "no-store"


def test_a_person_without_a_number_of_their_own(browser: Browser) -> None:
    browser.send("/phone/person", person="lin-xiuzhen")
    assert "没有自己名下的号码" in browser.go("/phone/national")


def test_the_side_door_knows_its_people(mobile: Visitor) -> None:
    begun = mobile.begin()
    with pytest.raises(requests.HTTPError):
        mobile.sandbox.phone.approve(begun["user_code"], "nobody")
    with pytest.raises(requests.HTTPError):
        mobile.sandbox.phone.approve("BBBB-BBBB", WANG)


@pytest.mark.parametrize("key", WORDS)
def test_sentences_are_short(key: str) -> None:
    chinese, english = WORDS[key]
    assert english
    assert all(len(sentence) <= 20 for sentence in re.split("[。？：，]", chinese))
