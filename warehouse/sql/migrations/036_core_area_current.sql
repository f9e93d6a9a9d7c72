-- Grain: one area
-- Key: code
-- Retention: none of its own
CREATE OR REPLACE VIEW core.area_current AS
SELECT
    code,
    name,
    kind,
    wijk_code,
    municipality_code,
    inhabitants,
    edition,
    valid_from,
    valid_to,
    is_demonstration
FROM core.area FINAL
