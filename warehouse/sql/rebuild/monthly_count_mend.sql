-- Adds the stands that the change log asks for and the table does not have. The table's name stands for
-- mart.monthly_count_mended.
INSERT INTO mart.monthly_count_mended (measure, area_code, month, known_at, count, unknown_count, change_count)
SELECT wanted.measure, wanted.area_code, wanted.month, wanted.known_at, wanted.count, wanted.unknown_count, wanted.change_count
FROM mart.monthly_count_from_log AS wanted
LEFT ANTI JOIN
(
    SELECT
        measure,
        area_code,
        month,
        known_at,
        argMax(mended.count, mended.change_count) AS count,
        argMax(mended.unknown_count, mended.change_count) AS unknown_count,
        max(mended.change_count) AS change_count
    FROM mart.monthly_count_mended AS mended
    GROUP BY measure, area_code, month, known_at
) AS present
    ON present.measure = wanted.measure
    AND present.area_code = wanted.area_code
    AND present.month = wanted.month
    AND present.known_at = wanted.known_at
    AND present.count = wanted.count
    AND present.unknown_count = wanted.unknown_count
    AND present.change_count = wanted.change_count
