"""The rules of a valid plan, one module each: every function yields what a plan does against its rule."""
