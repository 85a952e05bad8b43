-- Work that was planned. closed_at: when it finished as planned, or was cancelled.
CREATE TABLE status_windows (
    id           BIGINT PRIMARY KEY,
    title        TEXT   NOT NULL,
    state        TEXT   NOT NULL,
    starts_at    BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    notice_short BIGINT NOT NULL,  -- told later than a plan that it touches allows
    created_at   BIGINT NOT NULL,
    closed_at    BIGINT,
    version      BIGINT NOT NULL
);
CREATE INDEX status_windows_open ON status_windows (starts_at) WHERE closed_at IS NULL;

CREATE TABLE status_window_services (
    window_id BIGINT NOT NULL,
    service   BIGINT NOT NULL,
    PRIMARY KEY (window_id, service)
);

-- Each public word on a window, as it was said.
CREATE TABLE status_window_words (
    id        BIGINT PRIMARY KEY,
    window_id BIGINT NOT NULL,
    state     TEXT   NOT NULL,
    text      TEXT   NOT NULL,
    at        BIGINT NOT NULL
);
CREATE INDEX status_window_words_window ON status_window_words (window_id, id);
