-- Grain: one stand of one cell: measure, area, month and the moment from which the warehouse knew it
-- Key: area_code, measure, month, known_at; of two rows the one with the higher change_count counts
-- Retention: for good; rebuilt from raw.change_event
-- The newest row of a cell is today's figure; the newest row before a reference date is what was known then.
-- Questions are about few areas and many measures: with the area first in the key, all that they read lies together. Counts that
-- the stream writes while this statement runs are lost; migrate before the stream starts, as the launcher does, or rebuild after it.
CREATE OR REPLACE TABLE mart.monthly_count
(
    measure LowCardinality(String) COMMENT 'what is counted, such as politie.A40',
    area_code LowCardinality(String) COMMENT 'buurt, or BU09359999 for what cannot be assigned to one',
    month Date COMMENT 'first day of the month',
    known_at DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this stand',
    count Int64 COMMENT 'sum of the known contributions',
    unknown_count Int64 COMMENT 'number of contributions whose count the source does not know',
    change_count UInt64 COMMENT 'number of contributions known up to known_at'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (area_code, measure, month, known_at)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Monthly counts with the moment from which they were known'
AS SELECT measure, area_code, month, known_at, count, unknown_count, change_count
FROM mart.monthly_count
