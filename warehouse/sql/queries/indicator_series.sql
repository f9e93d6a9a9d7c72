-- Answers many requests for a series at once. Grain of the answer: one period of one request that has anything to say.
-- A request is one position in the arrays of the same length: number, area, length of period, first and last month,
-- reference date. Its measures stand in two further arrays, by number of the request.
WITH
    request AS
    (
        SELECT request_no, area_code, grain, first_month, last_month, peildatum
        FROM
        (
            SELECT
                {request_no:Array(UInt32)} AS request_no,
                {area_code:Array(String)} AS area_code,
                {grain:Array(String)} AS grain,
                {first_month:Array(Date)} AS first_month,
                {last_month:Array(Date)} AS last_month,
                {peildatum:Array(DateTime64(3, 'UTC'))} AS peildatum
        )
        ARRAY JOIN request_no, area_code, grain, first_month, last_month, peildatum
    ),
    request_measure AS
    (
        SELECT request_no, measure
        FROM
        (
            SELECT
                {measure_request_no:Array(UInt32)} AS request_no,
                {measure:Array(String)} AS measure
        )
        ARRAY JOIN request_no, measure
    ),
    -- A wijk is its buurten; the municipality is all buurten and the remainder.
    request_leaf AS
    (
        SELECT request.request_no AS request_no, area.code AS area_code
        FROM core.area_current AS area
        CROSS JOIN request
        WHERE area.kind IN ('buurt', 'rest')
            AND request.area_code IN (area.code, area.wijk_code, area.municipality_code)
    ),
    -- Each delivery as the warehouse knew it at the reference date.
    delivery AS
    (
        SELECT
            request.request_no AS request_no,
            any(request.first_month) AS first_month,
            any(request.last_month) AS last_month,
            argMax((history.period_from, history.period_to, history.status, history._is_deleted), history._version) AS stand
        FROM core.police_delivery_history AS history
        CROSS JOIN request
        WHERE history._known_at <= request.peildatum
        GROUP BY request.request_no, history.delivery_id
    ),
    covered AS
    (
        SELECT DISTINCT request_no, month
        FROM
        (
            SELECT
                request_no,
                toStartOfMonth(greatest(stand.1, first_month)) AS covered_from,
                toStartOfMonth(least(stand.2, last_month)) AS covered_to
            FROM delivery
            WHERE stand.3 = 'accepted' AND stand.4 = 0 AND stand.1 <= last_month AND stand.2 >= first_month
        )
        ARRAY JOIN arrayMap(
            number -> addMonths(covered_from, number),
            range(toUInt32(greatest(0, dateDiff('month', covered_from, covered_to) + 1)))) AS month
    ),
    -- Each cell as the warehouse knew it at the reference date.
    cell AS
    (
        SELECT
            wanted.request_no AS request_no,
            stored.month AS month,
            argMax((stored.count, stored.unknown_count), (stored.known_at, stored.change_count)) AS stand
        FROM mart.monthly_count AS stored
        INNER JOIN
        (
            SELECT
                request_measure.measure AS measure,
                request_leaf.area_code AS area_code,
                request.request_no AS request_no,
                request.first_month AS first_month,
                request.last_month AS last_month,
                request.peildatum AS peildatum
            FROM request
            INNER JOIN request_measure ON request_measure.request_no = request.request_no
            INNER JOIN request_leaf ON request_leaf.request_no = request.request_no
        ) AS wanted ON wanted.measure = stored.measure AND wanted.area_code = stored.area_code
        WHERE stored.measure IN {measure:Array(String)}
            AND stored.month BETWEEN wanted.first_month AND wanted.last_month
            AND stored.known_at <= wanted.peildatum
        GROUP BY wanted.request_no, stored.measure, stored.area_code, stored.month
    ),
    observation AS
    (
        SELECT request_no, month, 1 AS covered_month, toInt64(0) AS count, toInt64(0) AS unknown_count
        FROM covered
        UNION ALL
        SELECT request_no, month, 0, stand.1, stand.2
        FROM cell
    )
SELECT
    observation.request_no AS request_no,
    multiIf(
        request.grain = 'YEAR', toStartOfYear(observation.month),
        request.grain = 'QUARTER', toStartOfQuarter(observation.month),
        observation.month) AS period_from,
    sum(observation.covered_month) AS covered_months,
    sum(observation.count) AS count,
    sum(observation.unknown_count) AS unknown_count
FROM observation
INNER JOIN request ON request.request_no = observation.request_no
GROUP BY request_no, period_from
ORDER BY request_no, period_from
