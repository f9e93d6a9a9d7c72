-- Counts rows of casework for many questions at once. The text is always the same; everything asked stands in the parameters:
--   selections: JSON array, which rows of which table are counted and how; its fields are those of SelectionText;
--   tables: the tables of the selections, each with its system;
--   question_no, selection_no, question_area, window_set: arrays of the same length, one position a question; area_codes: the
--   areas of all questions, each once;
--   window_set_no, window_no, window_from, window_months: arrays of the same length, one position a window: its set, its place in
--   it, its first month and how many months it has; first_day and end_day, the day after the last, hold all of them;
--   municipality: area of facts that are known for the municipality only; moment: the reference date.
-- Sets and windows are counted from 0. The answer has a row for what the rows in a window of a question add up to; no row is no
-- rows. Of a level it has a row for each leaf: the newest of the leaf in the window. Filters that the engine makes out of one side of a
-- join while it runs cost a quarter of the statement's processor time and leave nothing out here, so they are off.
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
            entry.required AS required,
            entry.choices AS choices,
            entry.approximate AS approximate,
            entry.provisional AS provisional,
            entry.number AS selection_no
        FROM
        (
            SELECT JSONExtract(
                {selections:String},
                'Array(Tuple(number UInt32, kind String, source_system String, source_table String, date String, area String,
                    amount String, identity String, start String, end String, lower String, upper String,
                    required Array(String), choices Array(Array(String)), approximate Array(String),
                    provisional Array(String)))') AS entries
        )
        ARRAY JOIN entries AS entry
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
        WHERE stand.columns[selection.date_column] >= {first_day:String}
            AND stand.columns[selection.date_column] < {end_day:String}
            AND toString(day) = left(stand.columns[selection.date_column], 10)
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
        FROM
        (
            SELECT question_no, selection_no, area_code, window_set
            FROM
            (
                SELECT
                    {question_no:Array(UInt32)} AS question_no,
                    {selection_no:Array(UInt32)} AS selection_no,
                    {question_area:Array(String)} AS area_code,
                    {window_set:Array(UInt32)} AS window_set
            )
            ARRAY JOIN question_no, selection_no, area_code, window_set
        ) AS asked
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
    newest.6 AS provenance
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
SETTINGS enable_join_runtime_filters = 0
