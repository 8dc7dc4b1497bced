"""One file per service: the conversations, written top to bottom."""
