-- Grain: one kind of nuisance
-- Key: code
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.nuisance_kind_current AS
SELECT
    code,
    name,
    description,
    _known_at
FROM core.nuisance_kind FINAL
