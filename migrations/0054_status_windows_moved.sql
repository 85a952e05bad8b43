-- The time that a window had before it was moved.
ALTER TABLE status_windows ADD COLUMN was_starts_at BIGINT;
ALTER TABLE status_windows ADD COLUMN was_ends_at BIGINT;
