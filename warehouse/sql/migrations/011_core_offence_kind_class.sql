-- Grain: one police class of one kind of offence
-- Key: kind_code, class_code; the row with the highest _version counts
-- Retention: as long as the source keeps the row; a deleted row stays as a mark so that an older version cannot come back
CREATE TABLE IF NOT EXISTS core.offence_kind_class
(
    kind_code LowCardinality(String) COMMENT 'kind of offence',
    class_code LowCardinality(String) COMMENT 'police class',
    _version UInt128 COMMENT 'version of the change that stated this row',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (kind_code, class_code)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Which police classes a kind of offence counts'
