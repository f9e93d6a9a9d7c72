-- Grain: one delivery
-- Key: delivery_id; the row with the highest _version counts
-- Retention: as long as the source keeps the row; a deleted row stays as a mark so that an older version cannot come back
CREATE TABLE IF NOT EXISTS core.police_delivery
(
    delivery_id Int64 COMMENT 'identity in the source',
    reference String COMMENT 'keyed pseudonym of the reference at the police',
    period_from Nullable(Date32) COMMENT 'first day of the first month delivered',
    period_to Nullable(Date32) COMMENT 'first day of the last month delivered',
    delivered_at Nullable(DateTime64(6, 'UTC')) COMMENT 'moment of delivery',
    status LowCardinality(String) COMMENT 'accepted or withdrawn',
    _version UInt128 COMMENT 'version of the change that stated this row',
    _is_deleted UInt8 COMMENT '1 when the row is gone from the source',
    _known_at DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (delivery_id)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Deliveries of registrations by the police'
