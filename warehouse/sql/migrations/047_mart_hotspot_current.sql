-- Grain: one potential hotspot, by the Dutch calendar of today
-- Key: hotspot_id
-- Retention: none of its own
-- A hotspot whose reports were all withdrawn, or moved, is none and has no row.
CREATE VIEW IF NOT EXISTS mart.hotspot_current AS
WITH
    JSONExtract(transitions, 'Array(Tuple(String, String, UInt32, UInt32, String))') AS steps,
    arrayFilter(step -> toDate32(step.1) <= toDate32(now('Europe/Amsterdam')), steps) AS past,
    arrayFilter(step -> step.2 IN ('opened', 'reopened', 'revived', 'cooled', 'closed'), past) AS turns,
    arrayFilter(step -> step.2 IN ('opened', 'reopened'), past) AS openings,
    arrayFilter(step -> toDate32(step.1) > toDate32(now('Europe/Amsterdam')), steps) AS future
SELECT
    hotspot_id,
    location_number,
    area_code,
    past[-1].5 AS category,
    transform(turns[-1].2, ['cooled', 'closed'], ['cooling', 'closed'], 'open') AS state,
    toDate32(turns[-1].1) AS since,
    past[-1].2 AS why,
    past[-1].3 AS report_count,
    past[-1].4 AS day_count,
    toDate32(openings[-1].1) AS opened_on,
    length(openings) AS opening_count,
    if(empty(future), NULL, toDate32(future[-1].1)) AS closes_on,
    window_days,
    least_reports,
    least_days,
    known_at
FROM
(
    SELECT *
    FROM mart.hotspot_life
    ORDER BY hotspot_id, known_at DESC, change_count DESC
    LIMIT 1 BY hotspot_id
)
WHERE notEmpty(past)
