"""An accessible kiosk for telecom service halls."""
