-- A suspicion that was merged stays one: nobody outside ever saw it. Some were kept as resolved; what
-- was published has at least one word.
UPDATE status_incidents
SET    state = 'suspected'
WHERE  merged_into IS NOT NULL AND state = 'resolved'
AND    NOT EXISTS (SELECT 1
                   FROM   status_updates u
                   WHERE  u.incident = status_incidents.id);
