-- What waits to be gathered with others into one mail a day. digest_at: the local time of that;
-- NULL leaves by itself. carried_by: the notice that it left in, whose outcome is its own.
ALTER TABLE notify_deliveries ADD COLUMN digest_at TEXT;
ALTER TABLE notify_deliveries ADD COLUMN carried_by BIGINT;
CREATE INDEX notify_deliveries_gathered ON notify_deliveries (notice, zone, digest_at)
    WHERE digest_at IS NOT NULL;
CREATE INDEX notify_deliveries_digest_due ON notify_deliveries (due_at, recipient, notice)
    WHERE digest_at IS NOT NULL AND due_at IS NOT NULL;
CREATE INDEX notify_deliveries_carried ON notify_deliveries (carried_by)
    WHERE carried_by IS NOT NULL;
