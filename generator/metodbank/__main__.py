"""`python -m metodbank` is the command line."""

from metodbank.cli import main

if __name__ == "__main__":
    main()
