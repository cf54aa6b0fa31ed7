"""How fast drawing and starting are, next to other ways to do the same: `python -m bench`.

It measures and prints; it asserts nothing about time and leaves nothing behind.
"""
