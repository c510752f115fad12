// One journal entry a revision; the index behind the constraint answers what came since.
CREATE CONSTRAINT change_revision IF NOT EXISTS FOR (n:Change) REQUIRE n.revision IS UNIQUE
