-- The rows of casework as known at a reference date, and the months that registers were kept, which are rows too. The text is always the
-- same; everything asked stands in the parameters:
--   tables: the tables, each with its system; names: the columns that are read; first_day and end_day, the day after the last, hold all
--   periods asked for; moment: the reference date.
-- The answer has a row for each table and each set of columns in which its rows have a value: their keys, and their values one row
-- after the other. A column that is null is left out.
-- Rows with nothing that could be a day in sight are left out, but those of a time in which the days in sight lie.
-- What they add up to is left to the reader: joining each row with everything that is asked of it takes the engine longer than reading it.
SELECT
    source_system,
    source_table,
    mapKeys(columns) AS names,
    groupArray(key) AS keys,
    groupArrayArray(mapValues(columns)) AS row_values
FROM
(
    SELECT
        source_system,
        source_table,
        key,
        mapFilter((name, value) -> isNotNull(value) AND has({names:Array(String)}, name), columns) AS columns
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
)
WHERE arrayExists(value -> value >= {first_day:String} AND value < {end_day:String}, mapValues(columns))
    OR (columns['period_from'] < {end_day:String} AND columns['period_to'] >= {first_day:String})
GROUP BY source_system, source_table, names
