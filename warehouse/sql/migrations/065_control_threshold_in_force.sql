-- Grain: one threshold of the stream
-- Key: threshold; the row with the highest since counts
-- Retention: for good; those of the newest since are in force
CREATE TABLE IF NOT EXISTS control.threshold_in_force
(
    threshold LowCardinality(String) COMMENT 'key of the threshold, such as hotspot-reports',
    value Int32 COMMENT 'by which the stream judges',
    usual_value Int32 COMMENT 'by which it would had nobody changed it',
    since DateTime64(3, 'UTC') COMMENT 'start of the stream; the same for all it judges by'
)
ENGINE = ReplacingMergeTree(since)
ORDER BY threshold
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Thresholds by which the stream judges'
