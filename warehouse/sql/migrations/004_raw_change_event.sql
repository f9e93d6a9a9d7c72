-- Grain: one change of one source row, pseudonymous
-- Key: source_system, source_table, key, _version; the same change written twice is one row
-- Retention: for good; every other table is rebuilt from here
CREATE TABLE IF NOT EXISTS raw.change_event
(
    source_system LowCardinality(String) COMMENT 'system the change came from',
    source_table LowCardinality(String) COMMENT 'table in that system, without schema',
    key String COMMENT 'primary key as a JSON object',
    _version UInt128 COMMENT 'epoch << 96 | lsn << 32 | order in the transaction; 0 as order is a snapshot read',
    op LowCardinality(String) COMMENT 'c, u, d or r',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    row String COMMENT 'the row as a JSON object; for a delete the last known row' CODEC(ZSTD),
    source_at DateTime64(3, 'UTC') COMMENT 'moment of the change by the clock of the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the change in',
    topic LowCardinality(String) COMMENT 'Kafka topic',
    partition Int32 COMMENT 'Kafka partition',
    offset Int64 COMMENT 'Kafka offset'
)
ENGINE = ReplacingMergeTree
ORDER BY (source_system, source_table, key, _version)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Every change of every captured source row'
