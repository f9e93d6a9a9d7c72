-- Grain: as core.police_class
-- Key: as core.police_class
-- Retention: none of its own
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.police_class_feed TO core.police_class AS
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
WHERE source_system = 'politiecijfers' AND source_table = 'police_class'
