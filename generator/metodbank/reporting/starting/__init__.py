"""Forms to begin with: a spreadsheet and a Word note for the frameworks and territories of a base."""
