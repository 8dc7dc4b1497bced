"""Whole visits with a real screen reader, Orca, at a kiosk in a process of its own; `scripts/orca` runs them."""
