// All shortest paths between two actors over their links. With 'project' among the kinds a joint project is a place
// on the way (two steps); without it, only links between the others count.
//
// Params:  $a, $b        ids of two actors
//          $kinds        kinds of actor that may lie on the way
//          $types        link types to walk along, in either direction
//          $year         whole number: only links alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: steps, actors (ids from a to b), links (ids in that order)
// Order:   actors, links. Parallel links make paths of their own.
// Bound:   6 steps; $limit rows.
MATCH (a:Actor {id: $a}), (b:Actor {id: $b})
WHERE a <> b
MATCH path = ALL SHORTEST (a)
  ((x:Actor)-[link]-(y:Actor)
    WHERE (y.kind IN $kinds OR y.id = $b)
      AND type(link) IN $types
      AND link.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  ){1,6}
  (b)
RETURN length(path) AS steps, [each IN nodes(path) | each.id] AS actors,
  [each IN relationships(path) | each.id] AS links
ORDER BY actors, links
LIMIT $limit
