-- The second factor of our sign-in, and links that let somebody in as they are.

ALTER TABLE team_people ADD COLUMN second_factor BIGINT NOT NULL DEFAULT 0;  -- is it on?

-- What a person's authenticator shares with us. Not in force until a first code has confirmed it,
-- which team_people says.
CREATE TABLE team_second_factors (
    person    BIGINT PRIMARY KEY REFERENCES team_people (id),
    secret    BYTEA NOT NULL,  -- encrypted; the key is not in the database
    last_step BIGINT NOT NULL  -- of the newest code that was accepted: none is accepted twice
);

-- Codes for whoever has lost his authenticator; each is there until it is used.
CREATE TABLE team_recovery_codes (
    hash   BYTEA PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES team_people (id)
);

CREATE INDEX team_recovery_codes_by_person ON team_recovery_codes (person);

-- 1: opening the link signs its person in; 0: it shows the form that sets a password.
ALTER TABLE team_links ADD COLUMN enters BIGINT NOT NULL DEFAULT 0;
