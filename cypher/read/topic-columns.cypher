// Columns of every topic, in no order.
MATCH (n:Topic)
RETURN n.id AS id, n.nameDe AS nameDe, n.nameEn AS nameEn, n.broader AS broader, elementId(n) AS row
