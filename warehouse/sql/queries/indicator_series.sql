-- Answers many requests for a series at once, in two kinds of row:
--   counted: request_no and month, the first of a period, say what was counted in that period; no row is no counts;
--   covered: moment_millis and month say which months were delivered, as known at that reference date.
-- The parameters are arrays of the same length, one position for each measure of each request: number of the request,
-- measure, area, reference date, months in a period, first and last month.
WITH
    wanted AS
    (
        SELECT request_no, measure, area_code, moment, period_months, first_month, last_month
        FROM
        (
            SELECT
                {request_no:Array(UInt32)} AS request_no,
                {measure:Array(String)} AS measure,
                {area_code:Array(String)} AS area_code,
                {moment:Array(DateTime64(3, 'UTC'))} AS moment,
                {period_months:Array(UInt8)} AS period_months,
                {first_month:Array(Date)} AS first_month,
                {last_month:Array(Date)} AS last_month
        )
        ARRAY JOIN request_no, measure, area_code, moment, period_months, first_month, last_month
    ),
    -- A wijk is its buurten; the municipality is all buurten and the remainder.
    leaf AS
    (
        SELECT code AS leaf_code, arrayJoin(arrayDistinct([code, wijk_code, municipality_code])) AS area_code
        FROM core.area_current
        WHERE kind IN ('buurt', 'rest')
    ),
    wanted_leaf AS
    (
        SELECT
            wanted.request_no AS request_no,
            wanted.measure AS measure,
            leaf.leaf_code AS leaf_code,
            wanted.moment AS moment,
            wanted.period_months AS period_months,
            wanted.first_month AS first_month,
            wanted.last_month AS last_month
        FROM wanted
        INNER JOIN leaf ON leaf.area_code = wanted.area_code
    ),
    -- Each cell as the warehouse knew it at each reference date. The newest moment counts, of one moment the row with
    -- the most changes; both in one number, because comparing tuples takes three times as long.
    cell AS
    (
        SELECT
            measure,
            area_code AS leaf_code,
            month,
            moment,
            argMax(count, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_count,
            argMax(
                unknown_count,
                bitShiftLeft(toUInt128(toUnixTimestamp64Milli(known_at)), 64) + change_count) AS cell_unknown_count
        FROM mart.monthly_count
        ARRAY JOIN arrayDistinct({moment:Array(DateTime64(3, 'UTC'))}) AS moment
        PREWHERE measure IN {measure:Array(String)}
            AND area_code IN (SELECT leaf_code FROM leaf WHERE area_code IN {area_code:Array(String)})
        WHERE month BETWEEN arrayMin({first_month:Array(Date)}) AND arrayMax({last_month:Array(Date)})
            AND known_at <= moment
        GROUP BY measure, area_code, month, moment
    ),
    -- Each delivery as the warehouse knew it at each reference date.
    delivery AS
    (
        SELECT
            moment,
            argMax((period_from, period_to, status, _is_deleted), _version) AS stand
        FROM core.police_delivery_history
        ARRAY JOIN arrayDistinct({moment:Array(DateTime64(3, 'UTC'))}) AS moment
        WHERE _known_at <= moment
        GROUP BY moment, delivery_id
    ),
    -- The part of its period that anyone asked for.
    asked_delivery AS
    (
        SELECT
            moment,
            toStartOfMonth(greatest(stand.1, arrayMin({first_month:Array(Date)}))) AS covered_from,
            toStartOfMonth(least(stand.2, arrayMax({last_month:Array(Date)}))) AS covered_to
        FROM delivery
        WHERE stand.3 = 'accepted' AND stand.4 = 0 AND covered_from <= covered_to
    )
SELECT
    'counted' AS kind,
    wanted_leaf.request_no AS request_no,
    toInt64(0) AS moment_millis,
    addMonths(
        toStartOfYear(cell.month),
        intDiv(toMonth(cell.month) - 1, wanted_leaf.period_months) * wanted_leaf.period_months) AS month,
    sum(cell.cell_count) AS count,
    sum(cell.cell_unknown_count) AS unknown_count
FROM cell
INNER JOIN wanted_leaf
    ON wanted_leaf.measure = cell.measure
    AND wanted_leaf.leaf_code = cell.leaf_code
    AND wanted_leaf.moment = cell.moment
WHERE cell.month BETWEEN wanted_leaf.first_month AND wanted_leaf.last_month
GROUP BY request_no, month
UNION ALL
SELECT DISTINCT
    'covered' AS kind,
    toUInt32(0) AS request_no,
    toUnixTimestamp64Milli(moment) AS moment_millis,
    arrayJoin(arrayMap(
        number -> addMonths(covered_from, number),
        range(toUInt32(dateDiff('month', covered_from, covered_to) + 1)))) AS month,
    toInt64(0) AS count,
    toInt64(0) AS unknown_count
FROM asked_delivery
