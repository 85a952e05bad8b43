-- From where a browser spoke, as a digest that only we can make; '' for contacts and of old voices.
-- One place is heard so often in an hour, and the digest names place and hour.
ALTER TABLE status_voices ADD COLUMN origin TEXT NOT NULL DEFAULT '';
CREATE INDEX status_voices_origin ON status_voices (origin);
