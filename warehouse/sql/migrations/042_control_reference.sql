-- Grain: one table of reference data
-- Key: table_name; the row loaded last counts
-- Retention: for good
CREATE TABLE IF NOT EXISTS control.reference
(
    table_name LowCardinality(String) COMMENT 'table that was loaded',
    checksum String COMMENT 'SHA-256 of its rows, hexadecimal',
    loaded_at DateTime64(3, 'UTC') COMMENT 'moment it was loaded'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY table_name
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Reference data that was loaded'
