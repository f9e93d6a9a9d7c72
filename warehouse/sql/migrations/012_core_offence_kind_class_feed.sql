-- Grain: as core.offence_kind_class
-- Key: as core.offence_kind_class
-- Retention: none of its own
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.offence_kind_class_feed TO core.offence_kind_class AS
WITH
    JSONExtract(key, 'Tuple(kind_code String, class_code String)') AS key_fields
SELECT
    key_fields.kind_code AS kind_code,
    key_fields.class_code AS class_code,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'offence_kind_class'
