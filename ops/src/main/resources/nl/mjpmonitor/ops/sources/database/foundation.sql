-- What every source system of the municipality has, in its schema {schema}: the moment of the last change, what was kept
-- from when to when, the heartbeat and the publication.
--
-- Run before the system's own schema, in the same transaction, as often as you like. The system's own schema says which
-- registers there are, and sets the tables and columns of the publication; the replication role and its grants follow
-- from that.

CREATE SCHEMA IF NOT EXISTS {schema};

CREATE OR REPLACE FUNCTION {schema}.touch() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

CREATE TABLE IF NOT EXISTS {schema}.register_period (
  register text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  provenance text NOT NULL,
  CONSTRAINT register_period_pkey PRIMARY KEY (register, period_from),
  CONSTRAINT register_period_provenance_known
    CHECK (provenance IN ('published_year', 'published_period', 'demonstration')),
  CONSTRAINT register_period_whole_months
    CHECK (extract(day FROM period_from) = 1 AND extract(day FROM period_to) = 1 AND period_from <= period_to)
);
COMMENT ON TABLE {schema}.register_period IS
  'Months in which a register was kept. A month outside them is unknown, not zero.';
COMMENT ON COLUMN {schema}.register_period.period_from IS 'First day of the first month kept.';
COMMENT ON COLUMN {schema}.register_period.period_to IS 'First day of the last month kept, inclusive.';
COMMENT ON COLUMN {schema}.register_period.provenance IS
  'What about its rows follows from a published figure: of the year, of several years together, or nothing.';

-- Heartbeat: written by the connector, so that a quiet source still moves its replication slot and shows it is alive.

CREATE TABLE IF NOT EXISTS {schema}.heartbeat (
  id integer NOT NULL CONSTRAINT heartbeat_pkey PRIMARY KEY,
  beat_at timestamptz NOT NULL,
  CONSTRAINT heartbeat_one_row CHECK (id = 1)
);
COMMENT ON TABLE {schema}.heartbeat IS 'One row, updated by the connector. Not published.';
INSERT INTO {schema}.heartbeat (id, beat_at) VALUES (1, now()) ON CONFLICT (id) DO NOTHING;

-- Replica identity stays DEFAULT everywhere: a column list with FULL would make the application's own updates fail.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_publication WHERE pubname = 'mjp_publication') THEN
    CREATE PUBLICATION mjp_publication;
  END IF;
END
$$;
