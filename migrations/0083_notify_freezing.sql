-- Announcements whose audience is still being written down: contacts up to `done_to` have their rows,
-- those newer than `newest` came after it was published and are out.
CREATE TABLE notify_freezing (
    notice  BIGINT PRIMARY KEY,
    done_to BIGINT NOT NULL,
    newest  BIGINT NOT NULL,
    epoch   BIGINT NOT NULL
);
