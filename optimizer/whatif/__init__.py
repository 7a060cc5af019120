"""What more of something would be worth: variants of a scenario, planned from its plan and set beside it.

Variants are asked for in `asked`, made in `variants`, planned in `replan` and `side_by_side`, and
set beside the base in `compare`.
"""
