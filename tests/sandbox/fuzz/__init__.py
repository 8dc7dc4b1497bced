"""Strange requests and random lives, for trying the sandbox against the publishers' own files."""
