// Projects in which two actors work together.
//
// Params:  $a, $b        ids of two actors
//          $year         whole number: only participations alive in that year (unknown dates exclude none); null: all
//          $confidences  accepted grades, e.g. ['stated', 'public_record', 'general_knowledge']
//          $limit        most rows
// Columns: id, acronym, title, start, end, programme, url, roleA, roleB (coordinator where it is one, else any role)
// Order:   newest start first (unknown last), then id.
// Bound:   $limit rows.
MATCH (a:Actor {id: $a})-[p:PARTICIPATES_IN]->(project:Actor {kind: 'project'})
MATCH (project)<-[q:PARTICIPATES_IN]-(b:Actor {id: $b})
WHERE a <> b
  AND p.confidence IN $confidences
  AND q.confidence IN $confidences
  AND ($year IS NULL
    OR (coalesce(toInteger(left(p.since, 4)) <= $year, true)
      AND coalesce(toInteger(left(p.until, 4)) >= $year, true)
      AND coalesce(toInteger(left(q.since, 4)) <= $year, true)
      AND coalesce(toInteger(left(q.until, 4)) >= $year, true)))
WITH project, collect(p.role) AS rolesA, collect(q.role) AS rolesB
RETURN project.id AS id, project.name AS acronym,
  coalesce(project.descriptionEn, project.descriptionDe) AS title,
  project.start AS start, project.end AS end, project.programme AS programme, project.website AS url,
  CASE WHEN 'coordinator' IN rolesA THEN 'coordinator' ELSE rolesA[0] END AS roleA,
  CASE WHEN 'coordinator' IN rolesB THEN 'coordinator' ELSE rolesB[0] END AS roleB
ORDER BY coalesce(start, '') DESC, id
LIMIT $limit
