"""The machine's devices: ports, drivers and simulators."""
