-- Announcements that a person ended: what waited of them ends in slices, so that nobody else waits for
-- the one writer. Contacts up to `done_to` and webhooks up to `webhooks_to` have been seen to.
CREATE TABLE notify_endings (
    notice      BIGINT PRIMARY KEY,
    how         TEXT NOT NULL,    -- taken_back, cut_short
    done_to     BIGINT NOT NULL,
    webhooks_to BIGINT NOT NULL,
    done_at     BIGINT            -- NULL: not through yet
);
CREATE INDEX notify_endings_open ON notify_endings (notice) WHERE done_at IS NULL;
