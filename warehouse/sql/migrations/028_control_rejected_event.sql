-- Grain: one event that the stream refused
-- Key: topic, partition, offset; the row with the highest _state_version counts
-- Retention: until someone removes it
CREATE TABLE IF NOT EXISTS control.rejected_event
(
    topic LowCardinality(String) COMMENT 'Kafka topic',
    partition Int32 COMMENT 'Kafka partition',
    offset Int64 COMMENT 'Kafka offset',
    reason LowCardinality(String) COMMENT 'machine-readable reason, such as month-in-future',
    detail String COMMENT 'sentence that says what is wrong',
    source_system LowCardinality(String) COMMENT 'system, empty when it cannot be told',
    source_table LowCardinality(String) COMMENT 'table, empty when it cannot be told',
    key String COMMENT 'key of the event as text',
    payload String COMMENT 'value of the event as text' CODEC(ZSTD),
    known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the event in',
    state LowCardinality(String) COMMENT 'new, replayed or dismissed',
    state_note String COMMENT 'why it is in this state',
    _state_version UInt64 COMMENT '0 when rejected, then the moment of the last change of state in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (topic, partition, offset)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Events that the stream refused, and what was done with them'
