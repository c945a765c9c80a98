"""Kills senders at random points and judges from outside that no reminder is lost or repeated
unseen.

`python -m tests.torture` runs it in full size.
"""
