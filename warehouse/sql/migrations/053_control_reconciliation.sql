-- Grain: one range of keys of one table at one comparison with its source
-- Key: source_system, source_table, subject, checked_at, key_from; of a range that was mended the later row counts
-- Retention: 90 days
CREATE TABLE IF NOT EXISTS control.reconciliation
(
    source_system LowCardinality(String) COMMENT 'the system',
    source_table LowCardinality(String) COMMENT 'the table, without schema',
    subject LowCardinality(String) COMMENT 'rows, or counts: the monthly counts that are made of the table',
    checked_at DateTime64(3, 'UTC') COMMENT 'moment of the snapshot of the source that was compared',
    position UInt64 COMMENT 'log position of the source that the warehouse had passed',
    key_from String COMMENT 'first key of the range as the warehouse writes it; empty is the beginning',
    key_to String COMMENT 'first key after the range; empty is the end',
    source_count UInt64 COMMENT 'rows in the source',
    warehouse_count UInt64 COMMENT 'rows in the warehouse',
    source_checksum UInt64 COMMENT 'sum of the hashes of the rows in the source',
    warehouse_checksum UInt64 COMMENT 'sum of the hashes of the rows in the warehouse',
    rejected_count UInt64 COMMENT 'rows that differ because a change of them was rejected and waits for a person',
    drifted_count UInt64 COMMENT 'rows that differ and should not',
    state LowCardinality(String) COMMENT 'equal, rejected, drifted or healed',
    detail String COMMENT 'keys that differ, the first of them',
    _state_version UInt64 COMMENT 'moment of writing in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (source_system, source_table, subject, checked_at, key_from)
TTL toDateTime(checked_at) + INTERVAL 90 DAY
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'What comparing the sources with the warehouse showed'
