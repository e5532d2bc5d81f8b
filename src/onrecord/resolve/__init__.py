"""Who is who across documents, each link with its reasons.

    record ─ profiles ▶ blocks ─ clusters, bodies ▶ entities ─ described ▶ offices

`profiles` says what one document tells of each of its entities, `likeness` how likely
two are one, `clusters` and `bodies` who is one within a block of similar names,
`described` whom an office means on a day. `resolver` does all of it on an archive.
"""
