-- Grain: one signal
-- Key: signal_id
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS mart.signal_current AS
SELECT
    signal_id,
    rule_id,
    subject,
    area_code,
    period,
    state,
    opened_at,
    over_at,
    figures,
    sentence_nl,
    sentence_en,
    known_at
FROM mart.signal FINAL
