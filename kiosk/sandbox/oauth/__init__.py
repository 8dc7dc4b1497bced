"""OAuth 2 and OpenID Connect at each issuer: device grant, client credentials, refresh, revocation."""
