"""Judges plans by the contract alone: which rules they break, what they are worth, why cases are left.

Nothing here shares code with the engine, so that neither can repeat the other's mistake.
"""
