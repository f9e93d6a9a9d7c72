-- Grain: as core.police_registration
-- Key: as core.police_registration
-- Retention: none of its own
-- A date that Date32 cannot hold becomes null, never another date; raw.change_event keeps its text.
-- The key comes from the event's key: it is there for every change, also for a delete of a row never seen.
CREATE MATERIALIZED VIEW IF NOT EXISTS core.police_registration_feed TO core.police_registration AS
WITH
    JSONExtract(key, 'Tuple(registration_id Int64)') AS key_fields,
    JSONExtract(row, 'Tuple(delivery_id Int64, police_class String, area_code String, month String, registration_count Nullable(Int64), is_withdrawn Bool, updated_at String)') AS row_fields,
    left(row_fields.month, 10) AS month_text
SELECT
    key_fields.registration_id AS registration_id,
    row_fields.delivery_id AS delivery_id,
    row_fields.police_class AS police_class,
    row_fields.area_code AS area_code,
    if(toString(toDate32OrNull(month_text)) = month_text, toDate32OrNull(month_text), NULL) AS month,
    row_fields.registration_count AS registration_count,
    row_fields.is_withdrawn AS is_withdrawn,
    parseDateTime64BestEffortOrNull(row_fields.updated_at, 6, 'UTC') AS updated_at,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE source_system = 'politiecijfers' AND source_table = 'registration'
