-- Partners' brands. parent is NULL only for the default brand; logo is the path under which the
-- brand's host serves the picture, which stands in a table of its own because it is large and seldom
-- wanted.
ALTER TABLE accounts_brands ADD COLUMN parent BIGINT;
ALTER TABLE accounts_brands ADD COLUMN accent TEXT;
ALTER TABLE accounts_brands ADD COLUMN contact TEXT NOT NULL DEFAULT '{}';
ALTER TABLE accounts_brands ADD COLUMN mail_name TEXT;
ALTER TABLE accounts_brands ADD COLUMN language TEXT;
ALTER TABLE accounts_brands ADD COLUMN logo TEXT;

CREATE TABLE accounts_logos (
    brand BIGINT NOT NULL PRIMARY KEY,
    path  TEXT   NOT NULL,
    type  TEXT   NOT NULL,
    bytes BYTEA  NOT NULL
);
