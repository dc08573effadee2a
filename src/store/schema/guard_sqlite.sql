-- guard_sqlite.sql -- the log is append-only, whoever writes.
-- SPDX-License-Identifier: MIT
CREATE TRIGGER sessions_keep BEFORE UPDATE ON sessions
  BEGIN SELECT RAISE(ABORT, 'sessions are append-only'); END;
CREATE TRIGGER sessions_stay BEFORE DELETE ON sessions
  BEGIN SELECT RAISE(ABORT, 'sessions are append-only'); END;
CREATE TRIGGER reviews_keep BEFORE UPDATE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews
  BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER events_keep BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER parameters_keep BEFORE UPDATE ON parameters
  BEGIN SELECT RAISE(ABORT, 'parameters are append-only'); END;
CREATE TRIGGER parameters_stay BEFORE DELETE ON parameters
  BEGIN SELECT RAISE(ABORT, 'parameters are append-only'); END;
