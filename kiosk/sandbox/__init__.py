"""A server that plays the operators and the citizen's phone."""
