-- Each channel is claimed on its own: what waits for one keeps nobody's mail.
DROP INDEX notify_deliveries_due;
CREATE INDEX notify_deliveries_due ON notify_deliveries (channel, lane, due_at, notice, recipient)
    WHERE due_at IS NOT NULL;
