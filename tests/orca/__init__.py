"""Whole visits with a real screen reader, Orca, at a kiosk of its own; `scripts/orca` runs them."""
