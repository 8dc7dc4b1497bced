"""The desk where a visitor signs in, by QR, by SMS or by ID card, and signs out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from kiosk.domain.failures import OperatorError, Reason, Unavailable
from kiosk.domain.id_cards import IdCard
from kiosk.domain.people import Access, CodeSent, Identity, Invitation
from kiosk.operators import device_grant, sms_code
from kiosk.operators.card_sign_in import confirmed
from kiosk.operators.deadline import Deadline
from kiosk.operators.system import System, system_of
from kiosk.operators.who import holder_of, holder_of_card, signed_in
from kiosk.screens import Stop
from kiosk.text import PhoneNumber, Words


class SignIns:
    """Signs visitors in at the operators; `display` names hall and kiosk for the phone's page."""

    def __init__(self, systems: Mapping[str, System], display: Mapping[str, str], words: Words) -> None:
        self._systems = systems
        self._display = display
        self._words = words
        self._proven: set[tuple[str, str]] = set()

    def invite(self, operator_id: str) -> Invitation:
        """Begin a sign-in by QR (RFC 8628, 3.1)."""
        return device_grant.invite(system_of(self._systems, operator_id), self._display)

    def approval(self, invitation: Invitation, *, stop: Stop) -> Identity:
        """Wait until the phone has approved; raises Refused(SIGN_IN_DENIED or SIGN_IN_EXPIRED).

        A token that cannot be used, or that nobody waits for any more, is given back at once.
        """
        system = system_of(self._systems, invitation.operator_id)
        tokens = device_grant.tokens_for(system, invitation, stop)
        access = Access(system.id, tokens.access_token, tokens.refresh_token)
        try:
            identity = signed_in(system, access, tokens.id_token, system.by())
            if stop.is_set():
                raise Unavailable(Reason.STOPPED)
        except OperatorError:
            self.sign_out(access)
            raise
        return identity

    def send_code(self, operator_id: str, phone: PhoneNumber) -> CodeSent:
        """Send a code by SMS; raises Refused(TOO_MANY_CODES, WRONG_INPUT or NOT_ALLOWED)."""
        message = sms_code.message_to_sign_in(self._words)
        return sms_code.send(system_of(self._systems, operator_id), phone, message)

    def check_code(self, sent: CodeSent, code: str) -> Identity:
        """Sign in with the code; raises Refused(CODE_WRONG, CODE_EXPIRED, TOO_MANY_TRIES).

        A code is good once: where only the holder could not be learnt, asking again does not use it again.
        """
        system = system_of(self._systems, sent.operator_id)
        by, proof = system.by(), (sent.authentication_id, code)
        if proof not in self._proven:
            sms_code.check(system, sent, code, by)
            self._proven.add(proof)
        identity = holder_of(system, sent.phone, by)
        self._proven.discard(proof)
        return identity

    def by_card(self, operator_id: str, card: IdCard) -> Identity:
        """Sign in with the ID card on the reader; raises Refused(NOT_FOUND) where the operator has nobody."""
        system = system_of(self._systems, operator_id)
        return holder_of_card(system, card, system.by())

    def vouch(self, identity: Identity, card: IdCard) -> Identity:
        """Have the operator confirm that a card belongs to who signed in; raises Refused(ID_MISMATCH)."""
        return confirmed(system_of(self._systems, identity.operator_id), identity, card)

    def sign_out(self, access: Access) -> None:
        """Give the access back (RFC 7009: both tokens); best effort, never raises.

        After a sign-in by SMS there is none to give back: the kiosk acted with its own.
        """
        if access.operator_id not in self._systems:
            return
        system = self._systems[access.operator_id]
        by = system.by()
        for kind, token in (("refresh_token", access.refresh_token), ("access_token", access.token)):
            if token:
                _revoke(system, {"token": token, "token_type_hint": kind}, by)


def _revoke(system: System, form: Mapping[str, str], by: Deadline) -> None:
    with suppress(OperatorError):
        system.authorize("revocation_endpoint", form, by)
