"""Everything that a hall can set, every key with its default; `kiosk.settings_file` reads and checks it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from kiosk.domain.panel import PANELS, Panel
from kiosk.text import Language

Names = Annotated[dict[str, str], Meta(min_length=1)]
Name = Annotated[str, Meta(min_length=1)]
Seconds = Annotated[float, Meta(gt=0, le=3600)]
Positive = Annotated[float, Meta(gt=0)]
Baud = Literal[115200, 57600, 38400, 19200, 9600]


class SettingsError(Exception):
    """The settings cannot be used; the message is one sentence that names the key."""


class _Checked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Settings refuse keys they do not know, so that a misspelling is noticed."""


class HallSettings(_Checked, frozen=True):
    """The hall and this kiosk in it; both names are shown here and on the visitor's phone."""

    name: Names = msgspec.field(default_factory=lambda: {"zh_CN": "示范营业厅", "en": "Demonstration Hall"})
    kiosk: str = "K-01"
    area: str = ""
    """The administrative division (GB/T 2260) that the hall lies in, such as 440106, to ask for outages."""
    call_command: tuple[str, ...] = ()
    """What to run to call staff; `on` or `off` is appended. Empty: the screen alone calls them."""
    guard: str = ""
    """A file in place of assets/guard.toml: hotlines, banks, and the SMS that guard a number."""


class PanelSettings(_Checked, frozen=True):
    """A profile by name, or a panel in numbers; numbers given here win over the profile's."""

    profile: Literal["portrait", "landscape", "compact"] = "portrait"
    width: Annotated[int, Meta(ge=640)] | None = None
    height: Annotated[int, Meta(ge=480)] | None = None
    pixels_per_mm: Positive | None = None
    lower_edge_mm: Annotated[float, Meta(ge=0)] | None = None
    viewing_mm: Positive | None = None

    def panel(self) -> Panel:
        """Return the panel that these settings describe."""
        base = PANELS[self.profile]
        return Panel(
            self.width or base.width,
            self.height or base.height,
            self.pixels_per_mm or base.pixels_per_mm,
            base.lower_edge_mm if self.lower_edge_mm is None else self.lower_edge_mm,
            self.viewing_mm or base.viewing_mm,
        )


class VoiceSettings(_Checked, frozen=True):
    """Which engine speaks: `auto` takes the rendered voice where there is sound, captions alone where not.

    `screen-reader` leaves speaking to one (docs/screen-readers.md), and lets the arrows always go by ear.
    """

    engine: Literal["auto", "pyttsx3", "silent", "screen-reader"] = "auto"
    loudspeaker: str = ""
    """The sound card of the loudspeaker, as `aplay -L` names it; empty: the one that the machine plays on."""
    headphones: str = ""
    """The card of the headphones where they have one of their own, such as plughw:CARD=Headset."""


class SpeechSettings(_Checked, frozen=True):
    """Whether visitors may speak to the kiosk (docs/speaking.md)."""

    engine: Literal["none", "whisper", "other", "simulated"] = "none"
    """`other`: a program of the hall's own; `simulated`: words typed at the path `microphone`."""
    model: dict[str, str] = {}
    """The folder of each language's model; without one nobody listens in that language."""
    microphone: str = "default"
    """The name of an ALSA device, as `arecord -L` lists them."""
    command: tuple[str, ...] = ()
    """The program of another engine; the microphone and LANGUAGE=FOLDER of each model are appended."""


class IdleSettings(_Checked, frozen=True):
    """Seconds without a touch before the kiosk asks, and seconds it then waits (requirement 20)."""

    ask_after: Seconds = 180
    leave_after: Seconds = 45


class SignSettings(_Checked, frozen=True):
    """Sign language (docs/signs.md)."""

    folder: str = ""
    """The folder with the hall's clips; empty: there are none, and nothing of it is offered."""


class SandboxSettings(_Checked, frozen=True):
    """The built-in operators of the practice mode; `host` 0.0.0.0 lets a phone in the same network in."""

    host: str = "0.0.0.0"  # noqa: S104 - fictional people only; a real phone must reach the sign-in page
    port: Annotated[int, Meta(ge=0, le=65535)] = 9091
    database: str = ""
    """An SQLAlchemy URL; empty: a fresh SQLite database in memory."""


class ClientSettings(_Checked, frozen=True):
    """How this kiosk signs in to one system's token endpoint, found through discovery."""

    issuer: Name
    client_id: str = "service-hall-kiosk"
    client_authentication: Literal["private_key_jwt", "none"] = "private_key_jwt"
    client_key: str = ""
    """Path of a private key (PEM or JWK) for private_key_jwt."""
    key_id: str = ""
    scope: str = "openid"
    """Scopes asked for when a visitor signs in."""
    client_scope: str = ""
    """Scopes asked for when the kiosk acts for itself (client credentials); empty: as the server grants."""
    ca_file: str = ""
    """A private certificate authority to trust in place of the public ones."""


class DeviceSettings(_Checked, frozen=True):
    """The machine's own devices."""

    id_card_reader: str = ""
    """The serial port of the reader of resident ID cards, such as /dev/ttyUSB0; empty: there is none."""
    id_card_baud: Baud = 115200
    code_scanner: str = ""
    """The serial port of a scanner of QR codes that ends each with CR or LF; empty: there is none."""
    code_scanner_baud: Baud = 115200
    headphones: str = "auto"
    """`auto`: every headphone jack that Linux knows; `none`; or the path of one input device."""


class StaffSettings(_Checked, frozen=True):
    """A member of staff who may confirm who somebody is; `main.py staff-pin NUMBER` writes these lines."""

    number: Annotated[str, Meta(pattern=r"^[0-9]{4}$")]
    pin_hash: Annotated[
        str, Meta(pattern=r"^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$")
    ]


class OperatorApis(_Checked, frozen=True):
    """The base URL of each API; an empty one is not offered by this operator."""

    party: str = ""
    product_inventory: str = ""
    trouble_ticket: str = ""
    product_catalog: str = ""
    qualification: str = ""
    product_order: str = ""
    customer_bill: str = ""
    usage: str = ""
    account: str = ""
    balance: str = ""
    payment: str = ""
    resource: str = ""
    kyc_match: str = ""
    sim_swap: str = ""
    one_time_password: str = ""
    subscription_count: str = ""
    service_problem: str = ""
    service_test: str = ""
    appointment: str = ""
    reachability: str = ""
    subscription_status: str = ""


class OperatorSettings(_Checked, frozen=True):
    """One operator: its names, its hotline and, where it is connected, its systems."""

    id: Name
    name: Names
    hotline: Name
    hall: dict[str, str] = {}
    client: ClientSettings | None = None
    apis: OperatorApis = OperatorApis()


class NationalSettings(_Checked, frozen=True):
    """The national query by SMS; without a client the kiosk tells how to ask with one's own phone."""

    client: ClientSettings | None = None
    subscription_count: str = ""
    account_count: str = ""
    fraud_list: str = ""
    """The operators' shared list of numbers that cheat."""
    entrance: Name = "https://getsimnum.caict.ac.cn/m/#/"
    """The public page that answers the same query on one's own phone; the QR of the guided way."""


class Settings(_Checked, frozen=True):
    """Everything that a hall can set."""

    language: Language = Language.ZH_CN
    state: str = ""
    """Folder of the outbox; empty: the user's state folder."""
    hall: HallSettings = HallSettings()
    panel: PanelSettings = PanelSettings()
    voice: VoiceSettings = VoiceSettings()
    speech: SpeechSettings = SpeechSettings()
    idle: IdleSettings = IdleSettings()
    devices: DeviceSettings = DeviceSettings()
    signs: SignSettings = SignSettings()
    keys: dict[str, tuple[str, ...]] = {}
    """What keys do, where a keypad has others than a keyboard (see `kiosk.domain.keys`)."""
    staff: tuple[StaffSettings, ...] = ()
    """Empty: what needs a look by staff is done at the counter."""
    sandbox: SandboxSettings = SandboxSettings()
    operators: tuple[OperatorSettings, ...] = ()
    """Empty: the kiosk starts its built-in sandbox and says on screen that this is practice."""
    national: NationalSettings = NationalSettings()
