-- melddesk: nuisance reports of residents, their screening, and the hotspots and dwellings they pointed at.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- Who reported what about whom is nowhere in the publication: names, telephone numbers, addresses and free text are in
-- no list, and report, location, hotspot and case numbers cross as keyed pseudonyms. Of groups only the size is known.

COMMENT ON SCHEMA melddesk IS
  'Nuisance reports and hotspots. DEMO DATA: generated; the figures named in provenance are published ones.';

ALTER TABLE melddesk.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'report', 'screening', 'potential_hotspot', 'hotspot', 'hotspot_plan', 'dwelling_nuisance_case',
    'behavioural_order_request', 'milestone'));
COMMENT ON COLUMN melddesk.register_period.register IS 'What is registered.';

-- Hotspots --------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS melddesk.hotspot (
  hotspot_number text NOT NULL CONSTRAINT hotspot_pkey PRIMARY KEY,
  location_number text NOT NULL,
  origin text NOT NULL,
  detected_on date NOT NULL,
  identified_on date,
  assessed_on date,
  outcome text,
  lead text,
  monitoring_on date,
  evaluated_on date,
  status text NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  place_name text,
  address text,
  note text,
  CONSTRAINT hotspot_origin_known CHECK (origin IN ('public_space', 'dwelling')),
  CONSTRAINT hotspot_outcome_known CHECK (outcome IN ('leefbaarheid', 'veiligheid')),
  CONSTRAINT hotspot_lead_known CHECK (lead IN ('oov', 'lwa')),
  CONSTRAINT hotspot_status_known
    CHECK (status IN ('potential', 'identified', 'plan', 'monitoring', 'stopped', 'manageable', 'running',
      'dismissed')),
  CONSTRAINT hotspot_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT hotspot_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT hotspot_in_order
    CHECK (identified_on >= detected_on AND assessed_on >= identified_on AND monitoring_on >= assessed_on
      AND evaluated_on >= monitoring_on),
  CONSTRAINT hotspot_outcome_dated
    CHECK ((outcome IS NULL) = (assessed_on IS NULL) AND (lead IS NULL) = (assessed_on IS NULL)),
  CONSTRAINT hotspot_lead_by_outcome CHECK ((outcome = 'veiligheid') = (lead = 'oov')),
  CONSTRAINT hotspot_identified_by_status CHECK ((identified_on IS NULL) = (status IN ('potential', 'dismissed'))),
  CONSTRAINT hotspot_evaluated_by_status
    CHECK ((evaluated_on IS NULL) = (status NOT IN ('stopped', 'manageable', 'running')))
);
COMMENT ON TABLE melddesk.hotspot IS
  'A location with nuisance repeated over a longer time: first potential, identified when it was confirmed.';
COMMENT ON COLUMN melddesk.hotspot.hotspot_number IS 'Number of the hotspot; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.hotspot.location_number IS 'The location; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.hotspot.origin IS 'Where the nuisance comes from: public space or a dwelling.';
COMMENT ON COLUMN melddesk.hotspot.detected_on IS 'Day on which the reports first pointed at it.';
COMMENT ON COLUMN melddesk.hotspot.identified_on IS
  'Day on which it was identified as a hotspot; none as yet, or never.';
COMMENT ON COLUMN melddesk.hotspot.assessed_on IS 'Day on which its outcome was settled; none as yet.';
COMMENT ON COLUMN melddesk.hotspot.outcome IS 'Whether liveability or safety is what matters; none as yet.';
COMMENT ON COLUMN melddesk.hotspot.lead IS 'Who leads: OOV, or the area team (LWA) with advice of OOV; none as yet.';
COMMENT ON COLUMN melddesk.hotspot.monitoring_on IS 'Day from which it is monitored; none as yet.';
COMMENT ON COLUMN melddesk.hotspot.evaluated_on IS 'Day on which its result was settled; none as yet.';
COMMENT ON COLUMN melddesk.hotspot.status IS
  'How far it is; at the end stopped, manageable or still running. A potential hotspot may be dismissed.';
COMMENT ON COLUMN melddesk.hotspot.buurt_code IS 'Buurt of the location.';
COMMENT ON COLUMN melddesk.hotspot.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.hotspot.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.hotspot.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.hotspot.place_name IS 'What people call the place: never published.';
COMMENT ON COLUMN melddesk.hotspot.address IS 'Address: never published.';
COMMENT ON COLUMN melddesk.hotspot.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS melddesk.hotspot_plan (
  hotspot_plan_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT hotspot_plan_pkey PRIMARY KEY,
  hotspot_number text NOT NULL CONSTRAINT hotspot_plan_hotspot_fkey REFERENCES melddesk.hotspot,
  started_on date NOT NULL,
  ended_on date,
  result text,
  partner_count integer,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  handler_name text,
  note text,
  CONSTRAINT hotspot_plan_result_known CHECK (result IN ('stopped', 'manageable', 'running')),
  CONSTRAINT hotspot_plan_partner_count_not_negative CHECK (partner_count >= 0),
  CONSTRAINT hotspot_plan_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT hotspot_plan_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT hotspot_plan_in_order CHECK (ended_on >= started_on),
  CONSTRAINT hotspot_plan_result_dated CHECK ((result IS NULL) = (ended_on IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS hotspot_plan_once ON melddesk.hotspot_plan (hotspot_number)
  WHERE NOT is_withdrawn;
COMMENT ON TABLE melddesk.hotspot_plan IS
  'A hotspot in public space that is tackled jointly. Not every hotspot is; dwellings have a case of their own.';
COMMENT ON COLUMN melddesk.hotspot_plan.hotspot_plan_id IS 'Identity in the source.';
COMMENT ON COLUMN melddesk.hotspot_plan.hotspot_number IS 'The hotspot; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.hotspot_plan.started_on IS 'Day on which the plan started.';
COMMENT ON COLUMN melddesk.hotspot_plan.ended_on IS 'Day on which it was done; none while it goes on.';
COMMENT ON COLUMN melddesk.hotspot_plan.result IS
  'The nuisance stopped, is manageable or is still running; none as yet.';
COMMENT ON COLUMN melddesk.hotspot_plan.partner_count IS
  'Number of partner organisations; null is unknown, never zero.';
COMMENT ON COLUMN melddesk.hotspot_plan.buurt_code IS 'Buurt of the hotspot.';
COMMENT ON COLUMN melddesk.hotspot_plan.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.hotspot_plan.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.hotspot_plan.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.hotspot_plan.handler_name IS 'Who handles it: never published.';
COMMENT ON COLUMN melddesk.hotspot_plan.note IS 'Free text: never published.';

-- Reports ---------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS melddesk.report (
  report_number text NOT NULL CONSTRAINT report_pkey PRIMARY KEY,
  received_at timestamptz NOT NULL,
  happened_on date NOT NULL,
  channel text NOT NULL,
  category text NOT NULL,
  location_number text,
  buurt_code text NOT NULL,
  status text NOT NULL,
  closed_on date,
  is_merged boolean NOT NULL DEFAULT false,
  merged_into_number text CONSTRAINT report_merged_into_fkey REFERENCES melddesk.report,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  reporter_name text,
  reporter_telephone text,
  address text,
  description text,
  CONSTRAINT report_channel_known CHECK (channel IN ('app', 'website', 'telephone', 'email')),
  CONSTRAINT report_category_known
    CHECK (category IN ('persons', 'drugs', 'youth', 'noise', 'neighbours', 'litter', 'parking', 'other')),
  CONSTRAINT report_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT report_status_known CHECK (status IN ('received', 'screened', 'assigned', 'closed')),
  CONSTRAINT report_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT report_received_after_it_happened
    CHECK (happened_on <= (received_at AT TIME ZONE 'Europe/Amsterdam')::date),
  CONSTRAINT report_merged_into_another
    CHECK (is_merged = (merged_into_number IS NOT NULL) AND merged_into_number <> report_number),
  CONSTRAINT report_closed_dated CHECK ((status = 'closed') = (closed_on IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS report_merged_into_idx ON melddesk.report (merged_into_number);
COMMENT ON TABLE melddesk.report IS
  'A report of nuisance. It counts in the month in which it happened, unless it was withdrawn or merged into another.';
COMMENT ON COLUMN melddesk.report.report_number IS 'Number of the report; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.report.received_at IS 'Moment at which it came in, UTC.';
COMMENT ON COLUMN melddesk.report.happened_on IS 'Day on which it happened; a late report tells of an earlier month.';
COMMENT ON COLUMN melddesk.report.channel IS 'How it came in.';
COMMENT ON COLUMN melddesk.report.category IS 'What it is about; persons and drugs are screened, the others are not.';
COMMENT ON COLUMN melddesk.report.location_number IS 'The location, if known; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.report.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN melddesk.report.status IS 'How far it is.';
COMMENT ON COLUMN melddesk.report.closed_on IS 'Day on which it was closed; none as yet.';
COMMENT ON COLUMN melddesk.report.is_merged IS
  'True when it tells of the same as another report; it then counts nowhere.';
COMMENT ON COLUMN melddesk.report.merged_into_number IS
  'The report that it was merged into; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.report.is_withdrawn IS
  'True when it was taken back or registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.report.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.report.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.report.reporter_name IS 'Who reports: never published.';
COMMENT ON COLUMN melddesk.report.reporter_telephone IS 'Telephone number: never published.';
COMMENT ON COLUMN melddesk.report.address IS 'Address: never published.';
COMMENT ON COLUMN melddesk.report.description IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS melddesk.report_correction (
  report_correction_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT report_correction_pkey PRIMARY KEY,
  report_number text NOT NULL CONSTRAINT report_correction_report_fkey REFERENCES melddesk.report,
  corrected_on date NOT NULL,
  field text NOT NULL,
  from_code text NOT NULL,
  to_code text NOT NULL,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  corrector_name text,
  CONSTRAINT report_correction_field_known CHECK (field IN ('category', 'buurt_code')),
  CONSTRAINT report_correction_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT report_correction_changes CHECK (from_code <> to_code)
);
CREATE INDEX IF NOT EXISTS report_correction_report_idx ON melddesk.report_correction (report_number);
COMMENT ON TABLE melddesk.report_correction IS
  'A category or buurt that was put right after the report came in; the report holds the right one.';
COMMENT ON COLUMN melddesk.report_correction.report_correction_id IS 'Identity in the source.';
COMMENT ON COLUMN melddesk.report_correction.report_number IS 'The report; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.report_correction.corrected_on IS 'Day of the correction.';
COMMENT ON COLUMN melddesk.report_correction.field IS 'What was put right.';
COMMENT ON COLUMN melddesk.report_correction.from_code IS 'What it was.';
COMMENT ON COLUMN melddesk.report_correction.to_code IS 'What it became.';
COMMENT ON COLUMN melddesk.report_correction.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.report_correction.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.report_correction.corrector_name IS 'Who corrects: never published.';

CREATE TABLE IF NOT EXISTS melddesk.screening (
  screening_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT screening_pkey PRIMARY KEY,
  report_number text NOT NULL CONSTRAINT screening_report_fkey REFERENCES melddesk.report,
  screened_on date NOT NULL,
  category text NOT NULL,
  is_repeated boolean NOT NULL,
  is_prolonged boolean NOT NULL,
  is_drug_related boolean NOT NULL,
  is_intimidating boolean NOT NULL,
  result text NOT NULL,
  hotspot_number text CONSTRAINT screening_hotspot_fkey REFERENCES melddesk.hotspot,
  buurt_code text NOT NULL,
  is_approximate boolean NOT NULL DEFAULT false,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  screener_name text,
  findings text,
  CONSTRAINT screening_category_known CHECK (category IN ('persons', 'drugs')),
  CONSTRAINT screening_result_known CHECK (result IN ('none', 'indication')),
  CONSTRAINT screening_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT screening_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT screening_hotspot_when_indicated CHECK (hotspot_number IS NULL OR result = 'indication')
);
CREATE UNIQUE INDEX IF NOT EXISTS screening_once ON melddesk.screening (report_number) WHERE NOT is_withdrawn;
CREATE INDEX IF NOT EXISTS screening_hotspot_idx ON melddesk.screening (hotspot_number);
COMMENT ON TABLE melddesk.screening IS 'A report about people or drugs that was screened for signs of a hotspot.';
COMMENT ON COLUMN melddesk.screening.screening_id IS 'Identity in the source.';
COMMENT ON COLUMN melddesk.screening.report_number IS 'The report; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.screening.screened_on IS 'Day of the screening.';
COMMENT ON COLUMN melddesk.screening.category IS 'Category of the report when it was screened.';
COMMENT ON COLUMN melddesk.screening.is_repeated IS 'Whether there were earlier reports about the location.';
COMMENT ON COLUMN melddesk.screening.is_prolonged IS 'Whether it goes on for a longer time.';
COMMENT ON COLUMN melddesk.screening.is_drug_related IS 'Whether drugs play a part.';
COMMENT ON COLUMN melddesk.screening.is_intimidating IS 'Whether there are threats or intimidation.';
COMMENT ON COLUMN melddesk.screening.result IS 'Whether it points at a hotspot.';
COMMENT ON COLUMN melddesk.screening.hotspot_number IS
  'The potential hotspot it points at; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.screening.buurt_code IS 'Buurt of the report, or BU09359999.';
COMMENT ON COLUMN melddesk.screening.is_approximate IS
  'True where only a rounded number of screenings was published (ca.).';
COMMENT ON COLUMN melddesk.screening.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.screening.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.screening.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.screening.screener_name IS 'Who screens: never published.';
COMMENT ON COLUMN melddesk.screening.findings IS 'Free text: never published.';

-- Dwellings, groups and milestones --------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS melddesk.dwelling_nuisance_case (
  nuisance_case_number text NOT NULL CONSTRAINT dwelling_nuisance_case_pkey PRIMARY KEY,
  location_number text NOT NULL,
  hotspot_number text CONSTRAINT dwelling_nuisance_case_hotspot_fkey REFERENCES melddesk.hotspot,
  kind text NOT NULL,
  started_on date NOT NULL,
  order_requested_on date,
  reopened_on date,
  closed_on date,
  status text NOT NULL,
  result text,
  partner_count integer,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  resident_names text,
  address text,
  approach text,
  CONSTRAINT dwelling_nuisance_case_kind_known CHECK (kind IN ('noise', 'pollution', 'intimidation', 'multiple')),
  CONSTRAINT dwelling_nuisance_case_status_known CHECK (status IN ('open', 'closed')),
  CONSTRAINT dwelling_nuisance_case_result_known CHECK (result IN ('stopped', 'manageable', 'running')),
  CONSTRAINT dwelling_nuisance_case_partner_count_not_negative CHECK (partner_count >= 0),
  CONSTRAINT dwelling_nuisance_case_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT dwelling_nuisance_case_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT dwelling_nuisance_case_in_order
    CHECK (closed_on >= started_on AND order_requested_on >= started_on AND reopened_on >= started_on),
  CONSTRAINT dwelling_nuisance_case_closed_by_status CHECK ((status = 'closed') = (closed_on IS NOT NULL)),
  CONSTRAINT dwelling_nuisance_case_result_dated CHECK ((result IS NULL) = (closed_on IS NULL))
);
COMMENT ON TABLE melddesk.dwelling_nuisance_case IS
  'Serious nuisance from a dwelling that is tackled together with partners.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.nuisance_case_number IS
  'Number of the case; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.location_number IS 'The dwelling; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.hotspot_number IS
  'The hotspot it is, if it is one; crosses as a keyed pseudonym.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.kind IS 'What the nuisance is.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.started_on IS 'Day on which the joint approach started.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.order_requested_on IS
  'Day on which the mayor was asked for a behavioural order; none when not.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.reopened_on IS
  'Day on which it was last reopened; none when never.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.closed_on IS 'Day on which it was closed; none while it is open.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.status IS 'Open or closed.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.result IS
  'The nuisance stopped, is manageable or is still running; none as yet.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.partner_count IS
  'Number of partner organisations; null is unknown, never zero.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.buurt_code IS 'Buurt of the dwelling.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.resident_names IS 'Who live there: never published.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.address IS 'Address: never published.';
COMMENT ON COLUMN melddesk.dwelling_nuisance_case.approach IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS melddesk.group_size (
  group_code text NOT NULL,
  counted_on date NOT NULL,
  person_count integer,
  is_approximate boolean NOT NULL DEFAULT false,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  counter_name text,
  note text,
  CONSTRAINT group_size_pkey PRIMARY KEY (group_code, counted_on),
  CONSTRAINT group_size_group_code_known CHECK (group_code IN ('mosae_forum', 'rough_sleepers')),
  CONSTRAINT group_size_person_count_not_negative CHECK (person_count >= 0),
  CONSTRAINT group_size_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT group_size_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE melddesk.group_size IS
  'How many people a group that causes nuisance has, on a day. Who they are is nowhere in this system.';
COMMENT ON COLUMN melddesk.group_size.group_code IS 'Which group.';
COMMENT ON COLUMN melddesk.group_size.counted_on IS 'Day of the count.';
COMMENT ON COLUMN melddesk.group_size.person_count IS 'Number of people; null is unknown, never zero.';
COMMENT ON COLUMN melddesk.group_size.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN melddesk.group_size.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN melddesk.group_size.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.group_size.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.group_size.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.group_size.counter_name IS 'Who counts: never published.';
COMMENT ON COLUMN melddesk.group_size.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS melddesk.milestone (
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
    CHECK (milestone_code IN ('skaeve_huse', 'hotspot_monitoring', 'dwelling_nuisance_framework',
      'hotspot_action_plan')),
  CONSTRAINT milestone_status_known CHECK (status IN ('planned', 'reached', 'dropped')),
  CONSTRAINT milestone_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT milestone_reached_dated CHECK ((status = 'reached') = (reached_on IS NOT NULL))
);
COMMENT ON TABLE melddesk.milestone IS
  'Something that was to be reached. Whether it was, is unknown while it is planned.';
COMMENT ON COLUMN melddesk.milestone.milestone_code IS 'Which milestone.';
COMMENT ON COLUMN melddesk.milestone.planned_period IS 'Year, or year and quarter, for which it was planned.';
COMMENT ON COLUMN melddesk.milestone.status IS 'Planned, reached or dropped.';
COMMENT ON COLUMN melddesk.milestone.reached_on IS
  'Day on which it was reached; none when it was not, or when nothing was published about it.';
COMMENT ON COLUMN melddesk.milestone.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN melddesk.milestone.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN melddesk.milestone.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN melddesk.milestone.handler_name IS 'Who handles it: never published.';
COMMENT ON COLUMN melddesk.milestone.note IS 'Free text: never published.';

CREATE OR REPLACE TRIGGER hotspot_touch BEFORE UPDATE ON melddesk.hotspot
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER hotspot_plan_touch BEFORE UPDATE ON melddesk.hotspot_plan
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER report_touch BEFORE UPDATE ON melddesk.report
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER report_correction_touch BEFORE UPDATE ON melddesk.report_correction
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER screening_touch BEFORE UPDATE ON melddesk.screening
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER dwelling_nuisance_case_touch BEFORE UPDATE ON melddesk.dwelling_nuisance_case
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER group_size_touch BEFORE UPDATE ON melddesk.group_size
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();
CREATE OR REPLACE TRIGGER milestone_touch BEFORE UPDATE ON melddesk.milestone
  FOR EACH ROW EXECUTE FUNCTION melddesk.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  melddesk.register_period (register, period_from, period_to, provenance),
  melddesk.hotspot (hotspot_number, location_number, origin, detected_on, identified_on, assessed_on, outcome, lead,
    monitoring_on, evaluated_on, status, buurt_code, is_withdrawn, provenance, updated_at),
  melddesk.hotspot_plan (hotspot_plan_id, hotspot_number, started_on, ended_on, result, partner_count, buurt_code,
    is_withdrawn, provenance, updated_at),
  melddesk.report (report_number, received_at, happened_on, channel, category, location_number, buurt_code, status,
    closed_on, is_merged, merged_into_number, is_withdrawn, provenance, updated_at),
  melddesk.report_correction (report_correction_id, report_number, corrected_on, field, from_code, to_code,
    provenance, updated_at),
  melddesk.screening (screening_id, report_number, screened_on, category, is_repeated, is_prolonged, is_drug_related,
    is_intimidating, result, hotspot_number, buurt_code, is_approximate, is_withdrawn, provenance, updated_at),
  melddesk.dwelling_nuisance_case (nuisance_case_number, location_number, hotspot_number, kind, started_on,
    order_requested_on, reopened_on, closed_on, status, result, partner_count, buurt_code, is_withdrawn, provenance,
    updated_at),
  melddesk.group_size (group_code, counted_on, person_count, is_approximate, buurt_code, is_withdrawn, provenance,
    updated_at),
  melddesk.milestone (milestone_code, planned_period, status, reached_on, is_withdrawn, provenance, updated_at);
