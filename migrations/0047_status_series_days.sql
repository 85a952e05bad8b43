-- Of a recurring window: the last start whose day of declaring has passed. It stays where it is
-- though a shorter notice may be sold later: what a calendar was told it does not take back.
ALTER TABLE status_series ADD COLUMN passed_until BIGINT NOT NULL DEFAULT 0;
