-- Grain: as core.police_delivery
-- Key: as core.police_delivery
-- Retention: none of its own
-- A date that Date32 cannot hold becomes null, never another date; raw.change_event keeps its text.
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.police_delivery_feed TO core.police_delivery AS
WITH
    JSONExtract(key, 'Tuple(delivery_id Int64)') AS key_fields,
    JSONExtract(row, 'Tuple(reference String, period_from String, period_to String, delivered_at String, status String)') AS row_fields,
    left(row_fields.period_from, 10) AS period_from_text,
    left(row_fields.period_to, 10) AS period_to_text
SELECT
    key_fields.delivery_id AS delivery_id,
    row_fields.reference AS reference,
    if(toString(toDate32OrNull(period_from_text)) = period_from_text, toDate32OrNull(period_from_text), NULL) AS period_from,
    if(toString(toDate32OrNull(period_to_text)) = period_to_text, toDate32OrNull(period_to_text), NULL) AS period_to,
    parseDateTime64BestEffortOrNull(row_fields.delivered_at, 6, 'UTC') AS delivered_at,
    row_fields.status AS status,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'delivery'
