"""A window of few words, for the supervisor's tests; its first argument says how it behaves."""

import os
import sys
from pathlib import Path

how, diary = sys.argv[1], Path(sys.argv[2])


def note(word: str) -> None:
    with diary.open("a") as file:
        file.write(f"{os.getpid()} {word}\n")


if how == "cannot start" or (how == "only the first lives" and diary.exists()):
    note("failed")
    sys.exit(1)
note("ready")
for line in sys.stdin:
    note(line.strip())
    print("shown", flush=True)
    if how == "one visit after the other":
        print("over", flush=True)
    if how == "crashes":
        os._exit(1)
if how == "will not end":
    while True:
        pass
note("ended")
