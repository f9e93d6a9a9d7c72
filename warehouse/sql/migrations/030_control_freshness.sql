-- Grain: one source system
-- Key: source_system; the row with the newest known_at counts
-- Retention: for good, one row a system
CREATE TABLE IF NOT EXISTS control.freshness
(
    source_system LowCardinality(String) COMMENT 'the system',
    source_at DateTime64(3, 'UTC') COMMENT 'newest moment by the clock of the source that was processed',
    known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that in'
)
ENGINE = ReplacingMergeTree(known_at)
ORDER BY source_system
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'How far the stream has come with each source system'
