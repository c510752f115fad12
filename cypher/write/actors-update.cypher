// Updates actors. $rows: {id, label, properties}, a property of null is removed, an unknown one stays.
// $kindLabels: the labels of all kinds; an actor keeps the one of its kind and any label that is none of them.
UNWIND $rows AS row
MATCH (a:Actor {id: row.id})
SET a += row.properties
REMOVE a:$([label IN labels(a) WHERE label IN $kindLabels AND label <> row.label])
SET a:$(row.label)
