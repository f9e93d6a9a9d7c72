-- Grain: one stage on the way of one source system or table
-- Key: source_system, source_table, stage; the row measured last counts
-- Retention: for good, one row a stage
CREATE TABLE IF NOT EXISTS control.lag
(
    source_system LowCardinality(String) COMMENT 'the system',
    source_table LowCardinality(String) COMMENT 'the table, without schema; empty when the whole system is measured',
    stage LowCardinality(String) COMMENT 'connect, kept or stream',
    amount UInt64 COMMENT 'how much waits',
    unit LowCardinality(String) COMMENT 'bytes or events',
    measured_at DateTime64(3, 'UTC') COMMENT 'moment of measuring'
)
ENGINE = ReplacingMergeTree(measured_at)
ORDER BY (source_system, source_table, stage)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'How much waits at each stage between a source and the warehouse'
