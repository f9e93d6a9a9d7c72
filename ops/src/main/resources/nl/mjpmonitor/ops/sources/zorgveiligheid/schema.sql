-- zorgveiligheid: what the Zorg- en Veiligheidshuis and its partners count, month by month.
--
-- Run after the foundation that every source system has, as the owner of the database, in one transaction, as often as
-- you like: every statement leaves an existing object as it is or puts it back as written here.
--
-- Counts only: no person, case or report has a row, and nothing is known of an area smaller than the municipality. What
-- a count means, and of what it is a part, is in definition. Names and free text are in no list of the publication.

COMMENT ON SCHEMA zorgveiligheid IS
  'Counts of care and safety. DEMO DATA: generated; the figures named in provenance are published ones.';

-- What is kept from when to when ----------------------------------------------------------------------------------

ALTER TABLE zorgveiligheid.register_period
  DROP CONSTRAINT IF EXISTS register_period_register_known,
  ADD CONSTRAINT register_period_register_known CHECK (register IN (
    'via_report', 'police_deployment', 'force_used', 'youth_report', 'youth_report_2022', 'youth_discussed',
    'youth_referred', 'detention_released', 'detention_returned', 'detention_pga',
    'detention_without_coordinator', 'gia_report', 'professional_trained', 'training', 'safety_vision_trained',
    'board_trained', 'confidant_trained', 'youth_worker_group', 'entree_class', 'interfaith_meeting',
    'learning_network', 'gia_triage', 'gia_consultation', 'campaign_see', 'campaign_think', 'campaign_do',
    'guest_lesson'));
COMMENT ON COLUMN zorgveiligheid.register_period.register IS
  'What is counted; a count by another definition has a register of its own.';

-- What is counted ---------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS zorgveiligheid.definition (
  subject text NOT NULL CONSTRAINT definition_pkey PRIMARY KEY,
  name text NOT NULL,
  unit text NOT NULL,
  meaning text NOT NULL,
  denominator text CONSTRAINT definition_definition_fkey REFERENCES zorgveiligheid.definition,
  is_denominator_unclear boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT definition_subject_known
    CHECK (subject IN ('via_report', 'police_deployment', 'force_used', 'youth_report', 'youth_report_2022',
      'youth_discussed', 'youth_referred', 'detention_released', 'detention_returned', 'detention_pga',
      'detention_without_coordinator', 'gia_report')),
  CONSTRAINT definition_unit_known CHECK (unit IN ('report', 'deployment', 'case', 'person')),
  CONSTRAINT definition_valid_from_first_day CHECK (extract(day FROM valid_from) = 1),
  CONSTRAINT definition_valid_to_first_day CHECK (extract(day FROM valid_to) = 1),
  CONSTRAINT definition_denominator_unclear
    CHECK (NOT is_denominator_unclear OR denominator IS NULL)
);
COMMENT ON TABLE zorgveiligheid.definition IS 'What is counted under a subject, and of what it is a part.';
COMMENT ON COLUMN zorgveiligheid.definition.subject IS 'What is counted.';
COMMENT ON COLUMN zorgveiligheid.definition.name IS 'Name, in Dutch.';
COMMENT ON COLUMN zorgveiligheid.definition.unit IS 'What one is.';
COMMENT ON COLUMN zorgveiligheid.definition.meaning IS 'What counts, in Dutch.';
COMMENT ON COLUMN zorgveiligheid.definition.denominator IS
  'The subject it is a part of; null when it is none or when that was not published.';
COMMENT ON COLUMN zorgveiligheid.definition.is_denominator_unclear IS
  'True when it is a part of something, and of what was not published: no share can be told.';
COMMENT ON COLUMN zorgveiligheid.definition.valid_from IS 'First day of the first month counted so.';
COMMENT ON COLUMN zorgveiligheid.definition.valid_to IS 'First day of the last month counted so; null is until now.';

-- Of what they are a part was not published: the cases without an aftercare coordinator may be of the 63 who returned
-- without a PGA, or of the 128 who were released without one.
INSERT INTO zorgveiligheid.definition
  (subject, name, unit, meaning, denominator, is_denominator_unclear, valid_from, valid_to)
VALUES
  ('via_report', 'VIA-meldingen', 'report',
    'Melding van de politie bij VIA over een persoon met verward en onbegrepen gedrag.',
    NULL, false, '2023-01-01', NULL),
  ('police_deployment', 'Politie-inzet bij verward en onbegrepen gedrag', 'deployment',
    'Inzet van de politie op een melding van overlast door een persoon met verward en onbegrepen gedrag (E33).',
    NULL, false, '2023-01-01', NULL),
  ('force_used', 'Inzet van geweldsmiddelen', 'case',
    'Inzet van de politie waarbij geweldsmiddelen nodig waren.',
    'police_deployment', false, '2023-01-01', NULL),
  ('youth_report', 'Zorgmeldingen jeugd', 'report',
    'Geregistreerde zorgmelding rondom een jongere (0-23 jaar) bij het Zorg- en Veiligheidshuis.',
    NULL, false, '2023-01-01', NULL),
  ('youth_report_2022', 'Meldingen jeugd 2022', 'report',
    'Melding zoals in 2022 geteld; vergeleken met de 83 besproken jongeren van 2023, niet met alle zorgmeldingen.',
    NULL, false, '2022-01-01', '2022-12-01'),
  ('youth_discussed', 'Jongeren besproken', 'person',
    'Jongere die in het netwerkoverleg jeugd is besproken.',
    'youth_report', false, '2023-01-01', NULL),
  ('youth_referred', 'Jongeren doorverwezen', 'person',
    'Jongere die is doorverwezen naar de aanpak groepsoverlast of de Persoonsgerichte Aanpak.',
    'youth_report', false, '2023-01-01', NULL),
  ('detention_released', 'Uitgestroomd uit detentie', 'person',
    'Uitgestroomd uit detentie met Maastricht als laatste adres.',
    NULL, false, '2023-01-01', NULL),
  ('detention_returned', 'Teruggekeerd naar Maastricht', 'person',
    'Na detentie naar Maastricht teruggekeerd.',
    'detention_released', false, '2023-01-01', NULL),
  ('detention_pga', 'Teruggekeerd met PGA', 'person',
    'Naar Maastricht teruggekeerd en met een ingezette of al lopende Persoonsgerichte Aanpak.',
    'detention_returned', false, '2023-01-01', NULL),
  ('detention_without_coordinator', 'Zonder nazorgcoördinator', 'case',
    'Detentiemelding buiten de PGA zonder nazorgcoördinator: geen hulp gewenst of detentie korter dan 14 dagen.',
    NULL, true, '2023-01-01', NULL),
  ('gia_report', 'GIA-meldingen', 'report',
    'Melding van geweld in afhankelijkheidsrelaties bij Veilig Thuis, voor Maastricht.',
    NULL, false, '2023-01-01', NULL)
ON CONFLICT (subject) DO UPDATE
  SET name = excluded.name, unit = excluded.unit, meaning = excluded.meaning, denominator = excluded.denominator,
    is_denominator_unclear = excluded.is_denominator_unclear, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to;

-- Counts of a month -----------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS zorgveiligheid.case_count (
  subject text NOT NULL,
  month date NOT NULL,
  counted integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_lower_bound boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  delivered_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  note text,
  CONSTRAINT case_count_pkey PRIMARY KEY (subject, month),
  CONSTRAINT case_count_subject_known
    CHECK (subject IN ('via_report', 'police_deployment', 'force_used', 'youth_report', 'youth_report_2022',
      'youth_discussed', 'youth_referred', 'detention_released', 'detention_returned', 'detention_pga',
      'detention_without_coordinator', 'gia_report')),
  CONSTRAINT case_count_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT case_count_counted_not_negative CHECK (counted >= 0),
  CONSTRAINT case_count_revision_positive CHECK (revision >= 1),
  CONSTRAINT case_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT case_count_dated_when_delivered
    CHECK (counted IS NULL OR delivered_on IS NOT NULL)
);
COMMENT ON TABLE zorgveiligheid.case_count IS
  'How many there were in a month, in the whole municipality. A month that was kept and has no row counts zero.';
COMMENT ON COLUMN zorgveiligheid.case_count.subject IS 'What is counted: see the definitions.';
COMMENT ON COLUMN zorgveiligheid.case_count.month IS 'First day of the month.';
COMMENT ON COLUMN zorgveiligheid.case_count.counted IS 'The number; null is not delivered yet or unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.case_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN zorgveiligheid.case_count.is_lower_bound IS 'True when it was told as more than this number (>).';
COMMENT ON COLUMN zorgveiligheid.case_count.revision IS '1 as first delivered, one more with every correction.';
COMMENT ON COLUMN zorgveiligheid.case_count.delivered_on IS
  'Day on which the number first came in; null is not delivered yet.';
COMMENT ON COLUMN zorgveiligheid.case_count.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN zorgveiligheid.case_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN zorgveiligheid.case_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN zorgveiligheid.case_count.contact_name IS 'Who delivered it: never published.';
COMMENT ON COLUMN zorgveiligheid.case_count.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS zorgveiligheid.training_count (
  programme text NOT NULL,
  level text NOT NULL,
  audience text NOT NULL,
  month date NOT NULL,
  session_count integer,
  trained_count integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_lower_bound boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  delivered_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  note text,
  CONSTRAINT training_count_pkey PRIMARY KEY (programme, level, audience, month),
  CONSTRAINT training_count_programme_known CHECK (programme IN ('radicalisation', 'safety_vision', 'sexmatters')),
  CONSTRAINT training_count_level_known CHECK (level IN ('basic', 'specialist', 'general')),
  CONSTRAINT training_count_audience_known
    CHECK (audience IN ('professional', 'board', 'confidant', 'youth_worker_group', 'entree_class')),
  CONSTRAINT training_count_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT training_count_session_count_not_negative CHECK (session_count >= 0),
  CONSTRAINT training_count_trained_count_not_negative CHECK (trained_count >= 0),
  CONSTRAINT training_count_revision_positive CHECK (revision >= 1),
  CONSTRAINT training_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT training_count_dated_when_delivered
    CHECK (trained_count IS NULL OR delivered_on IS NOT NULL),
  CONSTRAINT training_count_level_of_programme
    CHECK ((programme = 'radicalisation') = (level IN ('basic', 'specialist'))),
  CONSTRAINT training_count_audience_of_programme
    CHECK ((programme = 'sexmatters') = (audience <> 'professional'))
);
COMMENT ON TABLE zorgveiligheid.training_count IS 'How many were trained in a month, and in how many trainings.';
COMMENT ON COLUMN zorgveiligheid.training_count.programme IS
  'Radicalisation in Limburg, Samen Werken aan Veiligheid in Zuid-Limburg, or Sexmatters.';
COMMENT ON COLUMN zorgveiligheid.training_count.level IS 'Level of the training.';
COMMENT ON COLUMN zorgveiligheid.training_count.audience IS
  'What is counted as trained: professionals, boards, confidants, groups of youth workers or classes.';
COMMENT ON COLUMN zorgveiligheid.training_count.month IS 'First day of the month.';
COMMENT ON COLUMN zorgveiligheid.training_count.session_count IS 'Number of trainings; null is unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.training_count.trained_count IS
  'Number trained; null is not delivered yet or unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.training_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN zorgveiligheid.training_count.is_lower_bound IS 'True when it was told as more than this number (>).';
COMMENT ON COLUMN zorgveiligheid.training_count.revision IS '1 as first delivered, one more with every correction.';
COMMENT ON COLUMN zorgveiligheid.training_count.delivered_on IS
  'Day on which the number first came in; null is not delivered yet.';
COMMENT ON COLUMN zorgveiligheid.training_count.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN zorgveiligheid.training_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN zorgveiligheid.training_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN zorgveiligheid.training_count.contact_name IS 'Who delivered it: never published.';
COMMENT ON COLUMN zorgveiligheid.training_count.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS zorgveiligheid.meeting_count (
  kind text NOT NULL,
  month date NOT NULL,
  counted integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_lower_bound boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  delivered_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  note text,
  CONSTRAINT meeting_count_pkey PRIMARY KEY (kind, month),
  CONSTRAINT meeting_count_kind_known
    CHECK (kind IN ('interfaith', 'learning_network', 'gia_triage', 'gia_consultation')),
  CONSTRAINT meeting_count_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT meeting_count_counted_not_negative CHECK (counted >= 0),
  CONSTRAINT meeting_count_revision_positive CHECK (revision >= 1),
  CONSTRAINT meeting_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT meeting_count_dated_when_delivered
    CHECK (counted IS NULL OR delivered_on IS NOT NULL)
);
COMMENT ON TABLE zorgveiligheid.meeting_count IS 'How often a kind of meeting was held in a month.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.kind IS 'What meets.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.month IS 'First day of the month.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.counted IS
  'The number; null is not delivered yet or unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN zorgveiligheid.meeting_count.is_lower_bound IS 'True when it was told as more than this number (>).';
COMMENT ON COLUMN zorgveiligheid.meeting_count.revision IS '1 as first delivered, one more with every correction.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.delivered_on IS
  'Day on which the number first came in; null is not delivered yet.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.contact_name IS 'Who delivered it: never published.';
COMMENT ON COLUMN zorgveiligheid.meeting_count.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS zorgveiligheid.outreach_count (
  kind text NOT NULL,
  phase text NOT NULL,
  month date NOT NULL,
  counted integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_lower_bound boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  delivered_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  note text,
  CONSTRAINT outreach_count_pkey PRIMARY KEY (kind, phase, month),
  CONSTRAINT outreach_count_kind_known CHECK (kind IN ('campaign_visit', 'campaign_reach', 'guest_lesson')),
  CONSTRAINT outreach_count_phase_known CHECK (phase IN ('see', 'think', 'do', 'none')),
  CONSTRAINT outreach_count_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT outreach_count_counted_not_negative CHECK (counted >= 0),
  CONSTRAINT outreach_count_revision_positive CHECK (revision >= 1),
  CONSTRAINT outreach_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT outreach_count_dated_when_delivered
    CHECK (counted IS NULL OR delivered_on IS NOT NULL),
  CONSTRAINT outreach_count_phase_of_campaign
    CHECK ((kind = 'guest_lesson') = (phase = 'none'))
);
COMMENT ON TABLE zorgveiligheid.outreach_count IS
  'Guest lessons, and what a campaign reached, in a month. Unique persons of one phase of a campaign cannot be '
  'added to those of another.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.kind IS 'What is counted.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.phase IS 'Phase of the campaign; none for guest lessons.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.month IS 'First day of the month.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.counted IS
  'The number; null is not delivered yet or unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN zorgveiligheid.outreach_count.is_lower_bound IS 'True when it was told as more than this number (>).';
COMMENT ON COLUMN zorgveiligheid.outreach_count.revision IS '1 as first delivered, one more with every correction.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.delivered_on IS
  'Day on which the number first came in; null is not delivered yet.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.contact_name IS 'Who delivered it: never published.';
COMMENT ON COLUMN zorgveiligheid.outreach_count.note IS 'Free text: never published.';

CREATE TABLE IF NOT EXISTS zorgveiligheid.level_count (
  kind text NOT NULL,
  as_of date NOT NULL,
  counted integer,
  is_approximate boolean NOT NULL DEFAULT false,
  is_lower_bound boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1,
  delivered_on date,
  is_withdrawn boolean NOT NULL DEFAULT false,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  contact_name text,
  note text,
  CONSTRAINT level_count_pkey PRIMARY KEY (kind, as_of),
  CONSTRAINT level_count_kind_known CHECK (kind IN ('handle_with_care_municipality', 'theme', 'aftercare_condition')),
  CONSTRAINT level_count_counted_not_negative CHECK (counted >= 0),
  CONSTRAINT level_count_revision_positive CHECK (revision >= 1),
  CONSTRAINT level_count_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT level_count_dated_when_delivered
    CHECK (counted IS NULL OR delivered_on IS NOT NULL)
);
COMMENT ON TABLE zorgveiligheid.level_count IS 'How many there are on a day. A stand: never added up.';
COMMENT ON COLUMN zorgveiligheid.level_count.kind IS 'What is counted.';
COMMENT ON COLUMN zorgveiligheid.level_count.as_of IS 'The day, at the end of a quarter.';
COMMENT ON COLUMN zorgveiligheid.level_count.counted IS 'The number; null is not delivered yet or unknown, never zero.';
COMMENT ON COLUMN zorgveiligheid.level_count.is_approximate IS 'True when the number is an estimate (ca.).';
COMMENT ON COLUMN zorgveiligheid.level_count.is_lower_bound IS 'True when it was told as more than this number (>).';
COMMENT ON COLUMN zorgveiligheid.level_count.revision IS '1 as first delivered, one more with every correction.';
COMMENT ON COLUMN zorgveiligheid.level_count.delivered_on IS
  'Day on which the number first came in; null is not delivered yet.';
COMMENT ON COLUMN zorgveiligheid.level_count.is_withdrawn IS
  'True when it was registered by mistake; it then counts nowhere.';
COMMENT ON COLUMN zorgveiligheid.level_count.provenance IS
  'What about the row follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN zorgveiligheid.level_count.updated_at IS 'Moment of the last change in the source, UTC.';
COMMENT ON COLUMN zorgveiligheid.level_count.contact_name IS 'Who delivered it: never published.';
COMMENT ON COLUMN zorgveiligheid.level_count.note IS 'Free text: never published.';

-- A number that is delivered again differently is a correction, and says so.
CREATE OR REPLACE FUNCTION zorgveiligheid.revise() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER case_count_revise BEFORE UPDATE OF counted ON zorgveiligheid.case_count
  FOR EACH ROW WHEN (NEW.counted IS DISTINCT FROM OLD.counted AND OLD.counted IS NOT NULL)
  EXECUTE FUNCTION zorgveiligheid.revise();
CREATE OR REPLACE TRIGGER training_count_revise BEFORE UPDATE OF trained_count ON zorgveiligheid.training_count
  FOR EACH ROW WHEN (NEW.trained_count IS DISTINCT FROM OLD.trained_count AND OLD.trained_count IS NOT NULL)
  EXECUTE FUNCTION zorgveiligheid.revise();
CREATE OR REPLACE TRIGGER meeting_count_revise BEFORE UPDATE OF counted ON zorgveiligheid.meeting_count
  FOR EACH ROW WHEN (NEW.counted IS DISTINCT FROM OLD.counted AND OLD.counted IS NOT NULL)
  EXECUTE FUNCTION zorgveiligheid.revise();
CREATE OR REPLACE TRIGGER outreach_count_revise BEFORE UPDATE OF counted ON zorgveiligheid.outreach_count
  FOR EACH ROW WHEN (NEW.counted IS DISTINCT FROM OLD.counted AND OLD.counted IS NOT NULL)
  EXECUTE FUNCTION zorgveiligheid.revise();
CREATE OR REPLACE TRIGGER level_count_revise BEFORE UPDATE OF counted ON zorgveiligheid.level_count
  FOR EACH ROW WHEN (NEW.counted IS DISTINCT FROM OLD.counted AND OLD.counted IS NOT NULL)
  EXECUTE FUNCTION zorgveiligheid.revise();

CREATE OR REPLACE TRIGGER case_count_touch BEFORE UPDATE ON zorgveiligheid.case_count
  FOR EACH ROW EXECUTE FUNCTION zorgveiligheid.touch();
CREATE OR REPLACE TRIGGER training_count_touch BEFORE UPDATE ON zorgveiligheid.training_count
  FOR EACH ROW EXECUTE FUNCTION zorgveiligheid.touch();
CREATE OR REPLACE TRIGGER meeting_count_touch BEFORE UPDATE ON zorgveiligheid.meeting_count
  FOR EACH ROW EXECUTE FUNCTION zorgveiligheid.touch();
CREATE OR REPLACE TRIGGER outreach_count_touch BEFORE UPDATE ON zorgveiligheid.outreach_count
  FOR EACH ROW EXECUTE FUNCTION zorgveiligheid.touch();
CREATE OR REPLACE TRIGGER level_count_touch BEFORE UPDATE ON zorgveiligheid.level_count
  FOR EACH ROW EXECUTE FUNCTION zorgveiligheid.touch();

-- What leaves: the publication ------------------------------------------------------------------------------------

ALTER PUBLICATION mjp_publication SET TABLE
  zorgveiligheid.register_period (register, period_from, period_to, provenance),
  zorgveiligheid.definition (subject, name, unit, meaning, denominator, is_denominator_unclear, valid_from, valid_to),
  zorgveiligheid.case_count (subject, month, counted, is_approximate, is_lower_bound, revision, delivered_on,
    is_withdrawn, provenance, updated_at),
  zorgveiligheid.training_count (programme, level, audience, month, session_count, trained_count, is_approximate,
    is_lower_bound, revision, delivered_on, is_withdrawn, provenance, updated_at),
  zorgveiligheid.meeting_count (kind, month, counted, is_approximate, is_lower_bound, revision, delivered_on,
    is_withdrawn, provenance, updated_at),
  zorgveiligheid.outreach_count (kind, phase, month, counted, is_approximate, is_lower_bound, revision, delivered_on,
    is_withdrawn, provenance, updated_at),
  zorgveiligheid.level_count (kind, as_of, counted, is_approximate, is_lower_bound, revision, delivered_on,
    is_withdrawn, provenance, updated_at);
