-- Grain: as core.offence_kind
-- Key: as core.offence_kind
-- Retention: none of its own
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.offence_kind_feed TO core.offence_kind AS
WITH
    JSONExtract(key, 'Tuple(code String)') AS key_fields,
    JSONExtract(row, 'Tuple(name String)') AS row_fields
SELECT
    key_fields.code AS code,
    row_fields.name AS name,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'offence_kind'
