-- How many stands beyond the horizon stand in the old table and are not known, or are known with fewer changes, in the
-- new one. The name of the old table stands for mart.monthly_count_old.
SELECT count() AS rows
FROM
(
    SELECT measure, area_code, month, known_at, max(change_count) AS changes
    FROM mart.monthly_count_old
    WHERE known_at >= toDateTime64(if(startsWith(measure, 'melddesk.'), {melddesk_horizon:String}, {police_horizon:String}), 3, 'UTC')
    GROUP BY measure, area_code, month, known_at
) AS old
LEFT JOIN
(
    SELECT measure, area_code, month, known_at, max(change_count) AS changes
    FROM mart.monthly_count
    WHERE known_at >= toDateTime64(if(startsWith(measure, 'melddesk.'), {melddesk_horizon:String}, {police_horizon:String}), 3, 'UTC')
    GROUP BY measure, area_code, month, known_at
) AS now
    ON now.measure = old.measure
    AND now.area_code = old.area_code
    AND now.month = old.month
    AND now.known_at = old.known_at
WHERE now.changes < old.changes
