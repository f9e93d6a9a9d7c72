-- Counts of the stream by measure, area and month. The text is always the same; everything asked stands in the parameters:
--   measures, area_codes: what is asked of, each once; first_day and end_day, the day after the last, hold all months;
--   moment: the reference date.
-- The answer has a row for each measure of an area of which there are cells: its months, each as 12 * year + month - 1, and for each
-- of them how many cells there are and what they add up to. What the months of a period add up to is left to the reader: planning takes
-- the engine longer than counting does.
-- Cells are added up by area before anything else: there are far fewer months of areas than cells.
WITH
    membership AS
    (
        SELECT DISTINCT area_code, leaf_code, valid_from, valid_to
        FROM core.area_membership
        WHERE area_code IN {area_codes:Array(String)}
    ),
    -- The newest moment counts, of one moment the row with the most changes; both in one number, because comparing
    -- tuples takes three times as long.
    cell AS
    (
        SELECT
            measure,
            area_code AS leaf_code,
            month,
            argMax(
                count,
                bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_count,
            argMax(
                unknown_count,
                bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_unknown_count
        FROM mart.monthly_count
        WHERE measure IN {measures:Array(String)}
            AND area_code IN (SELECT leaf_code FROM membership)
            AND month >= {first_day:Date}
            AND month < {end_day:Date}
            AND known_at <= {moment:DateTime64(3, 'UTC')}
        GROUP BY measure, leaf_code, month
    )
SELECT
    measure,
    area_code,
    groupArray(month_no) AS months,
    groupArray(unknown) AS unknown,
    groupArray(amount) AS amounts
FROM
(
    SELECT
        cell.measure AS measure,
        membership.area_code AS area_code,
        toInt64(toYear(cell.month) * 12 + toMonth(cell.month) - 1) AS month_no,
        toInt64(sum(cell.cell_unknown_count)) AS unknown,
        toInt64(sum(cell.cell_count)) AS amount
    FROM cell
    INNER JOIN membership ON membership.leaf_code = cell.leaf_code
    WHERE cell.month BETWEEN membership.valid_from AND membership.valid_to
    GROUP BY measure, area_code, month_no
)
GROUP BY measure, area_code
