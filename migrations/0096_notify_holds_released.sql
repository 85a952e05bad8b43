-- A held word may be released with another title, too. released_at: it went itself; a hold that ended
-- without it was given up, or a later word was released in its place.
ALTER TABLE notify_holds ADD COLUMN title TEXT;
ALTER TABLE notify_holds ADD COLUMN released_at BIGINT;
UPDATE notify_holds SET released_at = ended_at;
