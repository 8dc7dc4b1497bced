"""The citizen's phone: sign-ins to approve, SMS to read, the national query of one's own."""
