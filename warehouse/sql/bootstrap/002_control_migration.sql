-- Grain: one applied migration file
-- Key: name
-- Retention: for good
CREATE TABLE IF NOT EXISTS control.migration
(
    name String COMMENT 'file name',
    checksum String COMMENT 'SHA-256 of the file, hexadecimal',
    applied_at DateTime64(3, 'UTC') COMMENT 'moment it was applied'
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY name
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Migration files that were applied'
