-- Grain: one version of one delivery
-- Key: delivery_id, _version
-- Retention: none of its own
-- Answers which months were covered at a past reference date. A version may stand here more than once.
CREATE VIEW IF NOT EXISTS core.police_delivery_history AS
WITH
    JSONExtract(key, 'Tuple(delivery_id Int64)') AS key_fields,
    JSONExtract(row, 'Tuple(period_from String, period_to String, status String)') AS row_fields
SELECT
    key_fields.delivery_id AS delivery_id,
    toDateOrNull(left(row_fields.period_from, 10)) AS period_from,
    toDateOrNull(left(row_fields.period_to, 10)) AS period_to,
    row_fields.status AS status,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'delivery'
