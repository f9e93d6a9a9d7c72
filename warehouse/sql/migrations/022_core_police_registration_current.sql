-- Grain: one cell: police class, area and month
-- Key: registration_id
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.police_registration_current AS
SELECT
    registration_id,
    delivery_id,
    police_class,
    area_code,
    month,
    registration_count,
    is_withdrawn,
    updated_at,
    _known_at
FROM core.police_registration FINAL
