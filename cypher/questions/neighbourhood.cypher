// The actors around one actor: a link is a step, and so is a project in which both take part.
//
// Params:  $actor        id of the actor in the middle
//          $depth        1, 2 or 3 steps
//          $types        link types that make a step; joint projects only with PARTICIPATES_IN among them
//          $year         whole number: only what was alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: id, name, kind, depth (fewest steps from the middle; the middle itself is not listed)
// Order:   depth, id.
// Bound:   3 steps; $limit rows.
MATCH (centre:Actor {id: $actor})
WITH centre, [centre] AS ring0
CALL (ring0) {
  UNWIND CASE WHEN $depth >= 1 THEN ring0 ELSE [] END AS x
  CALL (x) {
    MATCH (x)-[link]-(y:Actor)
    WHERE y.kind <> 'project'
      AND type(link) IN $types
      AND link.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
    RETURN y
  UNION
    MATCH (x)-[p:PARTICIPATES_IN]->(:Actor {kind: 'project'})<-[q:PARTICIPATES_IN]-(y:Actor)
    WHERE y.kind <> 'project'
      AND 'PARTICIPATES_IN' IN $types
      AND p.confidence IN $confidences
      AND q.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(p.until, 4)) >= $year, true)
          AND coalesce(toInteger(left(q.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(q.until, 4)) >= $year, true)))
    RETURN y
  }
  WITH DISTINCT y, ring0
  WHERE NOT y IN ring0
  RETURN collect(y) AS ring1
}
CALL (ring0, ring1) {
  UNWIND CASE WHEN $depth >= 2 THEN ring1 ELSE [] END AS x
  CALL (x) {
    MATCH (x)-[link]-(y:Actor)
    WHERE y.kind <> 'project'
      AND type(link) IN $types
      AND link.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
    RETURN y
  UNION
    MATCH (x)-[p:PARTICIPATES_IN]->(:Actor {kind: 'project'})<-[q:PARTICIPATES_IN]-(y:Actor)
    WHERE y.kind <> 'project'
      AND 'PARTICIPATES_IN' IN $types
      AND p.confidence IN $confidences
      AND q.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(p.until, 4)) >= $year, true)
          AND coalesce(toInteger(left(q.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(q.until, 4)) >= $year, true)))
    RETURN y
  }
  WITH DISTINCT y, ring0, ring1
  WHERE NOT y IN ring0 + ring1
  RETURN collect(y) AS ring2
}
CALL (ring0, ring1, ring2) {
  UNWIND CASE WHEN $depth >= 3 THEN ring2 ELSE [] END AS x
  CALL (x) {
    MATCH (x)-[link]-(y:Actor)
    WHERE y.kind <> 'project'
      AND type(link) IN $types
      AND link.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
    RETURN y
  UNION
    MATCH (x)-[p:PARTICIPATES_IN]->(:Actor {kind: 'project'})<-[q:PARTICIPATES_IN]-(y:Actor)
    WHERE y.kind <> 'project'
      AND 'PARTICIPATES_IN' IN $types
      AND p.confidence IN $confidences
      AND q.confidence IN $confidences
      AND ($year IS NULL
        OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(p.until, 4)) >= $year, true)
          AND coalesce(toInteger(left(q.since, 4)) <= $year, true)
          AND coalesce(toInteger(left(q.until, 4)) >= $year, true)))
    RETURN y
  }
  WITH DISTINCT y, ring0, ring1, ring2
  WHERE NOT y IN ring0 + ring1 + ring2
  RETURN collect(y) AS ring3
}
UNWIND [[1, ring1], [2, ring2], [3, ring3]] AS ring
UNWIND ring[1] AS actor
RETURN actor.id AS id, actor.name AS name, actor.kind AS kind, ring[0] AS depth
ORDER BY depth, id
LIMIT $limit
