-- Grain: one transition of one potential hotspot, as known today
-- Key: hotspot_id, since, why
-- Retention: none of its own
-- known_at is the moment from which the transition was known with these figures. Days to come are what will happen when no report
-- comes in.
CREATE VIEW IF NOT EXISTS mart.hotspot_change AS
WITH
    life AS
    (
        SELECT hotspot_id, location_number, area_code, known_at, change_count, transitions, window_days
        FROM mart.hotspot_life
        ORDER BY hotspot_id, known_at, change_count DESC
        LIMIT 1 BY hotspot_id, known_at
    ),
    newest AS
    (
        SELECT hotspot_id, max(known_at) AS newest_at
        FROM life
        GROUP BY hotspot_id
    ),
    transition AS
    (
        SELECT
            hotspot_id,
            location_number,
            area_code,
            known_at,
            change_count,
            window_days,
            arrayJoin(JSONExtract(transitions, 'Array(Tuple(String, String, UInt32, UInt32, String))')) AS step
        FROM life
    )
SELECT
    transition.hotspot_id AS hotspot_id,
    argMax(transition.location_number, transition.known_at) AS location_number,
    transition.step.5 AS category,
    argMax(transition.area_code, transition.known_at) AS area_code,
    transform(transition.step.2, ['cooled', 'closed'], ['cooling', 'closed'], 'open') AS state,
    toDate32(transition.step.1) AS since,
    transition.step.3 AS report_count,
    transition.step.4 AS day_count,
    transition.step.2 AS why,
    argMax(transition.window_days, transition.known_at) AS window_days,
    min(transition.known_at) AS known_at,
    max(transition.change_count) AS _version
FROM transition
INNER JOIN newest ON newest.hotspot_id = transition.hotspot_id
GROUP BY transition.hotspot_id, transition.step, newest.newest_at
HAVING max(transition.known_at) = newest.newest_at
