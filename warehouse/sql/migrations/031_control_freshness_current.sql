-- Grain: one source system
-- Key: source_system
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.freshness_current AS
SELECT
    source_system,
    source_at,
    known_at
FROM control.freshness FINAL
