"""Officers → teams: who goes with whom, with which kits and on which dates, and who staffs the posts.

`pools` and `estimate` say what capacity would be worth, `model` holds the rules, `form` finds the best
crews, `clash` says which rules stand against each other where there are none, `roster` writes down who
does what once routes are known, `calibrate` and `wanting` read off a plan what the estimate missed.
"""
