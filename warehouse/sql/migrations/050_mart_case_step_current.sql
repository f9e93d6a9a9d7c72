-- Grain: one step of one case, by the Dutch calendar of today
-- Key: case_key, step_key
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS mart.case_step_current AS
SELECT
    case_key,
    step_key,
    step,
    pass_number,
    area_code,
    entered_on,
    left_on,
    multiIf(
        left_on IS NOT NULL, 'left',
        ifNull(stagnates_on <= toDate32(now('Europe/Amsterdam')), 0), 'stagnating',
        'running') AS state,
    if(stagnates_on <= toDate32(now('Europe/Amsterdam')), stagnates_on, NULL) AS stagnating_since,
    toInt32(dateDiff('day', entered_on, ifNull(left_on, toDate32(now('Europe/Amsterdam'))))) AS day_count,
    norm_days,
    outcomes,
    known_at
FROM
(
    SELECT *
    FROM mart.case_step_state
    ORDER BY case_key, step_key, known_at DESC, change_count DESC
    LIMIT 1 BY case_key, step_key
)
WHERE is_withdrawn = 0
