-- Two people who change at once what all on a plan use must not undo each other unseen.
ALTER TABLE accounts_plans ADD COLUMN rule_version BIGINT NOT NULL DEFAULT 1;
