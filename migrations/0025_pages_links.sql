-- Addresses of private pages: how often the one of a plan or account was replaced. The address is
-- reckoned from this number, so it can be shown again and stands nowhere. A plan without a row has
-- its first one; an account has none until somebody asks for it.
CREATE TABLE pages_links (
    subject    TEXT   PRIMARY KEY,
    generation BIGINT NOT NULL,
    made_at    BIGINT NOT NULL
);
