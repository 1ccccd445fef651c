"""Runs the command line: python -m blameless_lint."""

from blameless_lint.surfaces.cli import main

if __name__ == "__main__":
    main()
