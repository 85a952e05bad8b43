-- Who hears an announcement is asked with its services themselves, which stand in its body, too.
DROP TABLE notify_services;

-- When somebody took a notice back, before any of it had left.
ALTER TABLE notify_notices ADD COLUMN cancelled_at BIGINT;

-- The account whose contact the recipient was; NULL for letters, pages, and what was said before.
ALTER TABLE notify_deliveries ADD COLUMN account BIGINT;

-- An announcement is about an incident or a window and says whom it is for. Quotes inside a text are
-- escaped, so only the name of the member is found.
UPDATE notify_notices
SET    body = REPLACE(body, '"incident":', '"reach":"exposed","about":')
WHERE  kind = 'announcement';
