-- Adds up counts of the stream for many questions at once. The text is always the same; everything asked stands in the parameters:
--   questions: rows of JSON, one for each way of counting: the measures it adds up, and of each question that asks it the number,
--   the area and the set of windows;
--   area_codes: the areas of all questions, each once; all_measures: the measures, each once;
--   windows: rows of JSON, one a month of a window: the set, the place of the window in it and the first day of the month;
--   first_day and end_day, the day after the last, hold all of them;
--   moment: the reference date.
-- Sets and windows are counted from 0. The answer has a row for each window of a question in which there are cells: how many
-- cells, and what they add up to.
-- Cells are added up by area before they meet the questions: there are far fewer months of areas than cells.
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
        WHERE measure IN {all_measures:Array(String)}
            AND area_code IN (SELECT leaf_code FROM membership)
            AND month >= {first_day:Date}
            AND month < {end_day:Date}
            AND known_at <= {moment:DateTime64(3, 'UTC')}
        GROUP BY measure, leaf_code, month
    ),
    area_month AS
    (
        SELECT
            cell.measure AS measure,
            membership.area_code AS area_code,
            cell.month AS month,
            count() AS area_cells,
            sum(cell.cell_count) AS area_count,
            sum(cell.cell_unknown_count) AS area_unknown_count
        FROM cell
        INNER JOIN membership ON membership.leaf_code = cell.leaf_code
        WHERE cell.month BETWEEN membership.valid_from AND membership.valid_to
        GROUP BY measure, area_code, month
    ),
    question AS
    (
        SELECT question_no, area_code, window_set, measure
        FROM
        (
            SELECT measures, question_no, area_code, window_set
            FROM format(
                JSONCompactEachRow,
                'measures Array(String), question_nos Array(UInt32), area_codes Array(String), window_sets Array(UInt32)',
                {questions:String})
            ARRAY JOIN question_nos AS question_no, area_codes AS area_code, window_sets AS window_set
        )
        ARRAY JOIN measures AS measure
    )
SELECT
    question.question_no AS question_no,
    window_month.window_no AS window_no,
    toInt64(sum(area_month.area_cells)) AS row_count,
    sum(area_month.area_unknown_count) AS unknown_count,
    sum(area_month.area_count) AS amount
FROM area_month
INNER JOIN question
    ON question.measure = area_month.measure AND question.area_code = area_month.area_code
INNER JOIN format(
    JSONCompactEachRow, 'window_set UInt32, window_no UInt32, month Date', {windows:String}) AS window_month
    ON window_month.window_set = question.window_set AND window_month.month = area_month.month
GROUP BY question_no, window_no
