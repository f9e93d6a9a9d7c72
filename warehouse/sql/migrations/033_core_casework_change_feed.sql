-- Grain: as core.casework_change
-- Key: as core.casework_change
-- Retention: none of its own
-- All captured tables but those of which the stream counts the rows.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.casework_change_feed TO core.casework_change AS
SELECT
    source_system,
    source_table,
    key,
    _version,
    _is_deleted,
    _known_at,
    JSONExtract(row, 'Map(LowCardinality(String), Nullable(String))') AS columns
FROM raw.change_event
WHERE (source_system, source_table) NOT IN (('politiecijfers', 'registration'), ('melddesk', 'report'))
