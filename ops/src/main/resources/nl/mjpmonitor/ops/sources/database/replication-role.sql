-- Who takes what a source system publishes: the replication role, with the columns of the publication and nothing else.
--
-- Run after the system's own schema, in the same transaction, as often as you like. The password is set by the caller.
-- The grants (initial snapshot) follow from the publication (streaming), so that the two cannot differ.
-- REPLICATION lets a role stream what pg_hba.conf lets it connect to: allow it these databases only, by name.

DO $$
DECLARE
  published record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'mjp_replication') THEN
    CREATE ROLE mjp_replication;
  END IF;
  ALTER ROLE mjp_replication LOGIN REPLICATION NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
  EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT CONNECT ON DATABASE %I TO mjp_replication', pg_catalog.current_database());

  FOR published IN
    SELECT DISTINCT schemaname FROM pg_catalog.pg_publication_tables WHERE pubname = 'mjp_publication'
  LOOP
    EXECUTE pg_catalog.format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM mjp_replication', published.schemaname);
    EXECUTE pg_catalog.format('GRANT USAGE ON SCHEMA %I TO mjp_replication', published.schemaname);
    EXECUTE pg_catalog.format('GRANT UPDATE (beat_at) ON %I.heartbeat TO mjp_replication', published.schemaname);
  END LOOP;

  FOR published IN
    SELECT schemaname, tablename, attnames FROM pg_catalog.pg_publication_tables WHERE pubname = 'mjp_publication'
  LOOP
    EXECUTE pg_catalog.format('GRANT SELECT (%s) ON %I.%I TO mjp_replication',
      (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(name::text), ', ') FROM pg_catalog.unnest(published.attnames) AS name),
      published.schemaname, published.tablename);
  END LOOP;
END
$$;
