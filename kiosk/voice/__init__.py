"""Everything that is said: what, how, and by which engine."""
