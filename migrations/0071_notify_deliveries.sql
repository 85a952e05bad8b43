-- What its recipient wished of the hour and the form of a delivery when the audience was frozen, so
-- that whoever lets it go later asks nobody else. `quiet` is JSON, with its zone.
ALTER TABLE notify_deliveries ADD COLUMN quiet TEXT;
ALTER TABLE notify_deliveries ADD COLUMN short_text BIGINT NOT NULL DEFAULT 0;
CREATE INDEX notify_deliveries_quiet ON notify_deliveries (notice, zone, quiet)
    WHERE quiet IS NOT NULL;
