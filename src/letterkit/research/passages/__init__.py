"""The words of a report: its sentences, the parts of long ones, quotes of them, which are taken already."""
