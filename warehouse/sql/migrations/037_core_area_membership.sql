-- Grain: one leaf in one area over a range of days
-- Key: division, area_code, leaf_code, valid_from
-- Retention: replaced as a whole when the reference data changes
-- Leaves are the areas that figures are kept for: buurten, the remainder, municipalities, the country. Within one
-- division a leaf lies in at most one area a day.
CREATE TABLE IF NOT EXISTS core.area_membership
(
    division LowCardinality(String) COMMENT 'kind of the area: gemeente, wijk, buurt, rest, stadsdeel, lwa, regio, regiogemeente or land',
    area_code LowCardinality(String) COMMENT 'area',
    leaf_code LowCardinality(String) COMMENT 'leaf of the area; a leaf is a leaf of itself',
    valid_from Date COMMENT 'first day',
    valid_to Date COMMENT 'last day'
)
ENGINE = ReplacingMergeTree
ORDER BY (division, area_code, leaf_code, valid_from)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Which leaves an area is made of'
