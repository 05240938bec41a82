"""`python -m bench`: a table on the screen and a file in bench/history; `--help` names the parts."""

import sys

if __name__ == "__main__":
    # A process that this one starts reads the file again; it is to load what it works with and no more.
    from bench.whole import main

    main(sys.argv[1:])
