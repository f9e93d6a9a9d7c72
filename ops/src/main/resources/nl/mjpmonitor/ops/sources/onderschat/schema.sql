-- onderschat: action days on which professionals talk with residents about undermining crime.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- Conversations are counts: who was spoken to is nowhere in this system. Names, routes and free text are in no list
-- of the publication; signal numbers cross as keyed pseudonyms.

COMMENT ON SCHEMA onderschat IS
  'Action days of ONDERSCHAT. DEMO DATA: generated; the figures named in provenance are published ones.';

ALTER TABLE onderschat.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'action_day', 'conversation', 'professional_conversation', 'passed_signal'));
COMMENT ON COLUMN onderschat.register_period.register IS
  'What is registered: action days, conversations with residents or with professionals, signals passed on.';

CREATE TABLE IF NOT EXISTS onderschat.action_day (
  day_number text NOT NULL CONSTRAINT action_day_pkey PRIMARY KEY,
  action_on date NOT NULL,
  kind text NOT NULL,
  status text NOT NULL,
  partner_count integer,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  coordinator_name text,
  route text,
  note text,
  CONSTRAINT action_day_kind_known CHECK (kind IN ('pilot', 'targeted')),
  CONSTRAINT action_day_status_known CHECK (status IN ('planned', 'held', 'cancelled')),
  CONSTRAINT action_day_partner_count_not_negative CHECK (partner_count >= 0),
  CONSTRAINT action_day_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT action_day_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE onderschat.action_day IS 'A day on which a team goes into a buurt. It counts when it was held.';
COMMENT ON COLUMN onderschat.action_day.day_number IS 'Number of the action day.';
COMMENT ON COLUMN onderschat.action_day.action_on IS 'The day.';
COMMENT ON COLUMN onderschat.action_day.kind IS 'Part of the pilot, or aimed at a place afterwards.';
COMMENT ON COLUMN onderschat.action_day.status IS 'Planned, held or cancelled; it counts when it was held.';
COMMENT ON COLUMN onderschat.action_day.partner_count IS 'Number of partner organisations; null is unknown, never zero.';
COMMENT ON COLUMN onderschat.action_day.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN onderschat.action_day.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN onderschat.action_day.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN onderschat.action_day.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN onderschat.action_day.coordinator_name IS 'Who coordinates: never published.';
COMMENT ON COLUMN onderschat.action_day.route IS 'Streets and addresses: never published.';
COMMENT ON COLUMN onderschat.action_day.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS onderschat.conversation_count (
  day_number text NOT NULL CONSTRAINT conversation_count_day_fkey REFERENCES onderschat.action_day,
  audience text NOT NULL,
  action_on date NOT NULL,
  conversation_count integer,
  is_approximate boolean NOT NULL DEFAULT false,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  counter_name text,
  note text,
  CONSTRAINT conversation_count_pkey PRIMARY KEY (day_number, audience),
  CONSTRAINT conversation_count_audience_known CHECK (audience IN ('residents', 'professionals')),
  CONSTRAINT conversation_count_not_negative CHECK (conversation_count >= 0),
  CONSTRAINT conversation_count_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT conversation_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE onderschat.conversation_count IS 'How many conversations there were on an action day, and with whom in kind.';
COMMENT ON COLUMN onderschat.conversation_count.day_number IS 'The action day.';
COMMENT ON COLUMN onderschat.conversation_count.audience IS 'Residents or professionals.';
COMMENT ON COLUMN onderschat.conversation_count.action_on IS 'The day.';
COMMENT ON COLUMN onderschat.conversation_count.conversation_count IS
  'Number of conversations; null is unknown, never zero.';
COMMENT ON COLUMN onderschat.conversation_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN onderschat.conversation_count.buurt_code IS 'Buurt of the action day, or BU09359999.';
COMMENT ON COLUMN onderschat.conversation_count.is_withdrawn IS 'True when it was registered by mistake; it then counts nothing.';
COMMENT ON COLUMN onderschat.conversation_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN onderschat.conversation_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN onderschat.conversation_count.counter_name IS 'Who counted: never published.';
COMMENT ON COLUMN onderschat.conversation_count.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS onderschat.passed_signal (
  signal_number text NOT NULL CONSTRAINT passed_signal_pkey PRIMARY KEY,
  day_number text NOT NULL CONSTRAINT passed_signal_day_fkey REFERENCES onderschat.action_day,
  passed_on date NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  reporter_contact text,
  description text,
  CONSTRAINT passed_signal_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT passed_signal_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE INDEX IF NOT EXISTS passed_signal_day_idx ON onderschat.passed_signal (day_number);
COMMENT ON TABLE onderschat.passed_signal IS 'A concrete signal of undermining that was passed on to the LWO.';
COMMENT ON COLUMN onderschat.passed_signal.signal_number IS
  'Number of the signal, the same in the casework on undermining; crosses as a keyed pseudonym.';
COMMENT ON COLUMN onderschat.passed_signal.day_number IS 'The action day that gave it.';
COMMENT ON COLUMN onderschat.passed_signal.passed_on IS 'Day on which it was passed on.';
COMMENT ON COLUMN onderschat.passed_signal.buurt_code IS 'Buurt of the action day, or BU09359999.';
COMMENT ON COLUMN onderschat.passed_signal.is_withdrawn IS 'True when it was registered by mistake or twice; it then counts nowhere.';
COMMENT ON COLUMN onderschat.passed_signal.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN onderschat.passed_signal.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN onderschat.passed_signal.reporter_contact IS 'Who told it: never published.';
COMMENT ON COLUMN onderschat.passed_signal.description IS 'Free text: never published.';

CREATE OR REPLACE TRIGGER action_day_touch BEFORE UPDATE ON onderschat.action_day
  FOR EACH ROW EXECUTE FUNCTION onderschat.touch();
CREATE OR REPLACE TRIGGER conversation_count_touch BEFORE UPDATE ON onderschat.conversation_count
  FOR EACH ROW EXECUTE FUNCTION onderschat.touch();
CREATE OR REPLACE TRIGGER passed_signal_touch BEFORE UPDATE ON onderschat.passed_signal
  FOR EACH ROW EXECUTE FUNCTION onderschat.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  onderschat.register_period (register, period_from, period_to, provenance),
  onderschat.action_day (day_number, action_on, kind, status, partner_count, buurt_code, is_withdrawn, provenance,
    updated_at),
  onderschat.conversation_count (day_number, audience, action_on, conversation_count, is_approximate, buurt_code,
    is_withdrawn, provenance, updated_at),
  onderschat.passed_signal (signal_number, day_number, passed_on, buurt_code, is_withdrawn, provenance, updated_at);
