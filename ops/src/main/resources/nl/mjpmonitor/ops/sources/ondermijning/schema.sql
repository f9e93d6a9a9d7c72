-- ondermijning: the casework on undermining crime, from signal to outcome.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- Units stay apart: a signal, a case, a step of a case, an outcome, a check, a location, a storage unit, an
-- intervention and an action are counted each in a table of their own.
-- No person is in this system's published columns: names of handlers, addresses and free text are in no list of the
-- publication, and case, signal and location numbers cross as keyed pseudonyms.

COMMENT ON SCHEMA ondermijning IS
  'Casework on undermining crime. DEMO DATA: generated; the figures named in provenance are published ones.';

-- What is kept from when to when ----------------------------------------------------------------------------------

ALTER TABLE ondermijning.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'signal', 'lwo', 'lwo_outcome', 'atom', 'atom_outcome', 'mot', 'riec', 'location_check', 'storage_unit_check',
    'intervention', 'phenomenon_study', 'workshop', 'follow_up_action'));
COMMENT ON COLUMN ondermijning.register_period.register IS 'What is registered.';

-- Code lists and locations ----------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS ondermijning.phenomenon (
  code text NOT NULL CONSTRAINT phenomenon_pkey PRIMARY KEY,
  name text NOT NULL,
  CONSTRAINT phenomenon_code_form CHECK (code ~ '^[a-z_]+$')
);
COMMENT ON TABLE ondermijning.phenomenon IS 'Kind of undermining crime that a signal or case is about.';
COMMENT ON COLUMN ondermijning.phenomenon.code IS 'Code of the phenomenon.';
COMMENT ON COLUMN ondermijning.phenomenon.name IS 'Name, in Dutch.';

INSERT INTO ondermijning.phenomenon (code, name) VALUES
  ('drugs_trade', 'Drugshandel en -productie'),
  ('labour_exploitation', 'Arbeidsuitbuiting en zwartwerk'),
  ('money_laundering', 'Witwassen'),
  ('human_trafficking', 'Mensenhandel'),
  ('housing_fraud', 'Woon- en adresfraude'),
  ('criminal_use_of_premises', 'Crimineel misbruik van bedrijfspanden'),
  ('storage_abuse', 'Misbruik van opslaglocaties'),
  ('benefit_fraud', 'Fraude met voorzieningen')
ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name WHERE phenomenon.name <> EXCLUDED.name;

CREATE TABLE IF NOT EXISTS ondermijning.location (
  location_number text NOT NULL CONSTRAINT location_pkey PRIMARY KEY,
  use_kind text NOT NULL,
  buurt_code text NOT NULL,
  street text,
  house_number text,
  postcode text,
  CONSTRAINT location_use_kind_known CHECK (use_kind IN ('dwelling', 'premises', 'catering', 'storage')),
  CONSTRAINT location_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$')
);
COMMENT ON TABLE ondermijning.location IS 'A location that casework refers to.';
COMMENT ON COLUMN ondermijning.location.location_number IS
  'Number in the municipal register of locations; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.location.use_kind IS 'What the location is used for.';
COMMENT ON COLUMN ondermijning.location.buurt_code IS 'Buurt in which it lies.';
COMMENT ON COLUMN ondermijning.location.street IS 'Part of the address: never published.';
COMMENT ON COLUMN ondermijning.location.house_number IS 'Part of the address: never published.';
COMMENT ON COLUMN ondermijning.location.postcode IS 'Part of the address: never published.';

-- Cases and their steps -------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS ondermijning.case_file (
  case_number text NOT NULL CONSTRAINT case_file_pkey PRIMARY KEY,
  opened_on date NOT NULL,
  phenomenon_code text NOT NULL CONSTRAINT case_file_phenomenon_fkey REFERENCES ondermijning.phenomenon,
  location_number text CONSTRAINT case_file_location_fkey REFERENCES ondermijning.location,
  buurt_code text NOT NULL,
  status text NOT NULL,
  current_step text,
  closed_on date,
  reopened_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  handler_name text,
  summary text,
  withdrawal_reason text,
  CONSTRAINT case_file_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT case_file_status_known CHECK (status IN ('open', 'closed', 'reopened')),
  CONSTRAINT case_file_current_step_known CHECK (current_step IN ('lwo', 'atom', 'mot', 'riec')),
  CONSTRAINT case_file_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT case_file_closed_after_opening CHECK (closed_on >= opened_on),
  CONSTRAINT case_file_reopened_after_opening CHECK (reopened_on > opened_on),
  CONSTRAINT case_file_closed_when_closed
    CHECK ((status = 'closed') = (closed_on IS NOT NULL) AND (status <> 'closed' OR current_step IS NULL))
);
COMMENT ON TABLE ondermijning.case_file IS 'One case: confirmed signals that are treated together.';
COMMENT ON COLUMN ondermijning.case_file.case_number IS 'Case number; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.case_file.opened_on IS 'Day on which its first signal was confirmed.';
COMMENT ON COLUMN ondermijning.case_file.phenomenon_code IS 'What the case is about.';
COMMENT ON COLUMN ondermijning.case_file.location_number IS
  'Location the case is about, if any; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.case_file.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN ondermijning.case_file.status IS 'Open, closed, or open again after it had been closed.';
COMMENT ON COLUMN ondermijning.case_file.current_step IS 'The step it is in now; none when it is closed, or not yet in the LWO.';
COMMENT ON COLUMN ondermijning.case_file.closed_on IS 'Day of the last closing; none while it is open.';
COMMENT ON COLUMN ondermijning.case_file.reopened_on IS 'Day on which it was opened again, if it ever was.';
COMMENT ON COLUMN ondermijning.case_file.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.case_file.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.case_file.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.case_file.handler_name IS 'Who handles the case: never published.';
COMMENT ON COLUMN ondermijning.case_file.summary IS 'Free text: never published.';
COMMENT ON COLUMN ondermijning.case_file.withdrawal_reason IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.case_step (
  case_step_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT case_step_pkey PRIMARY KEY,
  case_number text NOT NULL CONSTRAINT case_step_case_fkey REFERENCES ondermijning.case_file,
  step text NOT NULL,
  pass_number smallint NOT NULL DEFAULT 1,
  entered_on date NOT NULL,
  left_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  handler_name text,
  minutes text,
  CONSTRAINT case_step_once_a_pass UNIQUE (case_number, step, pass_number),
  CONSTRAINT case_step_step_known CHECK (step IN ('lwo', 'atom', 'mot', 'riec')),
  CONSTRAINT case_step_pass_number_positive CHECK (pass_number >= 1),
  CONSTRAINT case_step_left_after_entering CHECK (left_on >= entered_on),
  CONSTRAINT case_step_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT case_step_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE ondermijning.case_step IS 'A step that a case went through: LWO, ATOM, MOT or RIEC.';
COMMENT ON COLUMN ondermijning.case_step.case_step_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.case_step.case_number IS 'The case; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.case_step.step IS 'Lokale Werkgroep, Actieteam, Ondermijningstafel or RIEC-informatieplein.';
COMMENT ON COLUMN ondermijning.case_step.pass_number IS
  '1 the first time through; more after each reopening. Published figures count the first.';
COMMENT ON COLUMN ondermijning.case_step.entered_on IS 'Day on which the case was brought to the step.';
COMMENT ON COLUMN ondermijning.case_step.left_on IS 'Day on which the step was done; none while it goes on.';
COMMENT ON COLUMN ondermijning.case_step.buurt_code IS 'Buurt of the case, or BU09359999.';
COMMENT ON COLUMN ondermijning.case_step.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.case_step.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.case_step.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.case_step.handler_name IS 'Who handles the step: never published.';
COMMENT ON COLUMN ondermijning.case_step.minutes IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.case_outcome (
  case_outcome_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT case_outcome_pkey PRIMARY KEY,
  case_number text NOT NULL CONSTRAINT case_outcome_case_fkey REFERENCES ondermijning.case_file,
  step text NOT NULL,
  pass_number smallint NOT NULL DEFAULT 1,
  outcome text NOT NULL,
  decided_on date NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  considerations text,
  CONSTRAINT case_outcome_once_a_pass UNIQUE (case_number, step, pass_number, outcome),
  CONSTRAINT case_outcome_step_fkey FOREIGN KEY (case_number, step, pass_number)
    REFERENCES ondermijning.case_step (case_number, step, pass_number),
  CONSTRAINT case_outcome_step_known CHECK (step IN ('lwo', 'atom')),
  CONSTRAINT case_outcome_pass_number_positive CHECK (pass_number >= 1),
  CONSTRAINT case_outcome_outcome_known CHECK (outcome IN ('police', 'wabo', 'public_space_enforcement', 'chain_partner',
    'atom', 'mot', 'penalty_order', 'social_investigation')),
  CONSTRAINT case_outcome_fits_step CHECK (CASE step
    WHEN 'lwo' THEN outcome IN ('police', 'wabo', 'public_space_enforcement', 'chain_partner', 'atom', 'mot')
    ELSE outcome IN ('penalty_order', 'wabo', 'social_investigation', 'mot') END),
  CONSTRAINT case_outcome_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT case_outcome_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE ondermijning.case_outcome IS
  'An outcome of a step. A case may have several, and has none while it goes on or when nothing was done.';
COMMENT ON COLUMN ondermijning.case_outcome.case_outcome_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.case_outcome.case_number IS 'The case; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.case_outcome.step IS 'The step that had the outcome: LWO or ATOM.';
COMMENT ON COLUMN ondermijning.case_outcome.pass_number IS 'Which time through the step; 1 is the first.';
COMMENT ON COLUMN ondermijning.case_outcome.outcome IS
  'Of the LWO: who takes it up (police, Wabo, public space enforcement, a chain partner), or to ATOM or MOT. Of ATOM: penalty order (last onder dwangsom), taken up by Wabo or by Sociale Recherche, or to MOT.';
COMMENT ON COLUMN ondermijning.case_outcome.decided_on IS 'Day of the decision.';
COMMENT ON COLUMN ondermijning.case_outcome.buurt_code IS 'Buurt of the case, or BU09359999.';
COMMENT ON COLUMN ondermijning.case_outcome.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.case_outcome.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.case_outcome.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.case_outcome.considerations IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.intervention (
  intervention_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT intervention_pkey PRIMARY KEY,
  case_number text NOT NULL CONSTRAINT intervention_case_fkey REFERENCES ondermijning.case_file,
  kind text NOT NULL,
  started_on date NOT NULL,
  ended_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  executor_name text,
  note text,
  CONSTRAINT intervention_kind_known CHECK (kind IN ('administrative', 'criminal', 'fiscal', 'civil')),
  CONSTRAINT intervention_ended_after_start CHECK (ended_on >= started_on),
  CONSTRAINT intervention_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT intervention_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE INDEX IF NOT EXISTS intervention_case_idx ON ondermijning.intervention (case_number);
COMMENT ON TABLE ondermijning.intervention IS 'An intervention that the MOT settled; a case may have several of one kind.';
COMMENT ON COLUMN ondermijning.intervention.intervention_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.intervention.case_number IS 'The case; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.intervention.kind IS
  'Bestuurlijk, strafrechtelijk, fiscaal or civiel; civiel since 2025.';
COMMENT ON COLUMN ondermijning.intervention.started_on IS 'Day on which it was put to work.';
COMMENT ON COLUMN ondermijning.intervention.ended_on IS 'Day on which it was done; none while it goes on.';
COMMENT ON COLUMN ondermijning.intervention.buurt_code IS 'Buurt of the case, or BU09359999.';
COMMENT ON COLUMN ondermijning.intervention.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.intervention.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.intervention.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.intervention.executor_name IS 'Who carries it out: never published.';
COMMENT ON COLUMN ondermijning.intervention.note IS 'Free text: never published.';

-- Signals and what follows from them ------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS ondermijning.signal (
  signal_number text NOT NULL CONSTRAINT signal_pkey PRIMARY KEY,
  received_on date NOT NULL,
  channel text NOT NULL,
  phenomenon_code text NOT NULL CONSTRAINT signal_phenomenon_fkey REFERENCES ondermijning.phenomenon,
  buurt_code text NOT NULL,
  enriched_on date,
  assessed_on date,
  status text NOT NULL,
  case_number text CONSTRAINT signal_case_fkey REFERENCES ondermijning.case_file,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  reporter_contact text,
  description text,
  handler_name text,
  CONSTRAINT signal_channel_known
    CHECK (channel IN ('anonymous_tip_line', 'municipality', 'police', 'residents', 'onderschat', 'professionals')),
  CONSTRAINT signal_status_known CHECK (status IN ('received', 'enriched', 'confirmed', 'not_confirmed')),
  CONSTRAINT signal_in_order CHECK (enriched_on >= received_on AND assessed_on >= enriched_on),
  CONSTRAINT signal_dated_by_status CHECK ((enriched_on IS NULL) = (status = 'received')
    AND (assessed_on IS NOT NULL) = (status IN ('confirmed', 'not_confirmed'))),
  CONSTRAINT signal_case_when_confirmed CHECK (case_number IS NULL OR status = 'confirmed'),
  CONSTRAINT signal_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT signal_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE INDEX IF NOT EXISTS signal_case_idx ON ondermijning.signal (case_number);
COMMENT ON TABLE ondermijning.signal IS
  'A signal of possible undermining. It is enriched from open sources; a confirmed one is treated in a case.';
COMMENT ON COLUMN ondermijning.signal.signal_number IS
  'Number of the signal, the same in the system that passed it on; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.signal.received_on IS 'Day on which it came in.';
COMMENT ON COLUMN ondermijning.signal.channel IS
  'How it came in: Meld Misdaad Anoniem, municipality, police, residents, ONDERSCHAT or professionals.';
COMMENT ON COLUMN ondermijning.signal.phenomenon_code IS 'What it is about.';
COMMENT ON COLUMN ondermijning.signal.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN ondermijning.signal.enriched_on IS 'Day on which it was enriched; none as yet.';
COMMENT ON COLUMN ondermijning.signal.assessed_on IS 'Day on which it was confirmed or not; none as yet.';
COMMENT ON COLUMN ondermijning.signal.status IS 'How far it is: received, enriched, confirmed or not confirmed.';
COMMENT ON COLUMN ondermijning.signal.case_number IS 'The case it is treated in; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.signal.is_withdrawn IS 'True when it was registered by mistake or twice; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.signal.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.signal.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.signal.reporter_contact IS 'Who reported it: never published.';
COMMENT ON COLUMN ondermijning.signal.description IS 'Free text: never published.';
COMMENT ON COLUMN ondermijning.signal.handler_name IS 'Who handles it: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.follow_up_action (
  follow_up_action_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT follow_up_action_pkey PRIMARY KEY,
  signal_number text NOT NULL CONSTRAINT follow_up_action_signal_fkey REFERENCES ondermijning.signal,
  kind text NOT NULL,
  party text NOT NULL,
  started_on date NOT NULL,
  completed_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  findings text,
  CONSTRAINT follow_up_action_kind_known
    CHECK (kind IN ('supervision_check', 'enforcement_check', 'phenomenon_check', 'other')),
  CONSTRAINT follow_up_action_party_known
    CHECK (party IN ('atom', 'thor', 'thgo', 'police', 'social_investigation', 'chain_partner')),
  CONSTRAINT follow_up_action_completed_after_start CHECK (completed_on >= started_on),
  CONSTRAINT follow_up_action_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT follow_up_action_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE INDEX IF NOT EXISTS follow_up_action_signal_idx ON ondermijning.follow_up_action (signal_number);
COMMENT ON TABLE ondermijning.follow_up_action IS 'An action that was set out on the strength of an enriched signal.';
COMMENT ON COLUMN ondermijning.follow_up_action.follow_up_action_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.follow_up_action.signal_number IS 'The signal; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.follow_up_action.kind IS
  'Check of supervision or of enforcement, check of the findings of a phenomenon study, or something else.';
COMMENT ON COLUMN ondermijning.follow_up_action.party IS 'Who carries it out.';
COMMENT ON COLUMN ondermijning.follow_up_action.started_on IS 'Day on which it was set out.';
COMMENT ON COLUMN ondermijning.follow_up_action.completed_on IS 'Day on which it was done; none while it goes on.';
COMMENT ON COLUMN ondermijning.follow_up_action.buurt_code IS 'Buurt of the signal, or BU09359999.';
COMMENT ON COLUMN ondermijning.follow_up_action.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.follow_up_action.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.follow_up_action.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.follow_up_action.contact_name IS 'Who carries it out: never published.';
COMMENT ON COLUMN ondermijning.follow_up_action.findings IS 'Free text: never published.';

-- Checks, studies and workshops -----------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS ondermijning.location_check (
  location_check_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT location_check_pkey PRIMARY KEY,
  location_number text NOT NULL CONSTRAINT location_check_location_fkey REFERENCES ondermijning.location,
  case_number text NOT NULL CONSTRAINT location_check_case_fkey REFERENCES ondermijning.case_file,
  checked_on date NOT NULL,
  is_recheck boolean NOT NULL DEFAULT false,
  has_findings boolean NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  team_members text,
  findings text,
  CONSTRAINT location_check_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT location_check_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE UNIQUE INDEX IF NOT EXISTS location_check_first_of_case ON ondermijning.location_check (case_number)
  WHERE NOT is_recheck AND NOT is_withdrawn;
COMMENT ON TABLE ondermijning.location_check IS
  'A check by ATOM of one location for one case. A location may be checked for several cases, and again for the same.';
COMMENT ON COLUMN ondermijning.location_check.location_check_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.location_check.location_number IS 'The location; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.location_check.case_number IS 'The case; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.location_check.checked_on IS 'Day of the check.';
COMMENT ON COLUMN ondermijning.location_check.is_recheck IS 'True when the case had been checked before.';
COMMENT ON COLUMN ondermijning.location_check.has_findings IS 'Whether something was found that must not be.';
COMMENT ON COLUMN ondermijning.location_check.buurt_code IS 'Buurt of the location.';
COMMENT ON COLUMN ondermijning.location_check.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.location_check.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.location_check.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.location_check.team_members IS 'Who was there: never published.';
COMMENT ON COLUMN ondermijning.location_check.findings IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.phenomenon_study (
  study_number text NOT NULL CONSTRAINT phenomenon_study_pkey PRIMARY KEY,
  kind text NOT NULL,
  phenomenon_code text NOT NULL CONSTRAINT phenomenon_study_phenomenon_fkey REFERENCES ondermijning.phenomenon,
  started_on date NOT NULL,
  completed_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  title text,
  author_name text,
  CONSTRAINT phenomenon_study_kind_known CHECK (kind IN ('location', 'target_group', 'branch')),
  CONSTRAINT phenomenon_study_completed_after_start CHECK (completed_on >= started_on),
  CONSTRAINT phenomenon_study_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT phenomenon_study_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE ondermijning.phenomenon_study IS 'An integral analysis of a phenomenon; counted when it is completed.';
COMMENT ON COLUMN ondermijning.phenomenon_study.study_number IS 'Number of the study.';
COMMENT ON COLUMN ondermijning.phenomenon_study.kind IS 'About a kind of location, a target group or a branch.';
COMMENT ON COLUMN ondermijning.phenomenon_study.phenomenon_code IS 'What it studies.';
COMMENT ON COLUMN ondermijning.phenomenon_study.started_on IS 'Day of the start.';
COMMENT ON COLUMN ondermijning.phenomenon_study.completed_on IS 'Day of completion; none while it goes on.';
COMMENT ON COLUMN ondermijning.phenomenon_study.buurt_code IS 'BU09359999: a study is about the whole municipality.';
COMMENT ON COLUMN ondermijning.phenomenon_study.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.phenomenon_study.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.phenomenon_study.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.phenomenon_study.title IS 'Free text: never published.';
COMMENT ON COLUMN ondermijning.phenomenon_study.author_name IS 'Who wrote it: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.storage_unit_check (
  storage_unit_check_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT storage_unit_check_pkey PRIMARY KEY,
  location_number text NOT NULL CONSTRAINT storage_unit_check_location_fkey REFERENCES ondermijning.location,
  study_number text CONSTRAINT storage_unit_check_study_fkey REFERENCES ondermijning.phenomenon_study,
  checked_on date NOT NULL,
  has_findings boolean NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  tenant_name text,
  findings text,
  CONSTRAINT storage_unit_check_once_a_day UNIQUE (location_number, checked_on),
  CONSTRAINT storage_unit_check_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT storage_unit_check_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE ondermijning.storage_unit_check IS
  'A check by ATOM of one storage unit, mostly a garage box, in the course of a phenomenon study.';
COMMENT ON COLUMN ondermijning.storage_unit_check.storage_unit_check_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.storage_unit_check.location_number IS 'The storage unit; crosses as a keyed pseudonym.';
COMMENT ON COLUMN ondermijning.storage_unit_check.study_number IS 'The study it belongs to, if any.';
COMMENT ON COLUMN ondermijning.storage_unit_check.checked_on IS 'Day of the check.';
COMMENT ON COLUMN ondermijning.storage_unit_check.has_findings IS 'Whether something was found that must not be.';
COMMENT ON COLUMN ondermijning.storage_unit_check.buurt_code IS 'Buurt of the storage unit.';
COMMENT ON COLUMN ondermijning.storage_unit_check.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.storage_unit_check.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.storage_unit_check.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.storage_unit_check.tenant_name IS 'Who rents it: never published.';
COMMENT ON COLUMN ondermijning.storage_unit_check.findings IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS ondermijning.workshop (
  workshop_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT workshop_pkey PRIMARY KEY,
  held_on date NOT NULL,
  setting text NOT NULL,
  participant_count integer,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  trainer_name text,
  note text,
  CONSTRAINT workshop_setting_known CHECK (setting IN ('organisation_meeting', 'team_meeting')),
  CONSTRAINT workshop_participant_count_not_negative CHECK (participant_count >= 0),
  CONSTRAINT workshop_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT workshop_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE ondermijning.workshop IS 'A workshop on undermining crime that was given.';
COMMENT ON COLUMN ondermijning.workshop.workshop_id IS 'Identity in the source.';
COMMENT ON COLUMN ondermijning.workshop.held_on IS 'Day of the workshop.';
COMMENT ON COLUMN ondermijning.workshop.setting IS 'A meeting of an organisation or of a team.';
COMMENT ON COLUMN ondermijning.workshop.participant_count IS 'Number of people; null is unknown, never zero.';
COMMENT ON COLUMN ondermijning.workshop.buurt_code IS 'BU09359999: a workshop is given to an organisation, not in a buurt.';
COMMENT ON COLUMN ondermijning.workshop.is_withdrawn IS 'True when it was cancelled or registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN ondermijning.workshop.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN ondermijning.workshop.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN ondermijning.workshop.trainer_name IS 'Who gave it: never published.';
COMMENT ON COLUMN ondermijning.workshop.note IS 'Free text: never published.';

CREATE OR REPLACE TRIGGER case_file_touch BEFORE UPDATE ON ondermijning.case_file
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER case_step_touch BEFORE UPDATE ON ondermijning.case_step
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER case_outcome_touch BEFORE UPDATE ON ondermijning.case_outcome
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER intervention_touch BEFORE UPDATE ON ondermijning.intervention
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER signal_touch BEFORE UPDATE ON ondermijning.signal
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER follow_up_action_touch BEFORE UPDATE ON ondermijning.follow_up_action
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER location_check_touch BEFORE UPDATE ON ondermijning.location_check
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER phenomenon_study_touch BEFORE UPDATE ON ondermijning.phenomenon_study
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER storage_unit_check_touch BEFORE UPDATE ON ondermijning.storage_unit_check
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();
CREATE OR REPLACE TRIGGER workshop_touch BEFORE UPDATE ON ondermijning.workshop
  FOR EACH ROW EXECUTE FUNCTION ondermijning.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  ondermijning.register_period (register, period_from, period_to, provenance),
  ondermijning.phenomenon (code, name),
  ondermijning.location (location_number, use_kind, buurt_code),
  ondermijning.case_file (case_number, opened_on, phenomenon_code, location_number, buurt_code, status, current_step,
    closed_on, reopened_on, is_withdrawn, provenance, updated_at),
  ondermijning.case_step (case_step_id, case_number, step, pass_number, entered_on, left_on, buurt_code, is_withdrawn,
    provenance, updated_at),
  ondermijning.case_outcome (case_outcome_id, case_number, step, pass_number, outcome, decided_on, buurt_code,
    is_withdrawn, provenance, updated_at),
  ondermijning.intervention (intervention_id, case_number, kind, started_on, ended_on, buurt_code, is_withdrawn,
    provenance, updated_at),
  ondermijning.signal (signal_number, received_on, channel, phenomenon_code, buurt_code, enriched_on, assessed_on, status,
    case_number, is_withdrawn, provenance, updated_at),
  ondermijning.follow_up_action (follow_up_action_id, signal_number, kind, party, started_on, completed_on, buurt_code,
    is_withdrawn, provenance, updated_at),
  ondermijning.location_check (location_check_id, location_number, case_number, checked_on, is_recheck, has_findings,
    buurt_code, is_withdrawn, provenance, updated_at),
  ondermijning.phenomenon_study (study_number, kind, phenomenon_code, started_on, completed_on, buurt_code, is_withdrawn,
    provenance, updated_at),
  ondermijning.storage_unit_check (storage_unit_check_id, location_number, study_number, checked_on, has_findings,
    buurt_code, is_withdrawn, provenance, updated_at),
  ondermijning.workshop (workshop_id, held_on, setting, participant_count, buurt_code, is_withdrawn, provenance,
    updated_at);
