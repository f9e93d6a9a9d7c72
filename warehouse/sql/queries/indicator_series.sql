-- Answers many questions at once, whatever they count. The text is always the same; everything asked stands in the parameters:
--   selections: JSON array, which rows of which table are counted and how; its fields are those of SelectionText;
--   tables, registers, measures: what of core.casework_change and mart.monthly_count is read at all;
--   streamed_no, measure: arrays of the same length, the measures of the stream that a selection adds up;
--   selection_no, area_code, moment, window_set: arrays of the same length, one position a question; its place is its number;
--   window_set_no, window_no, window_from, window_months: arrays of the same length, one position a window: its set, its place in
--   it, its first month and how many months it has; first_day and end_day, the day after the last, hold all of them;
--   municipality: area of facts that are known for the municipality only.
-- Numbers count from 0. The answer has three kinds of row:
--   counted: what the rows in a window of a question add up to; no row is no rows;
--   level: the newest row of a leaf in a window of a question;
--   months: which months a register was kept, as known at a reference date, each as (12 * year + month - 1) * 4 + weakness.
WITH
    selection AS
    (
        SELECT
            entry.kind AS kind,
            entry.source_system AS source_system,
            entry.source_table AS source_table,
            entry.date AS date_column,
            entry.area AS area_column,
            entry.amount AS amount_column,
            entry.identity AS identity_column,
            entry.start AS start_column,
            entry.end AS end_column,
            entry.lower AS lower_column,
            entry.upper AS upper_column,
            entry.conditions AS conditions,
            entry.approximate AS approximate,
            entry.provisional AS provisional,
            entry.number AS selection_no
        FROM
        (
            SELECT JSONExtract(
                {selections:String},
                'Array(Tuple(number UInt32, kind String, source_system String, source_table String, date String, area String,
                    amount String, identity String, start String, end String, lower String, upper String,
                    conditions Array(Tuple(column String, values Array(String))),
                    approximate Array(Tuple(column String, values Array(String))),
                    provisional Array(Tuple(column String, values Array(String)))))') AS entries
        )
        ARRAY JOIN entries AS entry
    ),
    -- Each row of casework as the warehouse knew it. Rows with nothing that could be a date in sight are left out
    -- before they are looked at for every selection.
    stand AS
    (
        SELECT source_system, source_table, key, columns
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
    -- What is counted: a row of casework for each selection it belongs to, and the cells of the stream as the warehouse knew them.
    -- A date, an amount or a limit that is none is null, never another one.
    counted_row AS
    (
        SELECT
            selection.selection_no AS selection_no,
            selection.kind AS kind,
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
            toInt64(isNull(amount)) AS unknown_count,
            stand.columns[selection.identity_column] AS identity,
            dateDiff(
                'day',
                toDate32OrNull(left(stand.columns[selection.start_column], 10)),
                toDate32OrNull(left(stand.columns[selection.end_column], 10))) AS days,
            toDecimal128OrNull(stand.columns[selection.lower_column], 4) AS lower,
            toDecimal128OrNull(stand.columns[selection.upper_column], 4) AS upper,
            ifNull(stand.columns['provenance'], '') AS provenance,
            arrayExists(
                condition -> has(condition.values, ifNull(stand.columns[condition.column], '')),
                selection.approximate) AS is_approximate,
            arrayExists(
                condition -> has(condition.values, ifNull(stand.columns[condition.column], '')),
                selection.provisional) AS is_provisional
        FROM stand
        INNER JOIN selection
            ON selection.source_system = stand.source_system AND selection.source_table = stand.source_table
        WHERE stand.columns[selection.date_column] >= {first_day:String}
            AND stand.columns[selection.date_column] < {end_day:String}
            AND toString(day) = left(stand.columns[selection.date_column], 10)
            AND arrayAll(
                condition -> stand.columns[condition.column] IS NOT NULL
                    AND (condition.values = ['*'] OR has(condition.values, assumeNotNull(stand.columns[condition.column]))),
                selection.conditions)
        UNION ALL
        SELECT
            streamed.streamed_no AS selection_no,
            'count' AS kind,
            '' AS key,
            cell.area_code AS leaf_code,
            toNullable(cell.month) AS day,
            toNullable(toDecimal128(cell.cell_count, 4)) AS amount,
            cell.cell_unknown_count AS unknown_count,
            NULL AS identity,
            NULL AS days,
            NULL AS lower,
            NULL AS upper,
            '' AS provenance,
            0 AS is_approximate,
            0 AS is_provisional
        FROM
        (
            -- The newest moment counts, of one moment the row with the most changes; both in one number, because comparing
            -- tuples takes three times as long.
            SELECT
                measure,
                area_code,
                month,
                argMax(
                    count,
                    bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_count,
                argMax(
                    unknown_count,
                    bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_unknown_count
            FROM mart.monthly_count
            WHERE measure IN {measure:Array(String)}
                AND area_code IN (SELECT leaf_code FROM core.area_membership WHERE area_code IN {area_code:Array(String)})
                AND month >= {first_day:Date}
                AND month < {end_day:Date}
                AND known_at <= {moment:DateTime64(3, 'UTC')}
            GROUP BY measure, area_code, month
        ) AS cell
        INNER JOIN
        (
            SELECT streamed_no, measure
            FROM (SELECT {streamed_no:Array(UInt32)} AS streamed_no, {measure:Array(String)} AS measure)
            ARRAY JOIN streamed_no, measure
        ) AS streamed ON streamed.measure = cell.measure
    ),
    question AS
    (
        SELECT
            asked.question_no - 1 AS question_no,
            asked.selection_no AS selection_no,
            asked.window_set AS window_set,
            membership.leaf_code AS leaf_code,
            membership.valid_from AS valid_from,
            membership.valid_to AS valid_to
        FROM
        (
            SELECT question_no, selection_no, area_code, window_set
            FROM
            (
                SELECT
                    {selection_no:Array(UInt32)} AS selection_no,
                    {area_code:Array(String)} AS area_code,
                    {window_set:Array(UInt32)} AS window_set
            )
            ARRAY JOIN selection_no, area_code, window_set, arrayEnumerate(selection_no) AS question_no
        ) AS asked
        INNER JOIN
        (
            SELECT DISTINCT area_code, leaf_code, valid_from, valid_to
            FROM core.area_membership
            WHERE area_code IN {area_code:Array(String)}
        ) AS membership ON membership.area_code = asked.area_code
    )
SELECT
    if(counted_row.kind = 'level', 'level', 'counted') AS row_kind,
    question.question_no AS question_no,
    window_month.window_no AS window_no,
    if(counted_row.kind = 'level', counted_row.leaf_code, '') AS leaf_code,
    toInt64(if(counted_row.kind = 'duration', count(counted_row.days), count())) AS row_count,
    sum(counted_row.unknown_count) AS unknown_count,
    multiIf(
        counted_row.kind = 'count', sum(counted_row.amount),
        counted_row.kind = 'distinct', toDecimal128(uniqExactIf(counted_row.identity, counted_row.kind = 'distinct'), 4),
        (argMaxIf(
            tuple(
                counted_row.amount,
                counted_row.lower,
                counted_row.upper,
                counted_row.is_approximate,
                counted_row.is_provisional,
                counted_row.provenance),
            tuple(counted_row.day, counted_row.key),
            counted_row.kind = 'level') AS newest).1) AS amount,
    quantilesExactInclusiveIf(0.5, 0.9)(counted_row.days, counted_row.kind = 'duration') AS days,
    newest.2 AS lower,
    newest.3 AS upper,
    if(counted_row.kind = 'level', newest.4, max(counted_row.is_approximate)) AS is_approximate,
    if(counted_row.kind = 'level', newest.5, max(counted_row.is_provisional)) AS is_provisional,
    newest.6 AS provenance,
    '' AS source_system,
    '' AS register,
    CAST([], 'Array(UInt32)') AS months
FROM counted_row
INNER JOIN question
    ON question.selection_no = counted_row.selection_no AND question.leaf_code = counted_row.leaf_code
INNER JOIN
(
    SELECT window_set, window_no, addMonths(window_from, arrayJoin(range(window_months))) AS month
    FROM
    (
        SELECT
            {window_set_no:Array(UInt32)} AS window_set,
            {window_no:Array(UInt32)} AS window_no,
            {window_from:Array(Date)} AS window_from,
            {window_months:Array(UInt16)} AS window_months
    )
    ARRAY JOIN window_set, window_no, window_from, window_months
) AS window_month
    ON window_month.window_set = question.window_set
    AND window_month.month = toStartOfMonth(assumeNotNull(counted_row.day))
WHERE counted_row.day BETWEEN question.valid_from AND question.valid_to
GROUP BY counted_row.kind, question_no, window_no, leaf_code
UNION ALL
-- A delivery covers its police classes; one from before it named them covers all, which is register '*'.
SELECT
    'months' AS row_kind,
    0 AS question_no,
    0 AS window_no,
    '' AS leaf_code,
    toInt64(0) AS row_count,
    toInt64(0) AS unknown_count,
    NULL AS amount,
    [] AS days,
    NULL AS lower,
    NULL AS upper,
    0 AS is_approximate,
    0 AS is_provisional,
    '' AS provenance,
    source_system,
    register,
    arraySort(groupUniqArrayArray(arrayMap(
        month_no -> toUInt32(month_no * 4 + transform(
            ifNull(columns['provenance'], ''),
            ['published_year', 'published_period', 'demonstration'],
            [0, 1, 3],
            2)),
        range(
            toUInt32(toYear(kept_from) * 12 + toMonth(kept_from) - 1),
            toUInt32(toYear(kept_to) * 12 + toMonth(kept_to)))))) AS months
FROM
(
    SELECT
        source_system,
        columns,
        arrayJoin(multiIf(
            source_table != 'delivery', [ifNull(columns['register'], '')],
            columns['police_classes'] IS NULL, ['*'],
            JSONExtract(assumeNotNull(columns['police_classes']), 'Array(String)'))) AS register,
        greatest(toDateOrZero(left(assumeNotNull(columns['period_from']), 10)), {first_day:Date}) AS kept_from,
        least(toDateOrZero(left(assumeNotNull(columns['period_to']), 10)), {end_day:Date} - 1) AS kept_to
    FROM
    (
        SELECT source_system, source_table, _is_deleted, columns
        FROM core.casework_change
        WHERE (source_system, source_table) IN {register_tables:Array(Tuple(String, String))}
            AND _known_at <= {moment:DateTime64(3, 'UTC')}
        ORDER BY source_system, source_table, key, _recency
        LIMIT 1 BY source_system, source_table, key
    )
    WHERE _is_deleted = 0
        AND (source_table != 'delivery' OR columns['status'] = 'accepted')
        AND columns['period_from'] < {end_day:String}
        AND columns['period_to'] >= {first_day:String}
)
WHERE kept_from <= kept_to AND (source_system, register) IN {registers:Array(Tuple(String, String))}
GROUP BY source_system, register
