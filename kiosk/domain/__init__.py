"""What the business is about: frozen values and pure rules."""
