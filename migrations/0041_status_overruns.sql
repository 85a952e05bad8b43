-- The end that a window passed, noted once for each end that was said.
ALTER TABLE status_windows ADD COLUMN passed_end BIGINT;
UPDATE status_windows
SET    passed_end = ends_at
WHERE  closed_at IS NULL AND announced_end IS NOT NULL AND changed_at >= ends_at;
