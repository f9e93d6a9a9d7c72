-- Grain: one threshold of the stream
-- Key: threshold
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.threshold_in_force_current AS
SELECT
    threshold,
    value,
    usual_value,
    since
FROM control.threshold_in_force FINAL
