"""Lets `python -m letterkit` run the command line."""

from letterkit.commands.cli import main

if __name__ == "__main__":
    main()
