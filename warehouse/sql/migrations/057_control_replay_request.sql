-- Grain: one rejected event that a person asked to have replayed
-- Key: topic, partition, offset; the row with the highest _state_version counts
-- Retention: for good
CREATE TABLE IF NOT EXISTS control.replay_request
(
    topic LowCardinality(String) COMMENT 'Kafka topic of the event',
    partition Int32 COMMENT 'Kafka partition of the event',
    offset Int64 COMMENT 'Kafka offset of the event',
    requested_by String COMMENT 'account that asked',
    requested_at DateTime64(3, 'UTC') COMMENT 'moment of asking',
    state LowCardinality(String) COMMENT 'waiting, done or failed',
    outcome String COMMENT 'what came of it; empty while waiting',
    _state_version UInt64 COMMENT 'moment of writing in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (topic, partition, offset)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Replays that were asked for, and what came of them'
