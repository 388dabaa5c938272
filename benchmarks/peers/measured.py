"""Runs a command and prints its wall and processor seconds and the peak memory of its largest process.

Usage: python measured.py NAME COMMAND...
"""

import resource
import subprocess
import sys
import time


def main():
    name, command = sys.argv[1], sys.argv[2:]
    start = time.monotonic()
    subprocess.run(command, check=True)
    wall = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(f"{name}: {wall:.1f} s, {processor:.1f} s processor, peak {used.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
