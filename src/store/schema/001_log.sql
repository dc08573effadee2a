-- 001_log.sql -- version 1 of the store: one text for SQLite and PostgreSQL.
-- SPDX-License-Identifier: MIT
-- _at: ms since 1970 UTC; day: days since 1970-01-01 in the
-- learner's own reckoning (docs/design.md); _ms: milliseconds. No foreign keys: a retraction may arrive before its
-- target. UPDATE and DELETE on sessions, reviews, events and parameters are refused by triggers (guard_sqlite.sql).
CREATE TABLE device (one BIGINT PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL);
CREATE TABLE learners (id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE sessions (id TEXT PRIMARY KEY, learner TEXT NOT NULL,
  device TEXT NOT NULL, began_at BIGINT NOT NULL,
  utc_offset_s BIGINT NOT NULL, program TEXT NOT NULL);
CREATE TABLE reviews (
  id TEXT PRIMARY KEY, learner TEXT NOT NULL, session TEXT NOT NULL,
  card TEXT NOT NULL,                         -- deck/note, deck/note#c2, deck/note#back
  content BIGINT NOT NULL,                    -- hash of the card's text as it was asked
  at BIGINT NOT NULL, day BIGINT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('study', 'cram', 'exam')),
  verdict TEXT NOT NULL CHECK (verdict IN ('exact', 'fold', 'accepted',
    'slip', 'partial', 'wrong', 'rejected', 'blank', 'self')),
  score DOUBLE PRECISION CHECK (score BETWEEN 0 AND 1),
  hints BIGINT NOT NULL, tries BIGINT NOT NULL, took_ms BIGINT NOT NULL,
  proposed BIGINT CHECK (proposed BETWEEN 1 AND 4),
  rating BIGINT CHECK (rating BETWEEN 1 AND 4),
  retrievability DOUBLE PRECISION,            -- predicted then; NULL when new
  CHECK (mode = 'exam' OR rating IS NOT NULL));
CREATE INDEX reviews_card ON reviews (card, learner);
CREATE INDEX reviews_day ON reviews (learner, day);
CREATE TABLE events (
  id TEXT PRIMARY KEY, learner TEXT NOT NULL, device TEXT NOT NULL,
  at BIGINT NOT NULL, day BIGINT NOT NULL,
  batch TEXT NOT NULL,                        -- id of the first event of one command: undone together
  what TEXT NOT NULL,                         -- retract rename suspend resume bury unbury flag unflag
                                              -- alias unalias reset set join forget; later ones are kept as they come
  subject TEXT NOT NULL, value TEXT NOT NULL);
CREATE INDEX events_subject ON events (subject, learner);
CREATE TABLE parameters (
  id TEXT PRIMARY KEY, learner TEXT NOT NULL, at BIGINT NOT NULL,
  model TEXT NOT NULL, w TEXT NOT NULL, source TEXT NOT NULL
    CHECK (source IN ('fit', 'import', 'hand')),
  reviews BIGINT NOT NULL, loss DOUBLE PRECISION);
-- What a person typed (a response, an alias, a remark), under the id of its review or event. It may be deleted;
-- an event 'forget' keeps a merge from bringing it back.
CREATE TABLE typed (id TEXT PRIMARY KEY, text TEXT NOT NULL);
-- Caches, rebuilt by replay.
CREATE TABLE memories (
  learner TEXT NOT NULL, card TEXT NOT NULL, deck TEXT NOT NULL,
  state BIGINT NOT NULL CHECK (state BETWEEN 0 AND 3), step BIGINT NOT NULL,
  stability DOUBLE PRECISION, difficulty DOUBLE PRECISION,
  due_day BIGINT, due_at BIGINT, last_at BIGINT, last_day BIGINT,
  reps BIGINT NOT NULL, lapses BIGINT NOT NULL,
  suspended BIGINT NOT NULL, buried_day BIGINT, flagged BIGINT NOT NULL,
  PRIMARY KEY (learner, card));
CREATE INDEX memories_due ON memories (learner, deck, due_day);
CREATE TABLE replayed (learner TEXT PRIMARY KEY, engine TEXT NOT NULL,
  parameters TEXT NOT NULL, rows BIGINT NOT NULL);
