"""The maintainer's tool behind scripts/voice: which words need a clip, and how they are rendered."""
