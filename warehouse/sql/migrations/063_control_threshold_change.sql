-- Grain: one change of a threshold by a person
-- Key: threshold, changed_at
-- Retention: for good; a start from the beginning judges each moment by what held then
CREATE TABLE IF NOT EXISTS control.threshold_change
(
    threshold LowCardinality(String) COMMENT 'key of the threshold, such as hotspot-reports',
    value Nullable(Int32) COMMENT 'what it is from then on; null for the usual one again',
    changed_at DateTime64(3, 'UTC') COMMENT 'moment from which the stream judges by it',
    changed_by LowCardinality(String) COMMENT 'role of who changed it',
    reason String COMMENT 'why; may be empty'
)
ENGINE = ReplacingMergeTree
ORDER BY (threshold, changed_at)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Thresholds that people changed'
