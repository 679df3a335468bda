"""Examinations of this machine and of a base: what is missing or stale, and what to type.

Every module here loads with the standard library alone, so that a doctor can be asked when the libraries of
the program cannot be imported. Nothing is written and nothing changed.

    examination     the words: a state, what was seen, what to type
    examining       the table of examinations, each run so that none can stop the others
    python_side     Python, its environment, the program and its libraries
    machine_side    the terminal, the disk, the folders
    git_side        git and its settings
    base_side       region.yml, the records
    site_side       the built site, what an interrupted build left, the store
    contributor_side   programs that only those who change the program need
"""
