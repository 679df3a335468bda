"""The published folder: always whole, whatever happens to the build that fills it.

A build stages what changed beside the folder and then moves it in, file by file, under a journal. Nothing in
the folder is ever half-written: until the journal stands, the folder is as it was; from then on the move is
completed, by this build or by the next.

    publication   the one door: `publication(out)` gives a `Publication` to fill
    stage         files made beside the folder, by worker processes too
    journal       what is to be moved and deleted, durably
    moving        a journal carried out, as often as it takes
    leftovers     what a build that was killed has left, completed or undone
    standing      what the folder holds
    lock          one build at a time
    foreign, inside   the folders that are refused
"""
