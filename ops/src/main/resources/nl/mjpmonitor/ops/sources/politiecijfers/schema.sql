-- politiecijfers: what the police deliver each month, per police class x area x month.
--
-- Run as the owner of the database, in one transaction, as often as you like: every statement leaves an existing
-- object as it is or puts it back as written here. The password of mjp_replication is set by the caller, not here.
--
-- Who may see what:
--   * columns that leave this system are listed twice on purpose, in the publication (streaming) and in the
--     grants (initial snapshot); what is in neither list stays here;
--   * registrations and deliveries hold counts, no persons. Free text (remark, contact_note) is for the people who
--     keep this system and is in no list.

CREATE SCHEMA IF NOT EXISTS politie;
COMMENT ON SCHEMA politie IS
  'Registered crime and nuisance as delivered by the police. DEMO DATA: generated; the provenance of a delivery says which '
  'yearly totals are published figures.';

-- Code lists -----------------------------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS politie.police_class (
  code text NOT NULL CONSTRAINT police_class_pkey PRIMARY KEY,
  name text NOT NULL,
  CONSTRAINT police_class_code_form CHECK (code ~ '^[A-Z][0-9]{2,4}$')
);
COMMENT ON TABLE politie.police_class IS 'Class in which an offence or a report of nuisance is registered (BVH).';

CREATE TABLE IF NOT EXISTS politie.offence_kind (
  code text NOT NULL CONSTRAINT offence_kind_pkey PRIMARY KEY,
  name text NOT NULL,
  CONSTRAINT offence_kind_code_form CHECK (code ~ '^[0-9]\.[0-9]\.[0-9]{1,2}$')
);
COMMENT ON TABLE politie.offence_kind IS
  'Kind of offence as published in open data (table 47022NED): 58 kinds and 0.0.0, the total, which has no classes.';

CREATE TABLE IF NOT EXISTS politie.offence_kind_class (
  kind_code text NOT NULL CONSTRAINT offence_kind_class_kind_fkey REFERENCES politie.offence_kind,
  class_code text NOT NULL CONSTRAINT offence_kind_class_class_fkey REFERENCES politie.police_class,
  CONSTRAINT offence_kind_class_pkey PRIMARY KEY (kind_code, class_code)
);
COMMENT ON TABLE politie.offence_kind_class IS
  'Police classes that a kind of offence counts. F614 is counted by two kinds (3.9.1 and 3.9.3), as published.';

CREATE TABLE IF NOT EXISTS politie.nuisance_kind (
  code text NOT NULL CONSTRAINT nuisance_kind_pkey PRIMARY KEY
    CONSTRAINT nuisance_kind_class_fkey REFERENCES politie.police_class,
  name text NOT NULL,
  description text NOT NULL
);
COMMENT ON TABLE politie.nuisance_kind IS 'Kind of nuisance as published in open data (table 47024NED); each is one class.';

-- Deliveries and registrations -----------------------------------------------------------------------------------

CREATE TABLE IF NOT EXISTS politie.delivery (
  delivery_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT delivery_pkey PRIMARY KEY,
  reference text NOT NULL CONSTRAINT delivery_reference_key UNIQUE,
  period_from date NOT NULL,
  period_to date NOT NULL,
  delivered_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'accepted',
  police_classes text[] NOT NULL,
  provenance text NOT NULL,
  contact_note text,
  CONSTRAINT delivery_status_known CHECK (status IN ('accepted', 'withdrawn')),
  CONSTRAINT delivery_provenance_known CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT delivery_police_classes_some CHECK (cardinality(police_classes) > 0),
  CONSTRAINT delivery_period_whole_months
    CHECK (extract(day FROM period_from) = 1 AND extract(day FROM period_to) = 1 AND period_from <= period_to)
);
-- A database from before these columns holds deliveries of the published tables only.
ALTER TABLE politie.delivery
  ADD COLUMN IF NOT EXISTS police_classes text[] NOT NULL
    DEFAULT '{A10,A20,A30,A40,A72,A73,B10,B20,B30,B62,B63,B70,B72,B73,C20,C30,C40,F11,F12}',
  ADD COLUMN IF NOT EXISTS provenance text NOT NULL DEFAULT 'published_year';
ALTER TABLE politie.delivery
  ALTER COLUMN police_classes DROP DEFAULT,
  ALTER COLUMN provenance DROP DEFAULT;
COMMENT ON TABLE politie.delivery IS
  'One delivery. An accepted delivery covers its classes in its months: a cell of them without a registration is zero.';
COMMENT ON COLUMN politie.delivery.reference IS 'Reference of the delivery at the police.';
COMMENT ON COLUMN politie.delivery.period_from IS 'First day of the first month delivered.';
COMMENT ON COLUMN politie.delivery.period_to IS 'First day of the last month delivered, inclusive.';
COMMENT ON COLUMN politie.delivery.police_classes IS 'Police classes delivered; it says nothing about others.';
COMMENT ON COLUMN politie.delivery.provenance IS
  'What about its registrations follows from a published figure: of the year, of several years together, or nothing.';
COMMENT ON COLUMN politie.delivery.contact_note IS 'Notes on contact about the delivery. Free text: never published.';

CREATE TABLE IF NOT EXISTS politie.registration (
  registration_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT registration_pkey PRIMARY KEY,
  delivery_id bigint NOT NULL CONSTRAINT registration_delivery_fkey REFERENCES politie.delivery,
  police_class text NOT NULL CONSTRAINT registration_police_class_fkey REFERENCES politie.police_class,
  area_code text NOT NULL,
  month date NOT NULL,
  registration_count integer,
  is_withdrawn boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL DEFAULT now(),
  remark text,
  CONSTRAINT registration_cell_key UNIQUE (police_class, area_code, month),
  CONSTRAINT registration_area_code_form CHECK (area_code ~ '^BU[0-9]{8}$'),
  CONSTRAINT registration_month_first_day CHECK (extract(day FROM month) = 1),
  CONSTRAINT registration_count_not_negative CHECK (registration_count >= 0)
);
-- a stand is restated in place: with room for its next version in its own page no index has to be told
ALTER TABLE politie.registration SET (fillfactor = 80);
CREATE INDEX IF NOT EXISTS registration_delivery_idx ON politie.registration (delivery_id);
CREATE INDEX IF NOT EXISTS registration_month_idx ON politie.registration (month);
COMMENT ON TABLE politie.registration IS
  'Current stand of one cell: police class x area x month. A later delivery restates the cell by updating it.';
COMMENT ON COLUMN politie.registration.area_code IS
  'CBS buurt, or BU09359999 for registrations in Maastricht that cannot be assigned to a buurt.';
COMMENT ON COLUMN politie.registration.month IS 'First day of the month.';
COMMENT ON COLUMN politie.registration.registration_count IS 'Number of registrations. NULL is unknown, which is not zero.';
COMMENT ON COLUMN politie.registration.is_withdrawn IS 'The police withdrew the cell; it counts nothing.';
COMMENT ON COLUMN politie.registration.remark IS 'Remark of the keeper. Free text: never published.';

CREATE OR REPLACE FUNCTION politie.touch_registration() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER registration_touch BEFORE UPDATE ON politie.registration
  FOR EACH ROW EXECUTE FUNCTION politie.touch_registration();

-- Heartbeat: written by the connector, so that a quiet source still moves its replication slot and shows it is alive.

CREATE TABLE IF NOT EXISTS politie.heartbeat (
  id integer NOT NULL CONSTRAINT heartbeat_pkey PRIMARY KEY,
  beat_at timestamptz NOT NULL,
  CONSTRAINT heartbeat_one_row CHECK (id = 1)
);
COMMENT ON TABLE politie.heartbeat IS 'One row, updated by the connector. Not published.';
INSERT INTO politie.heartbeat (id, beat_at) VALUES (1, now()) ON CONFLICT (id) DO NOTHING;

-- What leaves: the publication ------------------------------------------------------------------------------------
-- Replica identity stays DEFAULT everywhere: a column list with FULL would make the application's own updates fail.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_publication WHERE pubname = 'mjp_publication') THEN
    CREATE PUBLICATION mjp_publication;
  END IF;
END
$$;
ALTER PUBLICATION mjp_publication SET TABLE
  politie.police_class (code, name),
  politie.offence_kind (code, name),
  politie.offence_kind_class (kind_code, class_code),
  politie.nuisance_kind (code, name, description),
  politie.delivery (delivery_id, reference, period_from, period_to, delivered_at, status, police_classes, provenance),
  politie.registration (registration_id, delivery_id, police_class, area_code, month, registration_count, is_withdrawn,
    updated_at);

-- Who takes it: the replication role ------------------------------------------------------------------------------
-- REPLICATION lets a role stream what pg_hba.conf lets it connect to: allow it this database only, by name.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'mjp_replication') THEN
    CREATE ROLE mjp_replication;
  END IF;
  EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO mjp_replication', pg_catalog.current_database());
END
$$;
ALTER ROLE mjp_replication LOGIN REPLICATION NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
GRANT USAGE ON SCHEMA politie TO mjp_replication;
REVOKE ALL ON ALL TABLES IN SCHEMA politie FROM mjp_replication;
GRANT SELECT (code, name) ON politie.police_class TO mjp_replication;
GRANT SELECT (code, name) ON politie.offence_kind TO mjp_replication;
GRANT SELECT (kind_code, class_code) ON politie.offence_kind_class TO mjp_replication;
GRANT SELECT (code, name, description) ON politie.nuisance_kind TO mjp_replication;
GRANT SELECT (delivery_id, reference, period_from, period_to, delivered_at, status, police_classes, provenance)
  ON politie.delivery TO mjp_replication;
GRANT SELECT (registration_id, delivery_id, police_class, area_code, month, registration_count, is_withdrawn, updated_at)
  ON politie.registration TO mjp_replication;
GRANT UPDATE (beat_at) ON politie.heartbeat TO mjp_replication;
