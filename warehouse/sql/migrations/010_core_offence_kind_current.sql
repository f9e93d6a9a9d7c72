-- Grain: one kind of offence
-- Key: code
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.offence_kind_current AS
SELECT
    code,
    name,
    _known_at
FROM core.offence_kind FINAL
