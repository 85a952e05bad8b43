-- Services stand in a tree below groups, and may be retired: their history stays. checked_every_s:
-- how often whatever watches a service says how it is; NULL where nothing does.
ALTER TABLE status_services ADD COLUMN is_group BIGINT NOT NULL DEFAULT 0;
ALTER TABLE status_services ADD COLUMN checked_every_s BIGINT;
ALTER TABLE status_services ADD COLUMN retired_at BIGINT;
UPDATE status_services SET is_group = 1 WHERE id IN (SELECT parent FROM status_services);

-- What watchers saw: one row for each stretch in which one of them saw the same. heard_at: when it
-- said so last. is_judged: a person has looked at it since and said what is the matter.
CREATE TABLE status_observed (
    service     BIGINT NOT NULL,
    seen_from   TEXT   NOT NULL,
    state       TEXT   NOT NULL,
    failing_ppm BIGINT,
    detail      TEXT   NOT NULL,
    since       BIGINT NOT NULL,
    heard_at    BIGINT NOT NULL,
    until       BIGINT,
    is_judged   BIGINT NOT NULL,
    PRIMARY KEY (service, seen_from, since)
);
CREATE INDEX status_observed_now ON status_observed (service) WHERE until IS NULL;

-- A person looked and said that it is well.
CREATE TABLE status_confirmed (
    service BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    person  BIGINT NOT NULL,
    name    TEXT   NOT NULL,
    PRIMARY KEY (service, at)
);

-- Stretches in which we did not know: what watches the service was silent, or saw trouble that
-- nobody had judged.
CREATE TABLE status_unknown (
    service BIGINT NOT NULL,
    since   BIGINT NOT NULL,
    until   BIGINT,
    PRIMARY KEY (service, since)
);
CREATE INDEX status_unknown_now ON status_unknown (service) WHERE until IS NULL;

-- History that was corrected, never silently: who, when, why, and all as it stood before.
-- status_touched holds what we know now.
CREATE TABLE status_corrections (
    id          BIGINT NOT NULL PRIMARY KEY,
    incident    BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    at          BIGINT NOT NULL,
    reason      TEXT   NOT NULL,
    started_at  BIGINT NOT NULL,
    resolved_at BIGINT
);
CREATE INDEX status_corrections_incident ON status_corrections (incident, id);
CREATE TABLE status_corrected (
    correction  BIGINT NOT NULL,
    service     BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    failing_ppm BIGINT,
    symptom     TEXT   NOT NULL,
    since       BIGINT NOT NULL,
    until       BIGINT,
    PRIMARY KEY (correction, service, since)
);
