-- Grain: one stage on the way of one source system or table
-- Key: source_system, source_table, stage
-- Retention: none of its own
CREATE OR REPLACE VIEW control.lag_current AS
SELECT
    source_system,
    source_table,
    stage,
    amount,
    unit,
    waiting_ms,
    measured_at
FROM control.lag FINAL
