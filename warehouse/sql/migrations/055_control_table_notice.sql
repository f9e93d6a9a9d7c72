-- Grain: one way in which a captured table departed from its contract
-- Key: source_system, source_table, notice, column_name; the row of the newest event counts
-- Retention: for good
CREATE TABLE IF NOT EXISTS control.table_notice
(
    source_system LowCardinality(String) COMMENT 'the system',
    source_table LowCardinality(String) COMMENT 'the table, without schema',
    notice LowCardinality(String) COMMENT 'column-added or paused',
    column_name String COMMENT 'the added column; empty of a pause',
    detail String COMMENT 'what is wrong; empty of an added column',
    is_open UInt8 COMMENT '1 as long as it is so',
    topic LowCardinality(String) COMMENT 'Kafka topic of the table',
    offset Int64 COMMENT 'Kafka offset of the event that showed it',
    known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that event in'
)
ENGINE = ReplacingMergeTree(offset)
ORDER BY (source_system, source_table, notice, column_name)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Columns that a contract does not name, and tables that are paused'
