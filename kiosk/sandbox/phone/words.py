"""What the phone's pages say, in Chinese and English."""

from __future__ import annotations

from kiosk.text import Language

WORDS: dict[str, tuple[str, str]] = {
    "title": ("我的手机", "My phone"),
    "practice": ("练习用的手机。人物和号码都是编的。", "A practice phone. People and numbers are made up."),
    "other_language": ("English", "中文"),
    "who": ("这是谁的手机？", "Whose phone is this?"),
    "who_help": ("选一个人，来试一试。", "Choose a person to try things with."),
    "age": ("{age}岁", "aged {age}"),
    "phone_of": ("{name}的手机", "The phone of {name}"),
    "switch": ("换一个人", "Choose another person"),
    "waiting": ("有机器想登录", "A kiosk asks to sign in"),
    "kiosk_at": ("{hall}，机器 {kiosk}", "{hall}, kiosk {kiosk}"),
    "look": ("看一看", "Have a look"),
    "inbox": ("短信", "Messages"),
    "no_messages": ("还没有短信。新短信会自己出现。", "No messages yet. New ones appear by themselves."),
    "type_code": ("用机器上的代码登录", "Sign in with the code on the kiosk"),
    "code_label": ("机器上的代码（八个字母）", "The code on the kiosk (eight letters)"),
    "go_on": ("下一步", "Next"),
    "ask_title": ("让这台机器登录吗？", "Let this kiosk sign in?"),
    "you": ("您是", "You are"),
    "where": ("机器在", "Where it stands"),
    "kiosk_number": ("机器编号", "Kiosk number"),
    "operator": ("登录到", "Signs in to"),
    "as": ("用这个号码", "With this number"),
    "match": ("机器上也是这个数字吗？", "Does the kiosk show this number too?"),
    "match_help": ("不一样，就按“不同意”。", "If it differs, press Refuse."),
    "may_read": ("同意以后，机器可以：", "If you approve, the kiosk may:"),
    "openid": ("知道您的姓名和手机号", "know your name and phone number"),
    "party:read": ("读取您的身份证号码", "read your ID number"),
    "inventory:read": ("看到您名下有哪些号码", "see which numbers run under your name"),
    "subscription-count:query": ("替您查有几个号码", "count your numbers for you"),
    "tickets:write": ("替您提交申请和异议", "file requests and objections for you"),
    "catalog:read": ("看您能办哪些业务", "see what you can order"),
    "qualification:write": ("看您能办哪些业务", "see what you can order"),
    "orders:write": ("您确认以后，替您办理", "order for you, once you have agreed"),
    "bills:read": ("看您的账单和用量", "see your bills and usage"),
    "usage:read": ("看您的账单和用量", "see your bills and usage"),
    "resources:read": ("看到您的手机卡是否正常", "see whether your SIM card works"),
    "approve": ("同意", "Approve"),
    "refuse": ("不同意", "Refuse"),
    "no_line": ("您在{operator}没有手机号，不能登录。", "You have no number at {operator} to sign in with."),
    "approved": ("已同意", "Approved"),
    "approved_help": ("请回到机器前，接着办。", "Please go on at the kiosk."),
    "refused": ("没有登录", "Not signed in"),
    "refused_help": ("机器看不到您的任何信息。", "The kiosk sees nothing about you."),
    "gone": ("这次登录已经结束", "This sign-in is over"),
    "gone_help": ("请在机器上换一个新的二维码。", "Please ask the kiosk for a new QR code."),
    "home": ("回到我的手机", "Back to my phone"),
    "national": ("全国一证通查", "National one-ID query"),
    "national_help": ("结果由10699000发短信告诉您。", "The answer comes by SMS from 10699000."),
    "which_number": ("短信发到哪个号码？", "Which number should get the SMS?"),
    "ask_cards": ("查我名下有几张电话卡", "How many phone cards are in my name"),
    "ask_accounts": ("查我的互联网账号", "How many internet accounts I have"),
    "no_number": ("您手里没有自己名下的号码。", "You hold no number in your own name."),
    "asked": ("已经收到", "Your query was taken"),
    "asked_help": ("48小时内会有短信。练习时很快就到。", "The SMS comes within 48 hours; in practice, soon."),
    "asked_before": ("24小时内只能查一次", "Only once in 24 hours"),
    "asked_before_help": ("{when}以后可以再查。", "You can ask again after {when}."),
    "problem": ("这一步没有成功", "This did not work"),
    "problem_help": ("请回到手机首页，再试一次。", "Please go back to the phone and try again."),
    "no_kiosk_number": ("没有写", "not given"),
}


def say(language: Language, key: str, **values: object) -> str:
    """Return one sentence in the reader's language."""
    chinese, english = WORDS[key]
    return (english if language is Language.EN else chinese).format(**values)
