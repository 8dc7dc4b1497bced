"""A small process that listens for tests: well behaved, or as its argument says."""

from __future__ import annotations

import json
import sys
import time


def tell(**line: object) -> None:
    print(json.dumps(line), flush=True)


def main(manner: str) -> None:
    tell(ready=True)
    for line in sys.stdin:
        asked = json.loads(line)
        match manner:
            case "dies":
                return
            case "hangs":
                time.sleep(60)
            case "fails":
                tell(id=asked["id"], failed=True)
            case "silence":
                tell(id=asked["id"], heard=None)
            case "answers-another":
                tell(id=asked["id"] + 7, heard="another")
            case _:
                tell(id=asked["id"], over=True)
                tell(id=asked["id"], heard=f"{asked['phrases'][-1]} {asked['language']} {asked['seconds']}")


main(sys.argv[1])
