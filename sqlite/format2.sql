-- What format 2 adds to format 1.
CREATE TABLE reviews (           -- only ever added to; the last one of a target counts
  seq      INTEGER PRIMARY KEY AUTOINCREMENT,
  at       TEXT NOT NULL,        -- UTC
  reviewer TEXT NOT NULL,
  decision TEXT NOT NULL,        -- accept, reject, amend, add, withdraw
  target   TEXT NOT NULL,        -- ID of the statement
  doc      TEXT NOT NULL,        -- its document; outlives the row in documents
  was      TEXT,                 -- the statement as it was read, one JSON line
  becomes  TEXT                  -- the statement as the analyst wants it
);
CREATE INDEX reviews_target ON reviews(target);
