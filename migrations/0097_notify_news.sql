-- News is listed newest first, among many letters.
CREATE INDEX notify_notices_news ON notify_notices (id) WHERE kind = 'announcement' AND topic = 'news';
