-- The notice of the word was taken back within its undo: the page alone said it. What was taken back
-- before this column is not known here and counts as told.
ALTER TABLE status_updates ADD COLUMN taken_back BIGINT NOT NULL DEFAULT 0;
