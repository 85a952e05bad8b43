-- Since when a person has kept a notice from going on; NULL: nobody does.
ALTER TABLE notify_notices ADD COLUMN paused_at BIGINT;
CREATE INDEX notify_notices_paused ON notify_notices (id) WHERE paused_at IS NOT NULL;
