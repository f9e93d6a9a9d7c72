-- Counts rows of casework for many questions at once. The text is always the same; everything asked stands in the parameters:
--   selections: rows of JSON, which rows of which table are counted and how; its fields are those of SelectionText;
--   tables: the tables of the selections, each with its system;
--   questions: rows of JSON, one a question: its number, its selection, its area and its set of windows; area_codes: the areas of
--   all questions, each once;
--   windows: rows of JSON, one a month of a window: the set, the place of the window in it and the first day of the month;
--   first_day and end_day, the day after the last, hold all of them;
--   municipality: area of facts that are known for the municipality only; moment: the reference date.
-- Sets and windows are counted from 0. The answer has a row for what the rows in a window of a question add up to; no row is no
-- rows. Of a level it has a row for each leaf, whose newest row in the window stands in newest; that is empty for all others.
-- Planning takes the engine longer than counting does, so what is asked comes in as rows, which need no expressions, and what can be
-- done with the answer is left to its reader. Filters that the engine makes out of one side of a join while it runs leave nothing
-- out here, so they are off.
WITH
    selection AS
    (
        SELECT *
        FROM format(
            JSONEachRow,
            'selection_no UInt32, kind String, source_system String, source_table String, date_column String, area_column String,
             amount_column String, identity_column String, start_column String, end_column String, lower_column String,
             upper_column String, required Array(String), choices Array(Array(String)), approximate Array(String),
             provisional Array(String)',
            {selections:String})
    ),
    -- Each row of casework as the warehouse knew it. Rows with nothing that could be a date in sight are left out
    -- before they are looked at for every selection. What a row has to say to a condition is put into marks once: column=value,
    -- and the column alone when it is not null. Marks are compared as arrays instead of looked up in the map for every selection.
    stand AS
    (
        SELECT
            source_system,
            source_table,
            key,
            columns,
            arrayConcat(
                arrayMap(
                    (column, value) -> ifNull(concat(column, '=', value), ''), mapKeys(columns), mapValues(columns)),
                arrayMap(
                    (column, value) -> if(isNull(value), '', toString(column)), mapKeys(columns), mapValues(columns))) AS marks
        FROM
        (
            SELECT source_system, source_table, key, _is_deleted, columns
            FROM core.casework_change
            WHERE (source_system, source_table) IN {tables:Array(Tuple(String, String))}
                AND _known_at <= {moment:DateTime64(3, 'UTC')}
            ORDER BY source_system, source_table, key, _recency
            LIMIT 1 BY source_system, source_table, key
        )
        WHERE _is_deleted = 0
            AND arrayExists(value -> value >= {first_day:String} AND value < {end_day:String}, mapValues(columns))
    ),
    -- A row of casework for each selection it belongs to. A date, an amount or a limit that is none is null, never another one.
    counted_row AS
    (
        SELECT
            selection.selection_no AS selection_no,
            selection.kind = 'level' AS is_level,
            stand.key AS key,
            if(
                selection.area_column = '',
                {municipality:String},
                ifNull(stand.columns[selection.area_column], '')) AS leaf_code,
            toDateOrNull(left(stand.columns[selection.date_column], 10)) AS day,
            if(
                selection.amount_column = '',
                toDecimal128(1, 4),
                toDecimal128OrNull(stand.columns[selection.amount_column], 4)) AS amount,
            stand.columns[selection.identity_column] AS identity,
            left(stand.columns[selection.start_column], 10) AS start_text,
            left(stand.columns[selection.end_column], 10) AS end_text,
            dateDiff(
                'day',
                if(toString(toDate32OrNull(start_text)) = start_text, toDate32OrNull(start_text), NULL),
                if(toString(toDate32OrNull(end_text)) = end_text, toDate32OrNull(end_text), NULL)) AS days,
            toDecimal128OrNull(stand.columns[selection.lower_column], 4) AS lower,
            toDecimal128OrNull(stand.columns[selection.upper_column], 4) AS upper,
            ifNull(stand.columns['provenance'], '') AS provenance,
            hasAny(stand.marks, selection.approximate) AS is_approximate,
            hasAny(stand.marks, selection.provisional) AS is_provisional
        FROM stand
        INNER JOIN selection
            ON selection.source_system = stand.source_system AND selection.source_table = stand.source_table
        WHERE toString(day) = left(stand.columns[selection.date_column], 10)
            AND hasAll(stand.marks, selection.required)
            AND arrayAll(choice -> hasAny(stand.marks, choice), selection.choices)
    ),
    question AS
    (
        SELECT
            asked.question_no AS question_no,
            asked.selection_no AS selection_no,
            asked.window_set AS window_set,
            membership.leaf_code AS leaf_code,
            membership.valid_from AS valid_from,
            membership.valid_to AS valid_to
        FROM format(
            JSONCompactEachRow,
            'question_no UInt32, selection_no UInt32, area_code String, window_set UInt32',
            {questions:String}) AS asked
        INNER JOIN
        (
            SELECT DISTINCT area_code, leaf_code, valid_from, valid_to
            FROM core.area_membership
            WHERE area_code IN {area_codes:Array(String)}
        ) AS membership ON membership.area_code = asked.area_code
    )
SELECT
    question.question_no AS question_no,
    window_month.window_no AS window_no,
    if(counted_row.is_level, counted_row.leaf_code, '') AS leaf_code,
    toInt64(count()) AS row_count,
    toInt64(count(counted_row.amount)) AS amount_count,
    toInt64(count(counted_row.days)) AS day_count,
    toInt64(uniqExact(counted_row.identity)) AS identity_count,
    sum(counted_row.amount) AS amount,
    quantilesExactInclusiveIf(0.5, 0.9)(counted_row.days, isNotNull(counted_row.days)) AS days,
    if(
        max(counted_row.is_level),
        [
            argMaxIf(
                tuple(
                    counted_row.amount,
                    counted_row.lower,
                    counted_row.upper,
                    counted_row.is_approximate,
                    counted_row.is_provisional,
                    counted_row.provenance),
                tuple(counted_row.day, counted_row.key),
                counted_row.is_level)
        ],
        []) AS newest,
    max(counted_row.is_approximate) AS is_approximate,
    max(counted_row.is_provisional) AS is_provisional
FROM counted_row
INNER JOIN question
    ON question.selection_no = counted_row.selection_no AND question.leaf_code = counted_row.leaf_code
INNER JOIN format(
    JSONCompactEachRow, 'window_set UInt32, window_no UInt32, month Date', {windows:String}) AS window_month
    ON window_month.window_set = question.window_set
    AND window_month.month = toStartOfMonth(assumeNotNull(counted_row.day))
WHERE counted_row.day BETWEEN question.valid_from AND question.valid_to
GROUP BY question_no, window_no, leaf_code
SETTINGS enable_join_runtime_filters = 0
