-- Grain: one area
-- Key: code; the row of the newest edition counts
-- Retention: for good; reference data
CREATE TABLE IF NOT EXISTS core.area
(
    code LowCardinality(String) COMMENT 'CBS code; BU09359999 is the remainder that cannot be assigned to a buurt',
    name String COMMENT 'Dutch name',
    kind LowCardinality(String) COMMENT 'gemeente, wijk, buurt or rest',
    wijk_code LowCardinality(String) COMMENT 'wijk it lies in, empty for the municipality and the remainder',
    municipality_code LowCardinality(String) COMMENT 'municipality it lies in',
    inhabitants UInt32 COMMENT 'inhabitants on 1 January of the edition; buurten rounded to five, larger areas their sum',
    edition UInt16 COMMENT 'year of the CBS division'
)
ENGINE = ReplacingMergeTree(edition)
ORDER BY code
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Areas of the municipality'
