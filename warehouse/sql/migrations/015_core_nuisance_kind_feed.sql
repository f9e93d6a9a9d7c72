-- Grain: as core.nuisance_kind
-- Key: as core.nuisance_kind
-- Retention: none of its own
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.nuisance_kind_feed TO core.nuisance_kind AS
WITH
    JSONExtract(key, 'Tuple(code String)') AS key_fields,
    JSONExtract(row, 'Tuple(name String, description String)') AS row_fields
SELECT
    key_fields.code AS code,
    row_fields.name AS name,
    row_fields.description AS description,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'nuisance_kind'
