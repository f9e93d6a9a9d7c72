-- oov: public order and safety, from demonstrations and events to the crisis team and consultations.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- No people, and nothing that tells what a demonstration was about: organisers, themes, names of events and clubs and
-- free text are in no list of the publication.

COMMENT ON SCHEMA oov IS
  'Public order and safety. DEMO DATA: generated; the figures named in provenance are published ones.';

ALTER TABLE oov.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'demonstration', 'demonstration_all', 'event_application', 'event_safety_round', 'incident', 'football_match',
    'football_risk_match', 'cmt_day', 'cmt_event', 'consultation', 'milestone'));
COMMENT ON COLUMN oov.register_period.register IS
  'What is registered; demonstrations by two definitions that are never one series.';

-- Demonstrations --------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS oov.demonstration (
  demonstration_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT demonstration_pkey PRIMARY KEY,
  definition text NOT NULL,
  announced_on date,
  is_announced_in_time boolean,
  assessed_on date,
  held_on date,
  size text,
  is_restricted boolean,
  status text NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  organiser_name text,
  theme text,
  route text,
  CONSTRAINT demonstration_definition_known CHECK (definition IN ('all', 'announced_and_assessed')),
  CONSTRAINT demonstration_size_known CHECK (size IN ('small', 'larger')),
  CONSTRAINT demonstration_status_known CHECK (status IN ('assessed', 'held', 'cancelled')),
  CONSTRAINT demonstration_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT demonstration_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT demonstration_dated_by_definition
    CHECK (CASE definition WHEN 'all' THEN held_on IS NOT NULL ELSE assessed_on IS NOT NULL END),
  CONSTRAINT demonstration_held_by_status CHECK ((status = 'held') = (held_on IS NOT NULL)),
  CONSTRAINT demonstration_in_order CHECK (assessed_on >= announced_on AND held_on >= assessed_on)
);
COMMENT ON TABLE oov.demonstration IS
  'A demonstration. Those of 2017 and 2021 are all of them; later ones were announced and assessed.';
COMMENT ON COLUMN oov.demonstration.demonstration_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.demonstration.definition IS 'All demonstrations, or those that were announced and assessed.';
COMMENT ON COLUMN oov.demonstration.announced_on IS 'Day on which it was announced; none when unknown.';
COMMENT ON COLUMN oov.demonstration.is_announced_in_time IS
  'Whether it was announced 48 hours ahead; null is unknown.';
COMMENT ON COLUMN oov.demonstration.assessed_on IS 'Day on which it was assessed; none when unknown.';
COMMENT ON COLUMN oov.demonstration.held_on IS 'Day on which it was held; none as yet, or when it was cancelled.';
COMMENT ON COLUMN oov.demonstration.size IS 'Small or larger; null is unknown.';
COMMENT ON COLUMN oov.demonstration.is_restricted IS 'Whether restrictions were imposed; null is unknown.';
COMMENT ON COLUMN oov.demonstration.status IS 'Assessed, held or cancelled.';
COMMENT ON COLUMN oov.demonstration.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN oov.demonstration.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.demonstration.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.demonstration.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.demonstration.organiser_name IS 'Who organises: never published.';
COMMENT ON COLUMN oov.demonstration.theme IS 'What it is about: never published.';
COMMENT ON COLUMN oov.demonstration.route IS 'Streets: never published.';

-- Events ----------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS oov.calendar_period (
  calendar_code text NOT NULL,
  started_on date NOT NULL,
  ends_on date NOT NULL,
  name text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  note text,
  CONSTRAINT calendar_period_pkey PRIMARY KEY (calendar_code, started_on),
  CONSTRAINT calendar_period_calendar_code_known
    CHECK (calendar_code IN ('new_year', 'carnival', 'kings_day', 'rieu', 'preuvenemint', 'inkom',
      'eleventh_of_eleventh', 'winter_market')),
  CONSTRAINT calendar_period_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT calendar_period_in_order CHECK (ends_on >= started_on)
);
COMMENT ON TABLE oov.calendar_period IS 'Days with a known event every year, such as carnival.';
COMMENT ON COLUMN oov.calendar_period.calendar_code IS 'Which event.';
COMMENT ON COLUMN oov.calendar_period.started_on IS 'First day.';
COMMENT ON COLUMN oov.calendar_period.ends_on IS 'Last day, inclusive.';
COMMENT ON COLUMN oov.calendar_period.name IS 'Its name, in Dutch.';
COMMENT ON COLUMN oov.calendar_period.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.calendar_period.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.calendar_period.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.calendar_period.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.event_application (
  event_number text NOT NULL CONSTRAINT event_application_pkey PRIMARY KEY,
  received_on date NOT NULL,
  assessed_on date,
  decided_on date,
  held_on date,
  risk text,
  status text NOT NULL,
  calendar_code text,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  event_name text,
  organiser_name text,
  handler_name text,
  CONSTRAINT event_application_risk_known CHECK (risk IN ('regular', 'attention', 'high')),
  CONSTRAINT event_application_status_known
    CHECK (status IN ('received', 'assessed', 'granted', 'refused', 'cancelled')),
  CONSTRAINT event_application_calendar_code_known
    CHECK (calendar_code IN ('new_year', 'carnival', 'kings_day', 'rieu', 'preuvenemint', 'inkom',
      'eleventh_of_eleventh', 'winter_market')),
  CONSTRAINT event_application_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT event_application_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT event_application_in_order
    CHECK (assessed_on >= received_on AND decided_on >= assessed_on AND held_on >= decided_on),
  CONSTRAINT event_application_risk_when_assessed CHECK ((risk IS NULL) = (assessed_on IS NULL)),
  CONSTRAINT event_application_assessed_by_status CHECK ((assessed_on IS NULL) = (status = 'received')),
  CONSTRAINT event_application_decided_by_status CHECK ((decided_on IS NULL) = (status IN ('received', 'assessed'))),
  CONSTRAINT event_application_held_when_granted CHECK (held_on IS NULL OR status = 'granted')
);
COMMENT ON TABLE oov.event_application IS
  'An application for an event, assessed on risks for public order. Not every event needs one.';
COMMENT ON COLUMN oov.event_application.event_number IS 'Number of the application; crosses as a keyed pseudonym.';
COMMENT ON COLUMN oov.event_application.received_on IS 'Day on which it came in.';
COMMENT ON COLUMN oov.event_application.assessed_on IS 'Day on which its risks were assessed; none as yet.';
COMMENT ON COLUMN oov.event_application.decided_on IS 'Day of the decision; none as yet.';
COMMENT ON COLUMN oov.event_application.held_on IS 'First day of the event; none as yet, or when it was not held.';
COMMENT ON COLUMN oov.event_application.risk IS 'Regular, attention or high risk; none as yet.';
COMMENT ON COLUMN oov.event_application.status IS 'How far it is.';
COMMENT ON COLUMN oov.event_application.calendar_code IS 'The yearly event it belongs to, if any.';
COMMENT ON COLUMN oov.event_application.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN oov.event_application.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.event_application.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.event_application.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.event_application.event_name IS 'Name of the event: never published.';
COMMENT ON COLUMN oov.event_application.organiser_name IS 'Who organises: never published.';
COMMENT ON COLUMN oov.event_application.handler_name IS 'Who handles it: never published.';

CREATE TABLE IF NOT EXISTS oov.event_year (
  counted_on date NOT NULL,
  basis text NOT NULL,
  event_count integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  note text,
  CONSTRAINT event_year_pkey PRIMARY KEY (counted_on, basis),
  CONSTRAINT event_year_basis_known CHECK (basis IN ('expected', 'counted')),
  CONSTRAINT event_year_event_count_not_negative CHECK (event_count >= 0),
  CONSTRAINT event_year_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE oov.event_year IS
  'How many events a year has, whether assessed or not. Not the number of applications.';
COMMENT ON COLUMN oov.event_year.counted_on IS 'Day in the year it holds for.';
COMMENT ON COLUMN oov.event_year.basis IS 'Expected or counted.';
COMMENT ON COLUMN oov.event_year.event_count IS 'Number of events; null is unknown, never zero.';
COMMENT ON COLUMN oov.event_year.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN oov.event_year.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.event_year.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.event_year.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.event_year.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.event_safety_round (
  event_safety_round_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT event_safety_round_pkey PRIMARY KEY,
  event_number text NOT NULL CONSTRAINT event_safety_round_event_fkey REFERENCES oov.event_application,
  held_on date NOT NULL,
  status text NOT NULL,
  has_findings boolean,
  partner_count integer,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  handler_name text,
  note text,
  CONSTRAINT event_safety_round_status_known CHECK (status IN ('held', 'cancelled')),
  CONSTRAINT event_safety_round_partner_count_not_negative CHECK (partner_count >= 0),
  CONSTRAINT event_safety_round_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT event_safety_round_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT event_safety_round_findings_when_held CHECK ((status = 'held') = (has_findings IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS event_safety_round_event_idx ON oov.event_safety_round (event_number);
COMMENT ON TABLE oov.event_safety_round IS 'A round before an event, to see whether its safety plan is followed.';
COMMENT ON COLUMN oov.event_safety_round.event_safety_round_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.event_safety_round.event_number IS
  'The application of the event; crosses as a keyed pseudonym.';
COMMENT ON COLUMN oov.event_safety_round.held_on IS
  'Day of the round, or for which it was planned when it was cancelled.';
COMMENT ON COLUMN oov.event_safety_round.status IS 'Held or cancelled; it counts when it was held.';
COMMENT ON COLUMN oov.event_safety_round.has_findings IS
  'Whether something had to be put right; null when it was cancelled.';
COMMENT ON COLUMN oov.event_safety_round.partner_count IS
  'Number of partner organisations; null is unknown, never zero.';
COMMENT ON COLUMN oov.event_safety_round.buurt_code IS 'Buurt of the event.';
COMMENT ON COLUMN oov.event_safety_round.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.event_safety_round.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.event_safety_round.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.event_safety_round.handler_name IS 'Who handles it: never published.';
COMMENT ON COLUMN oov.event_safety_round.note IS 'Free text: never published.';

-- Incidents, football and the crisis team -------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS oov.incident (
  incident_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT incident_pkey PRIMARY KEY,
  happened_on date NOT NULL,
  kind text NOT NULL,
  is_aov_deployed boolean NOT NULL,
  grip_level integer NOT NULL,
  status text NOT NULL,
  closed_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  aov_name text,
  log text,
  CONSTRAINT incident_kind_known
    CHECK (kind IN ('violence', 'high_water', 'illegal_party', 'fire', 'explosion', 'disturbance', 'other')),
  CONSTRAINT incident_status_known CHECK (status IN ('open', 'aftercare', 'closed')),
  CONSTRAINT incident_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT incident_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT incident_grip_level_exists CHECK (grip_level BETWEEN 0 AND 4),
  CONSTRAINT incident_closed_by_status CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
  CONSTRAINT incident_in_order CHECK (closed_on >= happened_on)
);
COMMENT ON TABLE oov.incident IS
  'An acute incident that the AOV was called for. It counts when the AOV was deployed.';
COMMENT ON COLUMN oov.incident.incident_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.incident.happened_on IS 'Day of the incident.';
COMMENT ON COLUMN oov.incident.kind IS 'What happened.';
COMMENT ON COLUMN oov.incident.is_aov_deployed IS
  'Whether the AOV was deployed; otherwise advice by telephone was enough.';
COMMENT ON COLUMN oov.incident.grip_level IS 'Level of coordination (GRIP), from 0.';
COMMENT ON COLUMN oov.incident.status IS 'Open, in aftercare or closed.';
COMMENT ON COLUMN oov.incident.closed_on IS 'Day on which aftercare was done; none as yet.';
COMMENT ON COLUMN oov.incident.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN oov.incident.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.incident.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.incident.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.incident.aov_name IS 'Who was on duty: never published.';
COMMENT ON COLUMN oov.incident.log IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.football_match_category (
  code text NOT NULL CONSTRAINT football_match_category_pkey PRIMARY KEY,
  name text NOT NULL,
  CONSTRAINT football_match_category_code_known CHECK (code IN ('a', 'b', 'b_plus'))
);
COMMENT ON TABLE oov.football_match_category IS 'The categories of matches: free (A), tailored (B) and risk (B+).';
COMMENT ON COLUMN oov.football_match_category.code IS 'The category.';
COMMENT ON COLUMN oov.football_match_category.name IS 'Its name, in Dutch.';
INSERT INTO oov.football_match_category (code, name)
VALUES ('a', 'A (vrij)'), ('b', 'B (maatwerk)'), ('b_plus', 'B+ (risico)') ON CONFLICT (code) DO NOTHING;

CREATE TABLE IF NOT EXISTS oov.football_match (
  football_match_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT football_match_pkey PRIMARY KEY,
  season text NOT NULL,
  played_on date NOT NULL,
  is_home boolean NOT NULL,
  match_category text NOT NULL CONSTRAINT football_match_match_category_fkey REFERENCES oov.football_match_category,
  is_away_support_allowed boolean NOT NULL,
  is_disorderly boolean NOT NULL,
  status text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  opponent text,
  commander_name text,
  note text,
  CONSTRAINT football_match_season_form CHECK (season ~ '^20[0-9]{2}-20[0-9]{2}$'),
  CONSTRAINT football_match_match_category_known CHECK (match_category IN ('a', 'b', 'b_plus')),
  CONSTRAINT football_match_status_known CHECK (status IN ('played', 'postponed')),
  CONSTRAINT football_match_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT football_match_in_season
    CHECK (extract(year FROM played_on - interval '6 months') = left(season, 4)::integer),
  CONSTRAINT football_match_orderly_when_postponed CHECK (status = 'played' OR NOT is_disorderly)
);
COMMENT ON TABLE oov.football_match IS
  'A match of professional football that concerns the municipality, at home or away.';
COMMENT ON COLUMN oov.football_match.football_match_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.football_match.season IS 'Season, from July to June.';
COMMENT ON COLUMN oov.football_match.played_on IS
  'Day of the match, or for which it was planned when it was postponed.';
COMMENT ON COLUMN oov.football_match.is_home IS 'Whether it was played in the municipality.';
COMMENT ON COLUMN oov.football_match.match_category IS 'Free (A), tailored (B) or risk (B+).';
COMMENT ON COLUMN oov.football_match.is_away_support_allowed IS
  'Whether supporters of the visiting club were admitted.';
COMMENT ON COLUMN oov.football_match.is_disorderly IS 'Whether public order was disturbed.';
COMMENT ON COLUMN oov.football_match.status IS 'Played or postponed; it counts when it was played.';
COMMENT ON COLUMN oov.football_match.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.football_match.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.football_match.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.football_match.opponent IS 'The other club: never published.';
COMMENT ON COLUMN oov.football_match.commander_name IS 'Who was in command: never published.';
COMMENT ON COLUMN oov.football_match.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.cmt_event (
  cmt_event_code text NOT NULL CONSTRAINT cmt_event_pkey PRIMARY KEY,
  calendar_code text NOT NULL,
  started_on date NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  event_name text,
  chair_name text,
  CONSTRAINT cmt_event_calendar_code_known
    CHECK (calendar_code IN ('carnival', 'rieu', 'eleventh_of_eleventh', 'other')),
  CONSTRAINT cmt_event_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE oov.cmt_event IS 'An event for which a Crisis Management Team (CMT) was set up.';
COMMENT ON COLUMN oov.cmt_event.cmt_event_code IS 'Code of the event: year and kind.';
COMMENT ON COLUMN oov.cmt_event.calendar_code IS 'The yearly event, or another.';
COMMENT ON COLUMN oov.cmt_event.started_on IS 'First day with a team.';
COMMENT ON COLUMN oov.cmt_event.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.cmt_event.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.cmt_event.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.cmt_event.event_name IS 'Name of the event: never published.';
COMMENT ON COLUMN oov.cmt_event.chair_name IS 'Who chairs: never published.';

CREATE TABLE IF NOT EXISTS oov.cmt_day (
  cmt_day_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT cmt_day_pkey PRIMARY KEY,
  cmt_event_code text NOT NULL CONSTRAINT cmt_day_cmt_event_fkey REFERENCES oov.cmt_event,
  calendar_code text NOT NULL,
  held_on date NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  chair_name text,
  log text,
  CONSTRAINT cmt_day_calendar_code_known
    CHECK (calendar_code IN ('carnival', 'rieu', 'eleventh_of_eleventh', 'other')),
  CONSTRAINT cmt_day_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE UNIQUE INDEX IF NOT EXISTS cmt_day_once ON oov.cmt_day (cmt_event_code, held_on) WHERE NOT is_withdrawn;
COMMENT ON TABLE oov.cmt_day IS 'A day on which a Crisis Management Team (CMT) was set up.';
COMMENT ON COLUMN oov.cmt_day.cmt_day_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.cmt_day.cmt_event_code IS 'The event.';
COMMENT ON COLUMN oov.cmt_day.calendar_code IS 'The yearly event, or another.';
COMMENT ON COLUMN oov.cmt_day.held_on IS 'The day.';
COMMENT ON COLUMN oov.cmt_day.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.cmt_day.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.cmt_day.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.cmt_day.chair_name IS 'Who chairs: never published.';
COMMENT ON COLUMN oov.cmt_day.log IS 'Free text: never published.';

-- Consultations, rules and milestones -----------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS oov.consultation (
  consultation_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT consultation_pkey PRIMARY KEY,
  kind text NOT NULL,
  held_on date NOT NULL,
  status text NOT NULL,
  partner_count integer,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  chair_name text,
  minutes text,
  CONSTRAINT consultation_kind_known CHECK (kind IN ('vrzl_refugees', 'azc', 'vrzl_board', 'kvo')),
  CONSTRAINT consultation_status_known CHECK (status IN ('held', 'cancelled')),
  CONSTRAINT consultation_partner_count_not_negative CHECK (partner_count >= 0),
  CONSTRAINT consultation_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE oov.consultation IS 'A consultation that public order takes part in.';
COMMENT ON COLUMN oov.consultation.consultation_id IS 'Identity in the source.';
COMMENT ON COLUMN oov.consultation.kind IS
  'About refugees with the safety region, about the asylum centre, board of the safety region, or KVO.';
COMMENT ON COLUMN oov.consultation.held_on IS
  'Day of the consultation, or for which it was planned when it was cancelled.';
COMMENT ON COLUMN oov.consultation.status IS 'Held or cancelled; it counts when it was held.';
COMMENT ON COLUMN oov.consultation.partner_count IS 'Number of partner organisations; null is unknown, never zero.';
COMMENT ON COLUMN oov.consultation.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.consultation.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.consultation.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.consultation.chair_name IS 'Who chairs: never published.';
COMMENT ON COLUMN oov.consultation.minutes IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.standing_rule (
  rule_code text NOT NULL,
  valid_from date NOT NULL,
  rule_value integer NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  note text,
  CONSTRAINT standing_rule_pkey PRIMARY KEY (rule_code, valid_from),
  CONSTRAINT standing_rule_rule_code_known
    CHECK (rule_code IN ('announcement_hours', 'away_supporter_ban_seasons', 'football_match_categories',
      'kvo_consultations_a_year')),
  CONSTRAINT standing_rule_rule_value_not_negative CHECK (rule_value >= 0),
  CONSTRAINT standing_rule_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE oov.standing_rule IS 'A rule that was agreed on, with the number in it.';
COMMENT ON COLUMN oov.standing_rule.rule_code IS
  'Notice for a demonstration, no away supporters, categories of matches, or KVO consultations a year.';
COMMENT ON COLUMN oov.standing_rule.valid_from IS 'Day from which it holds, or holds again.';
COMMENT ON COLUMN oov.standing_rule.rule_value IS 'The number, in hours, seasons, categories or times a year.';
COMMENT ON COLUMN oov.standing_rule.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.standing_rule.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.standing_rule.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.standing_rule.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS oov.milestone (
  milestone_code text NOT NULL CONSTRAINT milestone_pkey PRIMARY KEY,
  planned_period text NOT NULL,
  status text NOT NULL,
  reached_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  handler_name text,
  note text,
  CONSTRAINT milestone_milestone_code_known
    CHECK (milestone_code IN ('kvo_certificate', 'kvo_covenant', 'kvu_plan', 'carnival_framework',
      'regional_crisis_plan')),
  CONSTRAINT milestone_status_known CHECK (status IN ('planned', 'reached', 'dropped')),
  CONSTRAINT milestone_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT milestone_reached_dated CHECK ((status = 'reached') = (reached_on IS NOT NULL))
);
COMMENT ON TABLE oov.milestone IS 'Something that was to be reached. Whether it was, is unknown while it is planned.';
COMMENT ON COLUMN oov.milestone.milestone_code IS 'Which milestone.';
COMMENT ON COLUMN oov.milestone.planned_period IS 'Year, or year and quarter, for which it was planned.';
COMMENT ON COLUMN oov.milestone.status IS 'Planned, reached or dropped.';
COMMENT ON COLUMN oov.milestone.reached_on IS
  'Day on which it was reached; none when it was not, or when nothing was published about it.';
COMMENT ON COLUMN oov.milestone.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN oov.milestone.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN oov.milestone.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN oov.milestone.handler_name IS 'Who handles it: never published.';
COMMENT ON COLUMN oov.milestone.note IS 'Free text: never published.';

CREATE OR REPLACE TRIGGER demonstration_touch BEFORE UPDATE ON oov.demonstration
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER calendar_period_touch BEFORE UPDATE ON oov.calendar_period
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER event_application_touch BEFORE UPDATE ON oov.event_application
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER event_year_touch BEFORE UPDATE ON oov.event_year
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER event_safety_round_touch BEFORE UPDATE ON oov.event_safety_round
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER incident_touch BEFORE UPDATE ON oov.incident
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER football_match_touch BEFORE UPDATE ON oov.football_match
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER cmt_event_touch BEFORE UPDATE ON oov.cmt_event
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER cmt_day_touch BEFORE UPDATE ON oov.cmt_day
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER consultation_touch BEFORE UPDATE ON oov.consultation
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER standing_rule_touch BEFORE UPDATE ON oov.standing_rule
  FOR EACH ROW EXECUTE FUNCTION oov.touch();
CREATE OR REPLACE TRIGGER milestone_touch BEFORE UPDATE ON oov.milestone
  FOR EACH ROW EXECUTE FUNCTION oov.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  oov.register_period (register, period_from, period_to, provenance),
  oov.demonstration (demonstration_id, definition, announced_on, is_announced_in_time, assessed_on, held_on, size,
    is_restricted, status, buurt_code, is_withdrawn, provenance, updated_at),
  oov.calendar_period (calendar_code, started_on, ends_on, name, is_withdrawn, provenance, updated_at),
  oov.event_application (event_number, received_on, assessed_on, decided_on, held_on, risk, status, calendar_code,
    buurt_code, is_withdrawn, provenance, updated_at),
  oov.event_year (counted_on, basis, event_count, is_approximate, is_withdrawn, provenance, updated_at),
  oov.event_safety_round (event_safety_round_id, event_number, held_on, status, has_findings, partner_count,
    buurt_code, is_withdrawn, provenance, updated_at),
  oov.incident (incident_id, happened_on, kind, is_aov_deployed, grip_level, status, closed_on, buurt_code,
    is_withdrawn, provenance, updated_at),
  oov.football_match_category (code, name),
  oov.football_match (football_match_id, season, played_on, is_home, match_category, is_away_support_allowed,
    is_disorderly, status, is_withdrawn, provenance, updated_at),
  oov.cmt_event (cmt_event_code, calendar_code, started_on, is_withdrawn, provenance, updated_at),
  oov.cmt_day (cmt_day_id, cmt_event_code, calendar_code, held_on, is_withdrawn, provenance, updated_at),
  oov.consultation (consultation_id, kind, held_on, status, partner_count, is_withdrawn, provenance, updated_at),
  oov.standing_rule (rule_code, valid_from, rule_value, is_withdrawn, provenance, updated_at),
  oov.milestone (milestone_code, planned_period, status, reached_on, is_withdrawn, provenance, updated_at);
