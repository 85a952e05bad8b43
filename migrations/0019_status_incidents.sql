-- What an incident says besides what is down and until when; who saw it first; whose it is.
ALTER TABLE status_incidents ADD COLUMN data_safety TEXT NOT NULL DEFAULT 'not_yet_known';
ALTER TABLE status_incidents ADD COLUMN workaround_text TEXT NOT NULL DEFAULT '';
ALTER TABLE status_incidents ADD COLUMN workaround_url TEXT;
ALTER TABLE status_incidents ADD COLUMN account BIGINT;          -- trouble of this one only
ALTER TABLE status_incidents ADD COLUMN first_seen_by TEXT;
ALTER TABLE status_incidents ADD COLUMN first_seen_at BIGINT;
ALTER TABLE status_incidents ADD COLUMN first_seen_detail TEXT NOT NULL DEFAULT '';
ALTER TABLE status_incidents ADD COLUMN customer_at BIGINT;      -- when a customer first said so
ALTER TABLE status_incidents ADD COLUMN merged_into BIGINT;
ALTER TABLE status_incidents ADD COLUMN monitoring_at BIGINT;
ALTER TABLE status_incidents ADD COLUMN reviewed_at BIGINT;
ALTER TABLE status_incidents ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
UPDATE status_incidents
SET    changed_at = COALESCE((SELECT MAX(u.at) FROM status_updates u
                              WHERE u.incident = status_incidents.id), created_at),
       monitoring_at = (SELECT MIN(u.at) FROM status_updates u
                        WHERE u.incident = status_incidents.id AND u.state = 'monitoring');
CREATE INDEX status_incidents_started ON status_incidents (started_at);
CREATE INDEX status_incidents_merged ON status_incidents (merged_into)
    WHERE merged_into IS NOT NULL;

-- How many of a million tries fail (degraded, partial), and what customers notice.
ALTER TABLE status_touched ADD COLUMN failing_ppm BIGINT;
ALTER TABLE status_touched ADD COLUMN symptom TEXT NOT NULL DEFAULT '';

-- The services that a word took from one state to another.
CREATE TABLE status_update_services (
    incident   BIGINT NOT NULL,
    update_id  BIGINT NOT NULL,
    service    BIGINT NOT NULL,
    from_state TEXT   NOT NULL,
    to_state   TEXT   NOT NULL,
    PRIMARY KEY (incident, update_id, service)
);

-- What a suspected incident is thought to have hit: until somebody publishes it, it holds nothing.
CREATE TABLE status_suspected (
    incident    BIGINT NOT NULL,
    service     BIGINT NOT NULL,
    state       TEXT   NOT NULL,
    failing_ppm BIGINT,
    symptom     TEXT   NOT NULL,
    PRIMARY KEY (incident, service)
);
