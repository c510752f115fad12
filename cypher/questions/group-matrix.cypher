// Group × group: links, joint projects and shared members. The counts of cross-links.cypher, reached the other way
// round: from each piece of evidence to the pairs of groups that it stands for.
//
// Params:  $kinds        kinds of group in rows and columns, e.g. ['hub', 'cluster', 'house_of']
//          $types        link types that count; joint projects count only with PARTICIPATES_IN among them
//          $year         whole number: only what was alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: a, b (ids, a < b), links, projects, shared; only pairs that are not all zero
// Order:   a, b.
// Bound:   groups nested, or in succession, over at most 10 steps; $limit rows.
WITH ['hub', 'cluster', 'house_of', 'consortium', 'initiative', 'accelerator'] AS groupKinds
MATCH (group:Actor)
WHERE group.kind IN $kinds
CALL (group, groupKinds) {
  MATCH path = (group)<-[:PART_OF*0..10]-(inner:Actor)
  WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  WITH DISTINCT group, inner
  MATCH (member:Actor)-[link:MEMBER_OF|PARTNER_OF|PART_OF|PARTICIPATES_IN]->(inner)
  WHERE NOT member IN [group, inner]
    AND member.kind <> 'project'
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  RETURN collect(DISTINCT member) AS members
}
UNWIND [group] + members AS actor
WITH groupKinds, actor, group.id AS groupId
ORDER BY groupId
WITH groupKinds, actor, collect(groupId) AS ofActor
WITH groupKinds, collect({actor: actor, groups: ofActor}) AS placed
WITH groupKinds, placed, [each IN placed | each.actor] AS actors
CALL (groupKinds, placed, actors) {
  UNWIND placed AS each
  UNWIND each.groups AS a
  UNWIND each.groups AS b
  WITH a, b WHERE a < b
  RETURN a, b, 'shared' AS what, count(*) AS n
UNION ALL
  WITH groupKinds, placed, actors
  UNWIND placed AS one
  WITH groupKinds, placed, actors, one, one.actor AS x
  MATCH (x)-[link]->(y:Actor)
  WHERE y IN actors
    AND type(link) IN $types
    AND NOT link:PART_OF|SUCCESSOR_OF
    AND NOT (link:MEMBER_OF|PARTNER_OF|PARTICIPATES_IN AND y.kind IN groupKinds)
    AND link.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(link.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(link.until, 4)) >= $year, true)))
  WITH one.groups AS ofX, [each IN placed WHERE each.actor = y | each.groups][0] AS ofY
  UNWIND [each IN ofX WHERE NOT each IN ofY] AS g
  UNWIND [each IN ofY WHERE NOT each IN ofX] AS h
  WITH CASE WHEN g < h THEN g ELSE h END AS a, CASE WHEN g < h THEN h ELSE g END AS b
  RETURN a, b, 'links' AS what, count(*) AS n
UNION ALL
  WITH placed
  UNWIND placed AS each
  WITH each, each.actor AS x
  MATCH (x)-[p:PARTICIPATES_IN]->(project:Actor {kind: 'project'})
  WHERE 'PARTICIPATES_IN' IN $types
    AND p.confidence IN $confidences
    AND ($year IS NULL
      OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
        AND coalesce(toInteger(left(p.until, 4)) >= $year, true)))
  WITH project, collect(DISTINCT each.groups) AS participants
  WHERE size(participants) > 1
  UNWIND participants AS ofX
  UNWIND participants AS ofY
  UNWIND [each IN ofX WHERE NOT each IN ofY] AS a
  UNWIND [each IN ofY WHERE NOT each IN ofX] AS b
  WITH project, a, b WHERE a < b
  RETURN a, b, 'projects' AS what, count(DISTINCT project) AS n
}
WITH groupKinds, a, b,
  sum(CASE what WHEN 'links' THEN n ELSE 0 END) AS links,
  sum(CASE what WHEN 'projects' THEN n ELSE 0 END) AS projects,
  sum(CASE what WHEN 'shared' THEN n ELSE 0 END) AS shared
MATCH (one:Actor {id: a}), (two:Actor {id: b})
WHERE NOT EXISTS {
    MATCH path = (one)-[:PART_OF*1..10]->(two)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (two)-[:PART_OF*1..10]->(one)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (one)-[:SUCCESSOR_OF*1..10]-(two)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
RETURN a, b, links, projects, shared
ORDER BY a, b
LIMIT $limit
