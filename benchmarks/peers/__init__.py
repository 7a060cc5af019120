"""General routing solvers on our campaigns, each in the best encoding that we could write.

None of them chooses amounts or decides where to sleep, so that what they are given is easier than
a campaign: `work` cuts demand into chunks, `nights` says beforehand where teams sleep, and `days`
turns their answers back into day routes, which it fills up.
"""
