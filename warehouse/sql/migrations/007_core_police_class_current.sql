-- Grain: one police class
-- Key: code
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.police_class_current AS
SELECT
    code,
    name,
    _known_at
FROM core.police_class FINAL
