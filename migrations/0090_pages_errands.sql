-- Links by which somebody gets what we hold of him, or has it erased: mailed to him alone, they
-- work once. Of a secret only its SHA-256 is kept.
CREATE TABLE pages_errands (
    hash     BYTEA  NOT NULL PRIMARY KEY,
    contact  BIGINT NOT NULL,
    errand   TEXT   NOT NULL,
    expires  BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX pages_errands_contact ON pages_errands (contact);
CREATE INDEX pages_errands_expires ON pages_errands (expires);
