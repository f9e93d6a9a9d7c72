-- Grain: one delivery
-- Key: delivery_id
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.police_delivery_current AS
SELECT
    delivery_id,
    reference,
    period_from,
    period_to,
    delivered_at,
    status,
    _known_at
FROM core.police_delivery FINAL
