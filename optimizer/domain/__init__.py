"""What planners talk about: scenarios, sites, teams, plans, findings.

Nothing here knows numpy, a file system or a network.  Every other room imports
this one; it imports only the catalogue of words.
"""
