-- What customers said of an incident or a known issue with one click: one row for each of them.
-- voice: the contact where he is known, else the browser.
CREATE TABLE status_voices (
    about   TEXT   NOT NULL,  -- incident, issue
    subject BIGINT NOT NULL,
    kind    TEXT   NOT NULL,
    voice   TEXT   NOT NULL,
    contact BIGINT,
    browser TEXT   NOT NULL,  -- a digest of the browser's key; '' where there was none
    at      BIGINT NOT NULL,
    PRIMARY KEY (about, subject, kind, voice)
);
CREATE INDEX status_voices_browser ON status_voices (browser, subject);

-- Words prepared for bad hours.
CREATE TABLE status_templates (
    id       BIGINT PRIMARY KEY,
    kind     TEXT   NOT NULL,  -- incident, update, window
    name     TEXT   NOT NULL,
    name_key TEXT   NOT NULL,  -- the name in lower case
    title    TEXT   NOT NULL,
    text     TEXT   NOT NULL,
    version  BIGINT NOT NULL,
    UNIQUE (kind, name_key)
);
