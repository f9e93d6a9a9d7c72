-- Grain: the life of one potential hotspot as known from a moment on
-- Key: hotspot_id, known_at; of two rows the one with the higher change_count counts
-- Retention: for good; written again by a stream that starts over
-- A life is written as a whole, with the days on which the hotspot will cool and close when no report comes in. So no moment passes
-- unseen while the stream is down, and what was known at a reference date is one row.
CREATE TABLE IF NOT EXISTS mart.hotspot_life
(
    hotspot_id String COMMENT 'identity, follows from the location',
    location_number String COMMENT 'pseudonym of the location',
    area_code LowCardinality(String) COMMENT 'buurt of the location',
    known_at DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this life',
    change_count UInt64 COMMENT 'number of changes of reports known up to known_at',
    transitions String COMMENT 'JSON array, oldest first: day, kind, reports and days with a report in the window, category',
    window_days UInt16 COMMENT 'length of the window, in days',
    least_reports UInt16 COMMENT 'reports in the window that a potential hotspot has at least',
    least_days UInt16 COMMENT 'different days that those reports are of at least'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (hotspot_id, known_at)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Lives of potential hotspots, with the moment from which they were known'
