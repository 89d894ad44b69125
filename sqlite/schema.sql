-- The project file, format 1. docs/project-file.md describes it; formatN.sql
-- is what format N adds to the one before.
CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE documents (
  id      TEXT PRIMARY KEY,      -- SHA-256 of the bytes
  name    TEXT NOT NULL,         -- base name of the file
  file    TEXT NOT NULL,         -- the file it came in: its own name, or the archive's
  bytes   BLOB NOT NULL,         -- the file as it came
  reading TEXT NOT NULL,         -- what read made of it, JSON
  reader  TEXT NOT NULL          -- version of read
);
CREATE TABLE statements (
  doc       TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq       INTEGER NOT NULL,    -- order in the document
  id        TEXT NOT NULL,
  kind      TEXT NOT NULL,
  start     INTEGER NOT NULL,    -- code points in the document's text
  "end"     INTEGER NOT NULL,
  statement TEXT NOT NULL,       -- one JSON line
  PRIMARY KEY (doc, seq)
);
CREATE INDEX statements_id ON statements(id);
CREATE TABLE extractions (       -- which version of extract read a document
  doc     TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
  version TEXT NOT NULL
);
CREATE TABLE parts (             -- collation, map, model, answers: the whole project's
  name  TEXT PRIMARY KEY,
  input TEXT NOT NULL,           -- hash of what it was made from
  value TEXT NOT NULL            -- JSON
);
CREATE TABLE log (
  at   TEXT NOT NULL,
  what TEXT NOT NULL
);
