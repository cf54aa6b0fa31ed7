"""A report as it came back from a person's program: opened with care, found by what it says."""
