"""Lets `python -m letterkit` run the command line."""

from letterkit.commands.cli import program

if __name__ == "__main__":
    program()
