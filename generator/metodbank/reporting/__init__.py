"""Reports in the form that a region keeps: a spreadsheet or a Word note filled from the indicators of a base.

    notation, requests   what square brackets ask for          answers, basis   what the base says to it
    opening, package     an Office file as its parts           sheet/ note/     filling them
    starting/            forms to begin with

The file of a form is changed only where it asks: every other part keeps its bytes.
"""
