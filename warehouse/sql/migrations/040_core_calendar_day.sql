-- Grain: one day
-- Key: day
-- Retention: replaced as a whole when the reference data changes
CREATE TABLE IF NOT EXISTS core.calendar_day
(
    day Date COMMENT 'the day',
    weekday UInt8 COMMENT '1 is Monday, 7 is Sunday',
    public_holiday LowCardinality(String) COMMENT 'name of the public holiday, empty on other days',
    is_dark_month Bool COMMENT 'true in October to March',
    hot_time_kinds Array(LowCardinality(String)) COMMENT 'kinds of the hot times the day lies in',
    has_assumed_hot_time Bool COMMENT 'true when the days of one of them are assumed'
)
ENGINE = ReplacingMergeTree
ORDER BY day
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Days and why figures may differ on them'
