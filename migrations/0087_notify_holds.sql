-- Brands whose readers hear a word only when it was released. No row: at once.
CREATE TABLE notify_forwards (
    brand                 BIGINT PRIMARY KEY,
    release_after_minutes BIGINT,  -- NULL: only a person releases
    tell                  TEXT     -- NULL: the brand's own address for help
);

-- A word that was held for a brand; also what its readers read, where somebody edited it.
CREATE TABLE notify_holds (
    notice      BIGINT NOT NULL,
    brand       BIGINT NOT NULL,
    about       TEXT NOT NULL,
    held_at     BIGINT NOT NULL,
    releases_at BIGINT,           -- by itself; NULL: only a person releases
    expires_at  BIGINT NOT NULL,  -- after that it is of no use any more
    ended_at    BIGINT,           -- released, or expired
    ended_by    TEXT,             -- an actor; 'partner': by the link in his mail
    text        TEXT,
    PRIMARY KEY (brand, notice)
);
CREATE INDEX notify_holds_open ON notify_holds (about, brand) WHERE ended_at IS NULL;

-- When a held delivery would have left: at the end of the undo time, or of quiet hours.
ALTER TABLE notify_deliveries ADD COLUMN ready_at BIGINT;
