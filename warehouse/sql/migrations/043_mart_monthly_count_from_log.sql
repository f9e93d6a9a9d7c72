-- Grain: as mart.monthly_count
-- Key: measure, area_code, month, known_at; exactly one row each
-- Retention: none of its own
-- What mart.monthly_count must hold, computed from the change log alone and without the stream: a rebuild fills the table
-- with it, and any difference between the two is a defect. Which rows count where stands in the stream's CountedTable too.
CREATE VIEW IF NOT EXISTS mart.monthly_count_from_log AS
WITH
    -- A change may have been written more than once, or be known from two moments when its topic was read again: the
    -- first one counts.
    change AS
    (
        SELECT source_system, source_table, key, _version, _is_deleted, row, _known_at
        FROM raw.change_event
        WHERE (source_system = 'politiecijfers' AND source_table = 'registration')
            OR (source_system = 'melddesk' AND source_table = 'report')
        ORDER BY source_system, source_table, key, _version, _known_at
        LIMIT 1 BY source_system, source_table, key, _version
    ),
    -- What each version of a row counts for. The police state a number a cell, a report counts for one.
    share AS
    (
        SELECT
            source_system,
            source_table,
            key,
            _version,
            _known_at,
            JSONExtract(
                row,
                'Tuple(police_class String, area_code String, month String, registration_count Nullable(Int64), category String, buurt_code String, happened_on String, is_withdrawn Bool, is_merged Bool)') AS fields,
            source_system = 'politiecijfers' AS is_police,
            toUInt8(_is_deleted = 0 AND NOT fields.is_withdrawn AND NOT fields.is_merged) AS is_counted,
            (
                if(is_police, concat('politie.', fields.police_class), concat('melddesk.', fields.category)),
                if(is_police, fields.area_code, fields.buurt_code),
                toStartOfMonth(toDate(left(if(is_police, fields.month, fields.happened_on), 10)))
            ) AS cell,
            if(is_police, ifNull(fields.registration_count, 0), 1) AS amount,
            toInt64(is_police AND isNull(fields.registration_count)) AS unknown
        FROM change
    ),
    -- Each version together with the one it replaced.
    replacement AS
    (
        SELECT
            _known_at,
            is_counted,
            cell,
            amount,
            unknown,
            lagInFrame(is_counted, 1, 0) OVER key_history AS previous_is_counted,
            lagInFrame(cell) OVER key_history AS previous_cell,
            lagInFrame(amount, 1, 0) OVER key_history AS previous_amount,
            lagInFrame(unknown, 1, 0) OVER key_history AS previous_unknown
        FROM share
        WINDOW key_history AS
        (
            PARTITION BY source_system, source_table, key
            ORDER BY _version ASC
            ROWS BETWEEN 1 PRECEDING AND CURRENT ROW
        )
    ),
    -- What that changes in a cell: taken out of the old one, put into the new one.
    contribution AS
    (
        SELECT
            _known_at,
            arrayJoin(if(
                is_counted AND previous_is_counted AND cell = previous_cell,
                [(cell, amount - previous_amount, unknown - previous_unknown)],
                arrayConcat(
                    if(previous_is_counted, [(previous_cell, -previous_amount, -previous_unknown)], []),
                    if(is_counted, [(cell, amount, unknown)], [])))) AS change
        FROM replacement
    ),
    moment AS
    (
        SELECT
            change.1 AS cell,
            _known_at AS known_at,
            sum(change.2) AS count_change,
            sum(change.3) AS unknown_change,
            count() AS changes
        FROM contribution
        WHERE change.2 != 0 OR change.3 != 0
        GROUP BY cell, known_at
    )
SELECT
    cell.1 AS measure,
    cell.2 AS area_code,
    cell.3 AS month,
    known_at,
    sum(count_change) OVER cell_history AS count,
    sum(unknown_change) OVER cell_history AS unknown_count,
    toUInt64(sum(changes) OVER cell_history) AS change_count
FROM moment
WINDOW cell_history AS
(
    PARTITION BY cell
    ORDER BY known_at ASC
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
)
