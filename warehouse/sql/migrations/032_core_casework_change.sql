-- Grain: one change of one row of casework
-- Key: source_system, source_table, key, _recency; the same change written twice is one row
-- Retention: as raw.change_event, from which it can be filled again
-- The row with the highest _version known at a reference date is what was known then. All columns of a row stand in one map as text,
-- so that a new source table needs no table here. The newest version stands first, so that the one that was known is found without
-- sorting.
CREATE TABLE IF NOT EXISTS core.casework_change
(
    source_system LowCardinality(String) COMMENT 'system the change came from',
    source_table LowCardinality(String) COMMENT 'table in that system, without schema',
    key String COMMENT 'primary key as a JSON object',
    _version UInt128 COMMENT 'version of the change',
    _recency UInt128 MATERIALIZED bitNot(_version) COMMENT 'orders the versions of a row from new to old',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the change in',
    columns Map(LowCardinality(String), Nullable(String)) COMMENT 'the row: name and value of each column, null when the source has null'
)
ENGINE = ReplacingMergeTree
ORDER BY (source_system, source_table, key, _recency)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Changes of the rows that are counted at the moment of asking'
