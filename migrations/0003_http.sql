-- What was answered to requests that came with an Idempotency-Key; kept for a day.
CREATE TABLE http_answers (
    scope        TEXT   NOT NULL,  -- who asked and where: the actor, a space, the path
    idem_key     TEXT   NOT NULL,
    request_hash TEXT   NOT NULL,  -- hex of SHA-256 over query and body
    status       BIGINT NOT NULL,
    type         TEXT   NOT NULL,
    headers      TEXT   NOT NULL,  -- JSON object
    body         BYTEA,
    at           BIGINT NOT NULL,
    PRIMARY KEY (scope, idem_key)
);
CREATE INDEX http_answers_at ON http_answers (at);
