-- Grain: one area on one day
-- Key: area_code, counted_on
-- Retention: replaced as a whole when the reference data changes
CREATE TABLE IF NOT EXISTS core.inhabitants
(
    area_code LowCardinality(String) COMMENT 'area',
    counted_on Date COMMENT 'day of the count',
    inhabitants UInt32 COMMENT 'people living there',
    source String COMMENT 'where the number comes from; of an area that was added up: of its parts'
)
ENGINE = ReplacingMergeTree
ORDER BY (area_code, counted_on)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Inhabitants of areas'
