-- Windows that are moved, overrun and are told of in time.
ALTER TABLE status_windows ADD COLUMN short_reason       TEXT   NOT NULL DEFAULT '';
ALTER TABLE status_windows ADD COLUMN finishes_by_itself BIGINT NOT NULL DEFAULT 1;
-- Of one that overran or was extended while it ran: the end that was announced before.
ALTER TABLE status_windows ADD COLUMN announced_end      BIGINT;
-- The recurring window of which it is an occurrence, and when that would have begun.
ALTER TABLE status_windows ADD COLUMN series             BIGINT;
ALTER TABLE status_windows ADD COLUMN occurrence         BIGINT;
ALTER TABLE status_windows ADD COLUMN changed_at         BIGINT NOT NULL DEFAULT 0;
UPDATE status_windows SET changed_at = COALESCE(closed_at, created_at);

-- Each time that was ever said of a window; the newest row is what holds. is_told = 0: it stood on
-- the page alone, which does not count as telling.
CREATE TABLE status_window_spans (
    window_id BIGINT NOT NULL,
    said_at   BIGINT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at   BIGINT NOT NULL,
    is_told   BIGINT NOT NULL,
    PRIMARY KEY (window_id, said_at)
);
INSERT INTO status_window_spans (window_id, said_at, starts_at, ends_at, is_told)
SELECT id, created_at, starts_at, ends_at, 1 FROM status_windows;

CREATE INDEX status_windows_start ON status_windows (starts_at);
