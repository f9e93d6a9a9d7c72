-- Grain: one range of days with one reason
-- Key: kind, first_day
-- Retention: replaced as a whole when the reference data changes
CREATE TABLE IF NOT EXISTS core.hot_time
(
    kind LowCardinality(String) COMMENT 'carnaval, elfde-van-de-elfde, kermis, magisch-maastricht, rieu, donkere-maanden or schoolvakantie',
    name String COMMENT 'Dutch name',
    first_day Date COMMENT 'first day',
    last_day Date COMMENT 'last day',
    source String COMMENT 'where the days come from',
    is_demonstration Bool COMMENT 'true when the days are assumed because no source gives them'
)
ENGINE = ReplacingMergeTree
ORDER BY (kind, first_day)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Ranges of days on which figures may differ for a known reason'
