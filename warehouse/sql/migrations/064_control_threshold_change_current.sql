-- Grain: one change of a threshold by a person
-- Key: threshold, changed_at
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.threshold_change_current AS
SELECT
    threshold,
    value,
    changed_at,
    changed_by,
    reason
FROM control.threshold_change FINAL
