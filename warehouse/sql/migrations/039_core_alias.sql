-- Grain: one other name
-- Key: normalized
-- Retention: replaced as a whole when the reference data changes
CREATE TABLE IF NOT EXISTS core.alias
(
    normalized String COMMENT 'the name without capitals, accents, punctuation and spaces',
    alias String COMMENT 'the name as it is written',
    kind LowCardinality(String) COMMENT 'offence-kind, nuisance-kind or term',
    code String COMMENT 'code of what is meant',
    name String COMMENT 'own name of what is meant',
    note String COMMENT 'where documents use the name otherwise; may be empty'
)
ENGINE = ReplacingMergeTree
ORDER BY normalized
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Other names of categories and terms'
