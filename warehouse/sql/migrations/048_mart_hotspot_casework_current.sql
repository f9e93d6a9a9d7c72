-- Grain: one potential hotspot, with what casework made of its location
-- Key: hotspot_id
-- Retention: none of its own
-- The newest hotspot of the Melddesk at the same location, when there is one.
CREATE VIEW IF NOT EXISTS mart.hotspot_casework_current AS
WITH
    casework AS
    (
        SELECT
            assumeNotNull(columns['location_number']) AS location_number,
            columns
        FROM
        (
            SELECT columns, _is_deleted
            FROM core.casework_change
            WHERE source_system = 'melddesk' AND source_table = 'hotspot'
            ORDER BY source_system, source_table, key, _recency
            LIMIT 1 BY source_system, source_table, key
        )
        WHERE _is_deleted = 0 AND columns['is_withdrawn'] = 'false'
        ORDER BY columns['location_number'], columns['detected_on'] DESC
        LIMIT 1 BY columns['location_number']
    )
SELECT
    hotspot.*,
    if(casework.location_number = '', NULL, casework.columns['status']) AS casework_status,
    if(casework.location_number = '', NULL, casework.columns['outcome']) AS casework_outcome,
    if(casework.location_number = '', NULL, casework.columns['lead']) AS casework_lead,
    if(casework.location_number = '', NULL, casework.columns['origin']) AS casework_origin
FROM mart.hotspot_current AS hotspot
LEFT JOIN casework ON casework.location_number = hotspot.location_number
