// How many nodes of each kind of record and how many relationships there are: always one row.
RETURN
  COUNT { (:Source) } AS sources,
  COUNT { (:Topic) } AS topics,
  COUNT { (:Actor) } AS actors,
  COUNT { ()-->() } AS links,
  COUNT { (:ReferenceCount) } AS referenceCounts,
  COUNT { (:Story) } AS stories
