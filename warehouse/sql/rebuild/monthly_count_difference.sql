-- How many stands of mart.monthly_count are not those of the change log, and the other way round. Stands beyond the
-- horizon are left out: the stream may have written one of the two only. The name of the rebuilt table stands for
-- mart.monthly_count_rebuilt.
WITH
    present AS
    (
        SELECT
            measure,
            area_code,
            month,
            known_at,
            argMax((now.count, now.unknown_count), now.change_count) AS stand
        FROM mart.monthly_count AS now
        GROUP BY measure, area_code, month, known_at
    ),
    wanted AS
    (
        SELECT
            measure,
            area_code,
            month,
            known_at,
            argMax((rebuilt.count, rebuilt.unknown_count), rebuilt.change_count) AS stand
        FROM mart.monthly_count_rebuilt AS rebuilt
        GROUP BY measure, area_code, month, known_at
    ),
    pair AS
    (
        SELECT
            measure,
            known_at,
            groupUniqArrayIf(stand, side = 'present') AS present_stand,
            groupUniqArrayIf(stand, side = 'wanted') AS wanted_stand
        FROM
        (
            SELECT measure, area_code, month, known_at, stand, 'present' AS side FROM present
            UNION ALL
            SELECT measure, area_code, month, known_at, stand, 'wanted' AS side FROM wanted
        )
        GROUP BY measure, area_code, month, known_at
    )
SELECT
    countIf(notEmpty(wanted_stand) AND present_stand != wanted_stand) AS missing,
    countIf(notEmpty(present_stand) AND empty(wanted_stand)) AS unexplained
FROM pair
WHERE known_at < toDateTime64(if(startsWith(measure, 'melddesk.'), {melddesk_horizon:String}, {police_horizon:String}), 3, 'UTC')
