-- bestuurlijk: administrative measures, from Bibob screening to temporary house ban.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- Measures are counted, people are not known: names, addresses and free text are in no list of the publication, and
-- application, case and location numbers cross as keyed pseudonyms. A temporary house ban is about a household, so
-- its rows do not leave at all: house_ban_count holds what leaves, kept by a trigger.

COMMENT ON SCHEMA bestuurlijk IS
  'Administrative measures. DEMO DATA: generated; the figures named in provenance are published ones.';

ALTER TABLE bestuurlijk.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'permit_application', 'bibob_screening', 'bibob_outcome', 'closure', 'warning', 'penalty_order',
    'street_trade_penalty', 'behavioural_order', 'behavioural_order_dwelling', 'house_ban'));
COMMENT ON COLUMN bestuurlijk.register_period.register IS
  'What is registered; closures, warnings and penalty orders are measures under article 13b of the Opium Act.';

-- Bibob -----------------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS bestuurlijk.permit_application (
  application_number text NOT NULL CONSTRAINT permit_application_pkey PRIMARY KEY,
  kind text NOT NULL,
  received_on date NOT NULL,
  is_bibob_required boolean NOT NULL,
  status text NOT NULL,
  decided_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  applicant_name text,
  address text,
  handler_name text,
  CONSTRAINT permit_application_kind_known CHECK (kind IN ('catering_new', 'catering_change', 'building_large',
    'building_small', 'sex_establishment', 'subsidy', 'real_estate')),
  CONSTRAINT permit_application_status_known
    CHECK (status IN ('received', 'granted', 'refused', 'not_considered', 'withdrawn_by_applicant')),
  CONSTRAINT permit_application_decided_when_done CHECK ((status = 'received') = (decided_on IS NULL)),
  CONSTRAINT permit_application_decided_after_receipt CHECK (decided_on >= received_on),
  CONSTRAINT permit_application_bibob_where_required
    CHECK (is_bibob_required OR kind NOT IN ('catering_new', 'building_large')),
  CONSTRAINT permit_application_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT permit_application_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.permit_application IS
  'An application that Bibob may apply to. New catering and larger building applications are always screened.';
COMMENT ON COLUMN bestuurlijk.permit_application.application_number IS
  'Number of the application; crosses as a keyed pseudonym.';
COMMENT ON COLUMN bestuurlijk.permit_application.kind IS
  'Catering (new or changed), building (larger or smaller), sex establishment, subsidy or real estate.';
COMMENT ON COLUMN bestuurlijk.permit_application.received_on IS 'Day on which it came in.';
COMMENT ON COLUMN bestuurlijk.permit_application.is_bibob_required IS 'Whether it must be screened.';
COMMENT ON COLUMN bestuurlijk.permit_application.status IS 'What became of it.';
COMMENT ON COLUMN bestuurlijk.permit_application.decided_on IS 'Day on which that was settled; none as yet.';
COMMENT ON COLUMN bestuurlijk.permit_application.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN bestuurlijk.permit_application.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN bestuurlijk.permit_application.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.permit_application.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN bestuurlijk.permit_application.applicant_name IS 'Who applies: never published.';
COMMENT ON COLUMN bestuurlijk.permit_application.address IS 'Address: never published.';
COMMENT ON COLUMN bestuurlijk.permit_application.handler_name IS 'Who handles it: never published.';

CREATE TABLE IF NOT EXISTS bestuurlijk.bibob_screening (
  bibob_screening_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT bibob_screening_pkey PRIMARY KEY,
  application_number text NOT NULL CONSTRAINT bibob_screening_application_fkey REFERENCES bestuurlijk.permit_application,
  screened_on date NOT NULL,
  deepened_on date,
  is_advice_requested boolean NOT NULL DEFAULT false,
  outcome text,
  outcome_on date,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  screener_name text,
  findings text,
  CONSTRAINT bibob_screening_outcome_known
    CHECK (outcome IN ('no_objection', 'with_conditions', 'refused', 'not_considered', 'withdrawn_by_applicant')),
  CONSTRAINT bibob_screening_outcome_dated CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
  CONSTRAINT bibob_screening_in_order CHECK (deepened_on >= screened_on AND outcome_on >= screened_on),
  CONSTRAINT bibob_screening_advice_when_deepened CHECK (NOT is_advice_requested OR deepened_on IS NOT NULL),
  CONSTRAINT bibob_screening_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT bibob_screening_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
CREATE UNIQUE INDEX IF NOT EXISTS bibob_screening_once ON bestuurlijk.bibob_screening (application_number)
  WHERE NOT is_withdrawn;
COMMENT ON TABLE bestuurlijk.bibob_screening IS
  'A Bibob screening of an application. Some become a deeper investigation; both count as one screening.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.bibob_screening_id IS 'Identity in the source.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.application_number IS 'The application; crosses as a keyed pseudonym.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.screened_on IS 'Day of the screening.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.deepened_on IS
  'Day on which it became a deeper investigation; none when it did not.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.is_advice_requested IS 'Whether the national Bibob office was asked for advice.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.outcome IS
  'No objection, a permit with conditions, refusal of the permit or of a manager, not considered, or withdrawn; none as yet.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.outcome_on IS 'Day of the outcome; none as yet.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.buurt_code IS 'Buurt of the application, or BU09359999.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.screener_name IS 'Who screens: never published.';
COMMENT ON COLUMN bestuurlijk.bibob_screening.findings IS 'Free text: never published.';

-- Article 13b of the Opium Act ------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS bestuurlijk.damocles_measure (
  damocles_measure_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT damocles_measure_pkey PRIMARY KEY,
  location_number text NOT NULL,
  case_number text,
  premises_kind text NOT NULL,
  reported_on date NOT NULL,
  measure text,
  effective_on date,
  reopened_on date,
  status text NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  address text,
  resident_names text,
  considerations text,
  CONSTRAINT damocles_measure_premises_kind_known CHECK (premises_kind IN ('dwelling', 'premises')),
  CONSTRAINT damocles_measure_measure_known CHECK (measure IN ('closure', 'warning', 'penalty_order')),
  CONSTRAINT damocles_measure_status_known CHECK (status IN ('under_review', 'in_force', 'ended')),
  CONSTRAINT damocles_measure_dated_by_status CHECK ((status = 'under_review') = (effective_on IS NULL)
    AND (measure IS NULL) = (effective_on IS NULL) AND (reopened_on IS NULL OR status = 'ended')),
  CONSTRAINT damocles_measure_in_order CHECK (effective_on >= reported_on AND reopened_on > effective_on),
  CONSTRAINT damocles_measure_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT damocles_measure_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.damocles_measure IS
  'What followed from a police report of drugs in a dwelling or premises (article 13b of the Opium Act, Damocles).';
COMMENT ON COLUMN bestuurlijk.damocles_measure.damocles_measure_id IS 'Identity in the source.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.location_number IS 'The location; crosses as a keyed pseudonym.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.case_number IS
  'The case on undermining it belongs to, if any; crosses as a keyed pseudonym.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.premises_kind IS 'A dwelling, or premises (lokaal).';
COMMENT ON COLUMN bestuurlijk.damocles_measure.reported_on IS 'Day of the police report.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.measure IS 'Closure, warning or penalty order; none while it is under review.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.effective_on IS
  'Day on which the measure took effect, for a closure the day of closing; none as yet.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.reopened_on IS 'Day on which closed premises opened again; none as yet.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.status IS 'Under review, in force or ended.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.buurt_code IS 'Buurt of the location, or BU09359999.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.address IS 'Address: never published.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.resident_names IS 'Who lives there: never published.';
COMMENT ON COLUMN bestuurlijk.damocles_measure.considerations IS 'Free text: never published.';

-- Orders and penalties --------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS bestuurlijk.street_trade_penalty (
  street_trade_penalty_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT street_trade_penalty_pkey PRIMARY KEY,
  trade_role text NOT NULL,
  imposed_on date NOT NULL,
  forfeited_on date,
  status text NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  person_name text,
  amount_in_euros integer,
  note text,
  CONSTRAINT street_trade_penalty_trade_role_known CHECK (trade_role IN ('buyer', 'seller')),
  CONSTRAINT street_trade_penalty_status_known CHECK (status IN ('imposed', 'forfeited')),
  CONSTRAINT street_trade_penalty_dated_by_status CHECK ((status = 'forfeited') = (forfeited_on IS NOT NULL)),
  CONSTRAINT street_trade_penalty_forfeited_later CHECK (forfeited_on >= imposed_on),
  CONSTRAINT street_trade_penalty_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT street_trade_penalty_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.street_trade_penalty IS
  'A penalty payment imposed for trading drugs in the street. A row is a decision; nobody can be told from it.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.street_trade_penalty_id IS 'Identity in the source.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.trade_role IS 'Imposed on a buyer or on a seller.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.imposed_on IS 'Day on which it was imposed.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.forfeited_on IS 'Day on which it was forfeited; none as yet.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.status IS 'Imposed, or forfeited since.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.buurt_code IS 'Buurt, or BU09359999 when it cannot be assigned to one.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.person_name IS 'On whom: never published.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.amount_in_euros IS 'Amount: not published.';
COMMENT ON COLUMN bestuurlijk.street_trade_penalty.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS bestuurlijk.behavioural_order (
  behavioural_order_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT behavioural_order_pkey PRIMARY KEY,
  location_number text NOT NULL,
  imposed_on date NOT NULL,
  ends_on date NOT NULL,
  order_count integer,
  violation_count integer NOT NULL DEFAULT 0,
  status text NOT NULL,
  buurt_code text NOT NULL,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  resident_names text,
  conditions text,
  CONSTRAINT behavioural_order_order_count_positive CHECK (order_count >= 1),
  CONSTRAINT behavioural_order_violation_count_not_negative CHECK (violation_count >= 0),
  CONSTRAINT behavioural_order_status_known CHECK (status IN ('in_force', 'ended')),
  CONSTRAINT behavioural_order_ends_later CHECK (ends_on > imposed_on),
  CONSTRAINT behavioural_order_buurt_code_form CHECK (buurt_code ~ '^BU0935[0-9]{4}$'),
  CONSTRAINT behavioural_order_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.behavioural_order IS
  'A dwelling whose residents were given behavioural orders for nuisance (article 151d of the Municipalities Act).';
COMMENT ON COLUMN bestuurlijk.behavioural_order.behavioural_order_id IS 'Identity in the source.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.location_number IS 'The dwelling; crosses as a keyed pseudonym.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.imposed_on IS 'Day on which they were imposed.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.ends_on IS 'Last day on which they hold.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.order_count IS
  'Number of orders, one for each resident addressed; null is unknown, never zero.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.violation_count IS 'Number of violations established so far.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.status IS 'In force or ended.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.buurt_code IS 'Buurt of the dwelling.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.is_withdrawn IS 'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.resident_names IS 'On whom: never published.';
COMMENT ON COLUMN bestuurlijk.behavioural_order.conditions IS 'Free text: never published.';

-- Temporary house bans: rows stay here, counts leave --------------------------------------------------------------

CREATE TABLE IF NOT EXISTS bestuurlijk.house_ban (
  house_ban_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT house_ban_pkey PRIMARY KEY,
  imposed_on date NOT NULL,
  ends_on date NOT NULL,
  is_extended boolean NOT NULL DEFAULT false,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  person_name text,
  address text,
  risk_assessment text,
  CONSTRAINT house_ban_ends_later CHECK (ends_on > imposed_on),
  CONSTRAINT house_ban_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.house_ban IS 'A temporary house ban. Not published: house_ban_count holds what leaves.';

CREATE TABLE IF NOT EXISTS bestuurlijk.house_ban_count (
  month date NOT NULL CONSTRAINT house_ban_count_pkey PRIMARY KEY,
  imposed_count integer NOT NULL,
  extended_count integer NOT NULL,
  buurt_code text NOT NULL DEFAULT 'BU09359999',
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT house_ban_count_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT house_ban_count_not_negative CHECK (imposed_count >= extended_count AND extended_count >= 0),
  CONSTRAINT house_ban_count_municipality_only CHECK (buurt_code = 'BU09359999'),
  CONSTRAINT house_ban_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration'))
);
COMMENT ON TABLE bestuurlijk.house_ban_count IS
  'Temporary house bans imposed in a month, in the whole municipality. A month that was kept and has no row counts zero.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.month IS 'First day of the month.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.imposed_count IS 'Number of bans imposed in the month.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.extended_count IS 'How many of them were extended.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.buurt_code IS 'BU09359999: bans are counted for the whole municipality only.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN bestuurlijk.house_ban_count.updated_at IS 'Moment of the last change in the source, UTC.';

-- counts the months of the changed rows anew; withdrawn bans count nothing
CREATE OR REPLACE FUNCTION bestuurlijk.recount_house_bans() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
DECLARE
  changed date;
BEGIN
  FOR changed IN
    SELECT DISTINCT date_trunc('month', day)::date
    FROM unnest(ARRAY[
      CASE WHEN TG_OP <> 'INSERT' THEN OLD.imposed_on END,
      CASE WHEN TG_OP <> 'DELETE' THEN NEW.imposed_on END]) AS day
    WHERE day IS NOT NULL
  LOOP
    DELETE FROM bestuurlijk.house_ban_count WHERE month = changed AND NOT EXISTS (
      SELECT FROM bestuurlijk.house_ban
      WHERE date_trunc('month', imposed_on)::date = changed AND NOT is_withdrawn);
    INSERT INTO bestuurlijk.house_ban_count AS kept (month, imposed_count, extended_count, provenance, updated_at)
    SELECT changed, count(*), count(*) FILTER (WHERE is_extended), max(provenance), max(updated_at)
    FROM bestuurlijk.house_ban
    WHERE date_trunc('month', imposed_on)::date = changed AND NOT is_withdrawn
    HAVING count(*) > 0
    ON CONFLICT (month) DO UPDATE
    SET imposed_count = EXCLUDED.imposed_count, extended_count = EXCLUDED.extended_count,
      provenance = EXCLUDED.provenance, updated_at = EXCLUDED.updated_at
    WHERE (kept.imposed_count, kept.extended_count, kept.provenance)
      <> (EXCLUDED.imposed_count, EXCLUDED.extended_count, EXCLUDED.provenance);
  END LOOP;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER house_ban_recount AFTER INSERT OR UPDATE OR DELETE ON bestuurlijk.house_ban
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.recount_house_bans();

CREATE OR REPLACE TRIGGER permit_application_touch BEFORE UPDATE ON bestuurlijk.permit_application
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();
CREATE OR REPLACE TRIGGER bibob_screening_touch BEFORE UPDATE ON bestuurlijk.bibob_screening
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();
CREATE OR REPLACE TRIGGER damocles_measure_touch BEFORE UPDATE ON bestuurlijk.damocles_measure
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();
CREATE OR REPLACE TRIGGER street_trade_penalty_touch BEFORE UPDATE ON bestuurlijk.street_trade_penalty
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();
CREATE OR REPLACE TRIGGER behavioural_order_touch BEFORE UPDATE ON bestuurlijk.behavioural_order
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();
CREATE OR REPLACE TRIGGER house_ban_touch BEFORE UPDATE ON bestuurlijk.house_ban
  FOR EACH ROW EXECUTE FUNCTION bestuurlijk.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  bestuurlijk.register_period (register, period_from, period_to, provenance),
  bestuurlijk.permit_application (application_number, kind, received_on, is_bibob_required, status, decided_on, buurt_code,
    is_withdrawn, provenance, updated_at),
  bestuurlijk.bibob_screening (bibob_screening_id, application_number, screened_on, deepened_on, is_advice_requested,
    outcome, outcome_on, buurt_code, is_withdrawn, provenance, updated_at),
  bestuurlijk.damocles_measure (damocles_measure_id, location_number, case_number, premises_kind, reported_on, measure,
    effective_on, reopened_on, status, buurt_code, is_withdrawn, provenance, updated_at),
  bestuurlijk.street_trade_penalty (street_trade_penalty_id, trade_role, imposed_on, forfeited_on, status, buurt_code,
    is_withdrawn, provenance, updated_at),
  bestuurlijk.behavioural_order (behavioural_order_id, location_number, imposed_on, ends_on, order_count, violation_count,
    status, buurt_code, is_withdrawn, provenance, updated_at),
  bestuurlijk.house_ban_count (month, imposed_count, extended_count, buurt_code, provenance, updated_at);
