-- Grain: one kind of offence
-- Key: code; the row with the highest _version counts
-- Retention: as long as the source keeps the row; a deleted row stays as a mark so that an older version cannot come back
CREATE TABLE IF NOT EXISTS core.offence_kind
(
    code LowCardinality(String) COMMENT 'kind, such as 1.2.4',
    name String COMMENT 'name as published',
    _version UInt128 COMMENT 'version of the change that stated this row',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (code)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Kinds of offence as published'
