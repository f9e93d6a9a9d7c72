-- Grain: one area
-- Key: code
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS core.area_current AS
SELECT
    code,
    name,
    kind,
    wijk_code,
    municipality_code,
    inhabitants,
    edition
FROM core.area FINAL
