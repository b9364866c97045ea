"""Many letters: recipients in bulk, groups, lists of one's own.  Opens no file and reads no clock."""
