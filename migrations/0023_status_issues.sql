-- Known issues: longer-lived faults with a workaround and a projected fix.
CREATE TABLE status_issues (
    id              BIGINT PRIMARY KEY,
    title           TEXT   NOT NULL,
    text            TEXT   NOT NULL,
    workaround_text TEXT   NOT NULL,  -- empty: there is none
    workaround_url  TEXT,
    eta_at          BIGINT,           -- of the fix, as for an incident
    eta_from        BIGINT,
    eta_words       TEXT   NOT NULL,
    is_public       BIGINT NOT NULL,
    created_at      BIGINT NOT NULL,
    changed_at      BIGINT NOT NULL,
    closed_at       BIGINT,
    closing_text    TEXT   NOT NULL,
    version         BIGINT NOT NULL
);
CREATE INDEX status_issues_open ON status_issues (id) WHERE closed_at IS NULL;

CREATE TABLE status_issue_services (
    issue   BIGINT NOT NULL,
    service BIGINT NOT NULL,
    PRIMARY KEY (issue, service)
);

-- Each estimate of the fix that was given, append-only.
CREATE TABLE status_issue_etas (
    issue     BIGINT NOT NULL,
    said_at   BIGINT NOT NULL,
    eta_at    BIGINT NOT NULL,
    eta_words TEXT   NOT NULL,
    PRIMARY KEY (issue, said_at)
);
