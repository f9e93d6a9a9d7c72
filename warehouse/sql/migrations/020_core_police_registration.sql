-- Grain: one cell: police class, area and month
-- Key: registration_id; the row with the highest _version counts
-- Retention: as long as the source keeps the row; a deleted row stays as a mark so that an older version cannot come back
CREATE TABLE IF NOT EXISTS core.police_registration
(
    registration_id Int64 COMMENT 'identity in the source',
    delivery_id Int64 COMMENT 'delivery that stated the cell last',
    police_class LowCardinality(String) COMMENT 'police class counted',
    area_code LowCardinality(String) COMMENT 'buurt, or BU09359999 when it cannot be assigned to one',
    month Nullable(Date32) COMMENT 'first day of the month',
    registration_count Nullable(Int64) COMMENT 'number of registrations; null is unknown, never zero',
    is_withdrawn Bool COMMENT 'true when the police withdrew the cell',
    updated_at Nullable(DateTime64(6, 'UTC')) COMMENT 'last change in the source',
    _version UInt128 COMMENT 'version of the change that stated this row',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (registration_id)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Current stand of each cell of police registrations'
