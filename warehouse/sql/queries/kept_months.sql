-- Which months the registers were kept. The text is always the same; everything asked stands in the parameters:
--   register_tables: the tables that say so; registers: the registers asked for, each with its system;
--   first_day and end_day, the day after the last, hold all months asked for; moment: the reference date.
-- The answer has a row for each register that was kept in one of the months: those months, each as
-- (12 * year + month - 1) * 4 + weakness. A month may come several times.
-- A delivery covers its police classes; one from before it named them covers all, which is register '*'.
SELECT
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
