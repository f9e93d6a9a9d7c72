-- Grain: one kind of nuisance
-- Key: code; the row with the highest _version counts
-- Retention: as long as the source keeps the row; a deleted row stays as a mark so that an older version cannot come back
CREATE TABLE IF NOT EXISTS core.nuisance_kind
(
    code LowCardinality(String) COMMENT 'police class of the kind, such as E33',
    name String COMMENT 'name as published',
    description String COMMENT 'what is counted under it',
    _version UInt128 COMMENT 'version of the change that stated this row',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (code)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Kinds of nuisance as published'
