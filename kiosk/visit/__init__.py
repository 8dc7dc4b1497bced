"""One person's stay at the kiosk: session, journal, outbox, idling."""
