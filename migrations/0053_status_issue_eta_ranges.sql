-- A range that was given for the fix keeps its beginning, as an incident's does.
ALTER TABLE status_issue_etas ADD COLUMN eta_from BIGINT;
