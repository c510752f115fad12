// Actors that belong to two or more groups which neither nest in each other nor succeed each other.
//
// Params:  $kinds        kinds of group that count, e.g. ['hub', 'cluster', 'house_of']
//          $year         whole number: only memberships alive in that year (unknown dates exclude nothing); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: id, name, kind, groups (ids of those that it bridges; a group belongs to itself), pairs (of groups bridged)
// Order:   most groups first, then most pairs, then id.
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
WITH groupKinds, actor, collect(group) AS groups
WHERE size(groups) > 1
UNWIND groups AS a
UNWIND groups AS b
WITH groupKinds, actor, a, b
WHERE a <> b
  AND NOT EXISTS {
    MATCH path = (a)-[:PART_OF*1..10]->(b)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (b)-[:PART_OF*1..10]->(a)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
  AND NOT EXISTS {
    MATCH path = (a)-[:SUCCESSOR_OF*1..10]-(b)
    WHERE all(each IN nodes(path) WHERE each.kind IN groupKinds)
  }
WITH actor, a.id AS groupId, count(b) AS others
ORDER BY groupId
WITH actor, collect(groupId) AS groups, sum(others) / 2 AS pairs
RETURN actor.id AS id, actor.name AS name, actor.kind AS kind, groups, pairs
ORDER BY size(groups) DESC, pairs DESC, id
LIMIT $limit
