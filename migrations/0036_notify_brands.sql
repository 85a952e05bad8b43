-- In whose name each delivery leaves. 0 stands in rows from before there were partners: the brand of
-- its contact, as it is when it leaves.
ALTER TABLE notify_deliveries ADD COLUMN brand BIGINT NOT NULL DEFAULT 0;
