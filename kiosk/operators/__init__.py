"""The operators' systems: ports, and the clients that implement them."""
