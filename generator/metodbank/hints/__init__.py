"""Rules of hints and the records of a base → what serves an indicator; `helping` is the door."""
