-- Bars and standings ask what touched a period: what goes on, or ended in it.
CREATE INDEX status_touched_until ON status_touched (until);
CREATE INDEX status_unknown_until ON status_unknown (until);
