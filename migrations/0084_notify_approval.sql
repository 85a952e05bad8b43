-- A notice to many waits for a second pair of eyes: since when, who asked (NULL: a token did), and who
-- let it go, when. While unapproved_since stands, nothing of it leaves.
ALTER TABLE notify_notices ADD COLUMN unapproved_since BIGINT;
ALTER TABLE notify_notices ADD COLUMN asked_by BIGINT;
ALTER TABLE notify_notices ADD COLUMN approved_by BIGINT;
ALTER TABLE notify_notices ADD COLUMN approved_at BIGINT;
CREATE INDEX notify_notices_unapproved ON notify_notices (id) WHERE unapproved_since IS NOT NULL;
