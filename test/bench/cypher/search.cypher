// Search for actors through the full-text index of names: the 20 best.
//
// Params:  $text   a Lucene query, e.g. '(fraunh* OR fraunh~1)'
//          $kinds  kinds of actor to find
// Columns: id, name, nameEn, kind, city, state, score
// Order:   score, best first, then id.
CALL db.index.fulltext.queryNodes('actor_name', $text) YIELD node, score
WHERE node.kind IN $kinds
RETURN node.id AS id, node.name AS name, node.nameEn AS nameEn, node.kind AS kind, node.city AS city,
  node.state AS state, score
ORDER BY score DESC, id
LIMIT 20
