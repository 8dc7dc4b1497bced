"""Start the kiosk; `python main.py --help` tells what else can be started."""

import sys

from kiosk.app import main

sys.exit(main(sys.argv[1:]))
