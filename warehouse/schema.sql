-- Generated from 66 migrations, fingerprint 156000d6e9e069415de36d5c2564c4b16f2da70498b21fb35eff6b45bd54ab24
-- Do not edit: README.md says how to generate it anew.

CREATE TABLE raw.change_event
(
    `source_system` LowCardinality(String) COMMENT 'system the change came from',
    `source_table` LowCardinality(String) COMMENT 'table in that system, without schema',
    `key` String COMMENT 'primary key as a JSON object',
    `_version` UInt128 COMMENT 'epoch << 96 | lsn << 32 | order in the transaction; 0 as order is a snapshot read',
    `op` LowCardinality(String) COMMENT 'c, u, d or r',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `row` String COMMENT 'the row as a JSON object; for a delete the last known row' CODEC(ZSTD(1)),
    `source_at` DateTime64(3, 'UTC') COMMENT 'moment of the change by the clock of the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the change in',
    `topic` LowCardinality(String) COMMENT 'Kafka topic',
    `partition` Int32 COMMENT 'Kafka partition',
    `offset` Int64 COMMENT 'Kafka offset'
)
ENGINE = ReplacingMergeTree
ORDER BY (source_system, source_table, key, _version)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Every change of every captured source row';

CREATE TABLE core.alias
(
    `normalized` String COMMENT 'the name without capitals, accents, punctuation and spaces',
    `alias` String COMMENT 'the name as it is written',
    `kind` LowCardinality(String) COMMENT 'offence-kind, nuisance-kind or term',
    `code` String COMMENT 'code of what is meant',
    `name` String COMMENT 'own name of what is meant',
    `note` String COMMENT 'where documents use the name otherwise; may be empty'
)
ENGINE = ReplacingMergeTree
ORDER BY normalized
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Other names of categories and terms';

CREATE TABLE core.area
(
    `code` LowCardinality(String) COMMENT 'CBS code; BU09359999 is the remainder that cannot be assigned to a buurt',
    `name` String COMMENT 'Dutch name',
    `kind` LowCardinality(String) COMMENT 'gemeente, wijk, buurt or rest',
    `wijk_code` LowCardinality(String) COMMENT 'wijk it lies in, empty for the municipality and the remainder',
    `municipality_code` LowCardinality(String) COMMENT 'municipality it lies in',
    `inhabitants` UInt32 COMMENT 'inhabitants on 1 January of the edition; buurten rounded to five, larger areas their sum',
    `edition` UInt16 COMMENT 'year of the CBS division',
    `valid_from` Date DEFAULT '1970-01-01' COMMENT 'first day on which it exists; 1970-01-01 when older or not known',
    `valid_to` Date DEFAULT '2148-12-31' COMMENT 'last day on which it exists; 2148-12-31 when there is no end',
    `is_demonstration` Bool DEFAULT false COMMENT 'true when its borders are an example'
)
ENGINE = ReplacingMergeTree(edition)
ORDER BY code
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Areas of the municipality';

CREATE VIEW core.area_current
(
    `code` LowCardinality(String),
    `name` String,
    `kind` LowCardinality(String),
    `wijk_code` LowCardinality(String),
    `municipality_code` LowCardinality(String),
    `inhabitants` UInt32,
    `edition` UInt16,
    `valid_from` Date,
    `valid_to` Date,
    `is_demonstration` Bool
)
AS SELECT
    code,
    name,
    kind,
    wijk_code,
    municipality_code,
    inhabitants,
    edition,
    valid_from,
    valid_to,
    is_demonstration
FROM core.area
FINAL;

CREATE TABLE core.area_membership
(
    `division` LowCardinality(String) COMMENT 'kind of the area: gemeente, wijk, buurt, rest, stadsdeel, lwa, regio, regiogemeente or land',
    `area_code` LowCardinality(String) COMMENT 'area',
    `leaf_code` LowCardinality(String) COMMENT 'leaf of the area; a leaf is a leaf of itself',
    `valid_from` Date COMMENT 'first day',
    `valid_to` Date COMMENT 'last day'
)
ENGINE = ReplacingMergeTree
ORDER BY (division, area_code, leaf_code, valid_from)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Which leaves an area is made of';

CREATE TABLE core.calendar_day
(
    `day` Date COMMENT 'the day',
    `weekday` UInt8 COMMENT '1 is Monday, 7 is Sunday',
    `public_holiday` LowCardinality(String) COMMENT 'name of the public holiday, empty on other days',
    `is_dark_month` Bool COMMENT 'true in October to March',
    `hot_time_kinds` Array(LowCardinality(String)) COMMENT 'kinds of the hot times the day lies in',
    `has_assumed_hot_time` Bool COMMENT 'true when the days of one of them are assumed'
)
ENGINE = ReplacingMergeTree
ORDER BY day
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Days and why figures may differ on them';

CREATE TABLE core.casework_change
(
    `source_system` LowCardinality(String) COMMENT 'system the change came from',
    `source_table` LowCardinality(String) COMMENT 'table in that system, without schema',
    `key` String COMMENT 'primary key as a JSON object',
    `_version` UInt128 COMMENT 'version of the change',
    `_recency` UInt128 MATERIALIZED bitNot(_version) COMMENT 'orders the versions of a row from new to old',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the change in',
    `columns` Map(LowCardinality(String), Nullable(String)) COMMENT 'the row: name and value of each column, null when the source has null'
)
ENGINE = ReplacingMergeTree
ORDER BY (source_system, source_table, key, _recency)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Changes of the rows that are counted at the moment of asking';

CREATE MATERIALIZED VIEW core.casework_change_feed TO core.casework_change
(
    `source_system` LowCardinality(String),
    `source_table` LowCardinality(String),
    `key` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC'),
    `columns` Map(LowCardinality(String), Nullable(String))
)
AS SELECT
    source_system,
    source_table,
    key,
    _version,
    _is_deleted,
    _known_at,
    JSONExtract(row, 'Map(LowCardinality(String), Nullable(String))') AS columns
FROM raw.change_event
WHERE (source_system, source_table) NOT IN (('politiecijfers', 'registration'), ('melddesk', 'report'));

CREATE TABLE core.hot_time
(
    `kind` LowCardinality(String) COMMENT 'carnaval, elfde-van-de-elfde, kermis, magisch-maastricht, rieu, donkere-maanden or schoolvakantie',
    `name` String COMMENT 'Dutch name',
    `first_day` Date COMMENT 'first day',
    `last_day` Date COMMENT 'last day',
    `source` String COMMENT 'where the days come from',
    `is_demonstration` Bool COMMENT 'true when the days are assumed because no source gives them'
)
ENGINE = ReplacingMergeTree
ORDER BY (kind, first_day)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Ranges of days on which figures may differ for a known reason';

CREATE TABLE core.inhabitants
(
    `area_code` LowCardinality(String) COMMENT 'area',
    `counted_on` Date COMMENT 'day of the count',
    `inhabitants` UInt32 COMMENT 'people living there',
    `source` String COMMENT 'where the number comes from; of an area that was added up: of its parts'
)
ENGINE = ReplacingMergeTree
ORDER BY (area_code, counted_on)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Inhabitants of areas';

CREATE TABLE core.nuisance_kind
(
    `code` LowCardinality(String) COMMENT 'police class of the kind, such as E33',
    `name` String COMMENT 'name as published',
    `description` String COMMENT 'what is counted under it',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (code)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Kinds of nuisance as published';

CREATE VIEW core.nuisance_kind_current
(
    `code` LowCardinality(String),
    `name` String,
    `description` String,
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    code,
    name,
    description,
    _known_at
FROM core.nuisance_kind
FINAL;

CREATE MATERIALIZED VIEW core.nuisance_kind_feed TO core.nuisance_kind
(
    `code` String,
    `name` String,
    `description` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(code String)') AS key_fields,
    JSONExtract(row, 'Tuple(name String, description String)') AS row_fields
SELECT
    key_fields.code AS code,
    row_fields.name AS name,
    row_fields.description AS description,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'nuisance_kind');

CREATE TABLE core.offence_kind
(
    `code` LowCardinality(String) COMMENT 'kind, such as 1.2.4',
    `name` String COMMENT 'name as published',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (code)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Kinds of offence as published';

CREATE TABLE core.offence_kind_class
(
    `kind_code` LowCardinality(String) COMMENT 'kind of offence',
    `class_code` LowCardinality(String) COMMENT 'police class',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (kind_code, class_code)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Which police classes a kind of offence counts';

CREATE VIEW core.offence_kind_class_current
(
    `kind_code` LowCardinality(String),
    `class_code` LowCardinality(String),
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    kind_code,
    class_code,
    _known_at
FROM core.offence_kind_class
FINAL;

CREATE MATERIALIZED VIEW core.offence_kind_class_feed TO core.offence_kind_class
(
    `kind_code` String,
    `class_code` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(kind_code String, class_code String)') AS key_fields
SELECT
    key_fields.kind_code AS kind_code,
    key_fields.class_code AS class_code,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'offence_kind_class');

CREATE VIEW core.offence_kind_current
(
    `code` LowCardinality(String),
    `name` String,
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    code,
    name,
    _known_at
FROM core.offence_kind
FINAL;

CREATE MATERIALIZED VIEW core.offence_kind_feed TO core.offence_kind
(
    `code` String,
    `name` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(code String)') AS key_fields,
    JSONExtract(row, 'Tuple(name String)') AS row_fields
SELECT
    key_fields.code AS code,
    row_fields.name AS name,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'offence_kind');

CREATE TABLE core.police_class
(
    `code` LowCardinality(String) COMMENT 'class code, such as A40',
    `name` String COMMENT 'name at the police',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (code)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Classes in which the police register';

CREATE VIEW core.police_class_current
(
    `code` LowCardinality(String),
    `name` String,
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    code,
    name,
    _known_at
FROM core.police_class
FINAL;

CREATE MATERIALIZED VIEW core.police_class_feed TO core.police_class
(
    `code` String,
    `name` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(code String)') AS key_fields,
    JSONExtract(row, 'Tuple(name String)') AS row_fields
SELECT
    key_fields.code AS code,
    row_fields.name AS name,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'police_class');

CREATE TABLE core.police_delivery
(
    `delivery_id` Int64 COMMENT 'identity in the source',
    `reference` String COMMENT 'keyed pseudonym of the reference at the police',
    `period_from` Nullable(Date32) COMMENT 'first day of the first month delivered',
    `period_to` Nullable(Date32) COMMENT 'first day of the last month delivered',
    `delivered_at` Nullable(DateTime64(6, 'UTC')) COMMENT 'moment of delivery',
    `status` LowCardinality(String) COMMENT 'accepted or withdrawn',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (delivery_id)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Deliveries of registrations by the police';

CREATE VIEW core.police_delivery_current
(
    `delivery_id` Int64,
    `reference` String,
    `period_from` Nullable(Date32),
    `period_to` Nullable(Date32),
    `delivered_at` Nullable(DateTime64(6, 'UTC')),
    `status` LowCardinality(String),
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    delivery_id,
    reference,
    period_from,
    period_to,
    delivered_at,
    status,
    _known_at
FROM core.police_delivery
FINAL;

CREATE MATERIALIZED VIEW core.police_delivery_feed TO core.police_delivery
(
    `delivery_id` Int64,
    `reference` String,
    `period_from` Nullable(Date32),
    `period_to` Nullable(Date32),
    `delivered_at` Nullable(DateTime64(6, 'UTC')),
    `status` String,
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(delivery_id Int64)') AS key_fields,
    JSONExtract(row, 'Tuple(reference String, period_from String, period_to String, delivered_at String, status String)') AS row_fields,
    left(row_fields.period_from, 10) AS period_from_text,
    left(row_fields.period_to, 10) AS period_to_text
SELECT
    key_fields.delivery_id AS delivery_id,
    row_fields.reference AS reference,
    if(toString(toDate32OrNull(period_from_text)) = period_from_text, toDate32OrNull(period_from_text), NULL) AS period_from,
    if(toString(toDate32OrNull(period_to_text)) = period_to_text, toDate32OrNull(period_to_text), NULL) AS period_to,
    parseDateTime64BestEffortOrNull(row_fields.delivered_at, 6, 'UTC') AS delivered_at,
    row_fields.status AS status,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'delivery');

CREATE TABLE core.police_registration
(
    `registration_id` Int64 COMMENT 'identity in the source',
    `delivery_id` Int64 COMMENT 'delivery that stated the cell last',
    `police_class` LowCardinality(String) COMMENT 'police class counted',
    `area_code` LowCardinality(String) COMMENT 'buurt, or BU09359999 when it cannot be assigned to one',
    `month` Nullable(Date32) COMMENT 'first day of the month',
    `registration_count` Nullable(Int64) COMMENT 'number of registrations; null is unknown, never zero',
    `is_withdrawn` Bool COMMENT 'true when the police withdrew the cell',
    `updated_at` Nullable(DateTime64(6, 'UTC')) COMMENT 'last change in the source',
    `_version` UInt128 COMMENT 'version of the change that stated this row',
    `_is_deleted` UInt8 COMMENT '1 when the row is gone from the source',
    `_known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that change in'
)
ENGINE = ReplacingMergeTree(_version, _is_deleted)
ORDER BY (registration_id)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Current stand of each cell of police registrations';

CREATE VIEW core.police_registration_current
(
    `registration_id` Int64,
    `delivery_id` Int64,
    `police_class` LowCardinality(String),
    `area_code` LowCardinality(String),
    `month` Nullable(Date32),
    `registration_count` Nullable(Int64),
    `is_withdrawn` Bool,
    `updated_at` Nullable(DateTime64(6, 'UTC')),
    `_known_at` DateTime64(3, 'UTC')
)
AS SELECT
    registration_id,
    delivery_id,
    police_class,
    area_code,
    month,
    registration_count,
    is_withdrawn,
    updated_at,
    _known_at
FROM core.police_registration
FINAL;

CREATE MATERIALIZED VIEW core.police_registration_feed TO core.police_registration
(
    `registration_id` Int64,
    `delivery_id` Int64,
    `police_class` String,
    `area_code` String,
    `month` Nullable(Date32),
    `registration_count` Nullable(Int64),
    `is_withdrawn` Bool,
    `updated_at` Nullable(DateTime64(6, 'UTC')),
    `_version` UInt128,
    `_is_deleted` UInt8,
    `_known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(key, 'Tuple(registration_id Int64)') AS key_fields,
    JSONExtract(row, 'Tuple(delivery_id Int64, police_class String, area_code String, month String, registration_count Nullable(Int64), is_withdrawn Bool, updated_at String)') AS row_fields,
    left(row_fields.month, 10) AS month_text
SELECT
    key_fields.registration_id AS registration_id,
    row_fields.delivery_id AS delivery_id,
    row_fields.police_class AS police_class,
    row_fields.area_code AS area_code,
    if(toString(toDate32OrNull(month_text)) = month_text, toDate32OrNull(month_text), NULL) AS month,
    row_fields.registration_count AS registration_count,
    row_fields.is_withdrawn AS is_withdrawn,
    parseDateTime64BestEffortOrNull(row_fields.updated_at, 6, 'UTC') AS updated_at,
    _version,
    _is_deleted,
    _known_at
FROM raw.change_event
WHERE (source_system = 'politiecijfers') AND (source_table = 'registration');

CREATE VIEW mart.case_step_current
(
    `case_key` String,
    `step_key` String,
    `step` LowCardinality(String),
    `pass_number` UInt16,
    `area_code` LowCardinality(String),
    `entered_on` Date32,
    `left_on` Nullable(Date32),
    `state` String,
    `stagnating_since` Nullable(Date32),
    `day_count` Int32,
    `norm_days` UInt16,
    `outcomes` String,
    `known_at` DateTime64(3, 'UTC')
)
AS SELECT
    case_key,
    step_key,
    step,
    pass_number,
    area_code,
    entered_on,
    left_on,
    multiIf(left_on IS NOT NULL, 'left', ifNull(stagnates_on <= toDate32(now('Europe/Amsterdam')), 0), 'stagnating', 'running') AS state,
    if(stagnates_on <= toDate32(now('Europe/Amsterdam')), stagnates_on, NULL) AS stagnating_since,
    toInt32(dateDiff('day', entered_on, ifNull(left_on, toDate32(now('Europe/Amsterdam'))))) AS day_count,
    norm_days,
    outcomes,
    known_at
FROM
(
    SELECT *
    FROM mart.case_step_state
    ORDER BY
        case_key ASC,
        step_key ASC,
        known_at DESC,
        change_count DESC
    LIMIT 1 BY
        case_key,
        step_key
)
WHERE is_withdrawn = 0;

CREATE TABLE mart.case_step_state
(
    `case_key` String COMMENT 'pseudonym of the case',
    `step_key` String COMMENT 'primary key of the step as a JSON object',
    `step` LowCardinality(String) COMMENT 'lwo, atom, mot or riec',
    `pass_number` UInt16 COMMENT '1 the first time through; more after each reopening',
    `area_code` LowCardinality(String) COMMENT 'buurt of the case',
    `entered_on` Date32 COMMENT 'day on which the case came to the step',
    `left_on` Nullable(Date32) COMMENT 'day on which the step was done or the case closed; null while it goes on',
    `stagnates_on` Nullable(Date32) COMMENT 'first day of taking longer than the norm, also one to come; null when left in time',
    `norm_days` UInt16 COMMENT 'days the step may take',
    `outcomes` String COMMENT 'outcomes of the step in this pass, with commas between them',
    `is_withdrawn` UInt8 COMMENT '1 when the step or its case was registered by mistake, or is gone',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this',
    `change_count` UInt64 COMMENT 'number of changes of the case known up to known_at'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (case_key, step_key, known_at)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Steps of cases with their norm, and the moment from which that was known';

CREATE VIEW mart.hotspot_casework_current
(
    `hotspot_id` String,
    `location_number` String,
    `area_code` LowCardinality(String),
    `category` String,
    `state` String,
    `since` Date32,
    `why` String,
    `report_count` UInt32,
    `day_count` UInt32,
    `opened_on` Date32,
    `opening_count` UInt64,
    `closes_on` Nullable(Date32),
    `window_days` UInt16,
    `least_reports` UInt16,
    `least_days` UInt16,
    `known_at` DateTime64(3, 'UTC'),
    `casework_status` Nullable(String),
    `casework_outcome` Nullable(String),
    `casework_lead` Nullable(String),
    `casework_origin` Nullable(String)
)
AS WITH
    casework AS
    (
        SELECT
            assumeNotNull(columns['location_number']) AS location_number,
            columns
        FROM
        (
            SELECT
                columns,
                _is_deleted
            FROM core.casework_change
            WHERE (source_system = 'melddesk') AND (source_table = 'hotspot')
            ORDER BY
                source_system ASC,
                source_table ASC,
                key ASC,
                _recency ASC
            LIMIT 1 BY
                source_system,
                source_table,
                key
        )
        WHERE (_is_deleted = 0) AND ((columns['is_withdrawn']) = 'false')
        ORDER BY
            columns['location_number'] ASC,
            columns['detected_on'] DESC
        LIMIT 1 BY columns['location_number']
    )
SELECT
    hotspot.*,
    if(casework.location_number = '', NULL, casework.columns['status']) AS casework_status,
    if(casework.location_number = '', NULL, casework.columns['outcome']) AS casework_outcome,
    if(casework.location_number = '', NULL, casework.columns['lead']) AS casework_lead,
    if(casework.location_number = '', NULL, casework.columns['origin']) AS casework_origin
FROM mart.hotspot_current AS hotspot
LEFT JOIN casework ON casework.location_number = hotspot.location_number;

CREATE VIEW mart.hotspot_change
(
    `hotspot_id` String,
    `location_number` String,
    `category` String,
    `area_code` String,
    `state` String,
    `since` Date32,
    `report_count` UInt32,
    `day_count` UInt32,
    `why` String,
    `window_days` UInt16,
    `known_at` DateTime64(3, 'UTC'),
    `_version` UInt64
)
AS WITH
    life AS
    (
        SELECT
            hotspot_id,
            location_number,
            area_code,
            known_at,
            change_count,
            transitions,
            window_days
        FROM mart.hotspot_life
        ORDER BY
            hotspot_id ASC,
            known_at ASC,
            change_count DESC
        LIMIT 1 BY
            hotspot_id,
            known_at
    ),
    newest AS
    (
        SELECT
            hotspot_id,
            max(known_at) AS newest_at
        FROM life
        GROUP BY hotspot_id
    ),
    transition AS
    (
        SELECT
            hotspot_id,
            location_number,
            area_code,
            known_at,
            change_count,
            window_days,
            arrayJoin(JSONExtract(transitions, 'Array(Tuple(String, String, UInt32, UInt32, String))')) AS step
        FROM life
    )
SELECT
    transition.hotspot_id AS hotspot_id,
    argMax(transition.location_number, transition.known_at) AS location_number,
    transition.step.5 AS category,
    argMax(transition.area_code, transition.known_at) AS area_code,
    transform(transition.step.2, ['cooled', 'closed'], ['cooling', 'closed'], 'open') AS state,
    toDate32(transition.step.1) AS since,
    transition.step.3 AS report_count,
    transition.step.4 AS day_count,
    transition.step.2 AS why,
    argMax(transition.window_days, transition.known_at) AS window_days,
    min(transition.known_at) AS known_at,
    max(transition.change_count) AS _version
FROM transition
INNER JOIN newest ON newest.hotspot_id = transition.hotspot_id
GROUP BY
    transition.hotspot_id,
    transition.step,
    newest.newest_at
HAVING max(transition.known_at) = newest.newest_at;

CREATE VIEW mart.hotspot_current
(
    `hotspot_id` String,
    `location_number` String,
    `area_code` LowCardinality(String),
    `category` String,
    `state` String,
    `since` Date32,
    `why` String,
    `report_count` UInt32,
    `day_count` UInt32,
    `opened_on` Date32,
    `opening_count` UInt64,
    `closes_on` Nullable(Date32),
    `window_days` UInt16,
    `least_reports` UInt16,
    `least_days` UInt16,
    `known_at` DateTime64(3, 'UTC')
)
AS WITH
    JSONExtract(transitions, 'Array(Tuple(String, String, UInt32, UInt32, String))') AS steps,
    arrayFilter(step -> (toDate32(step.1) <= toDate32(now('Europe/Amsterdam'))), steps) AS past,
    arrayFilter(step -> ((step.2) IN ('opened', 'reopened', 'revived', 'cooled', 'closed')), past) AS turns,
    arrayFilter(step -> ((step.2) IN ('opened', 'reopened')), past) AS openings,
    arrayFilter(step -> (toDate32(step.1) > toDate32(now('Europe/Amsterdam'))), steps) AS future
SELECT
    hotspot_id,
    location_number,
    area_code,
    (past[-1]).5 AS category,
    transform((turns[-1]).2, ['cooled', 'closed'], ['cooling', 'closed'], 'open') AS state,
    toDate32((turns[-1]).1) AS since,
    (past[-1]).2 AS why,
    (past[-1]).3 AS report_count,
    (past[-1]).4 AS day_count,
    toDate32((openings[-1]).1) AS opened_on,
    length(openings) AS opening_count,
    if(empty(future), NULL, toDate32((future[-1]).1)) AS closes_on,
    window_days,
    least_reports,
    least_days,
    known_at
FROM
(
    SELECT *
    FROM mart.hotspot_life
    ORDER BY
        hotspot_id ASC,
        known_at DESC,
        change_count DESC
    LIMIT 1 BY hotspot_id
)
WHERE notEmpty(past);

CREATE TABLE mart.hotspot_life
(
    `hotspot_id` String COMMENT 'identity, follows from the location',
    `location_number` String COMMENT 'pseudonym of the location',
    `area_code` LowCardinality(String) COMMENT 'buurt of the location',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this life',
    `change_count` UInt64 COMMENT 'number of changes of reports known up to known_at',
    `transitions` String COMMENT 'JSON array, oldest first: day, kind, reports and days with a report in the window, category',
    `window_days` UInt16 COMMENT 'length of the window, in days',
    `least_reports` UInt16 COMMENT 'reports in the window that a potential hotspot has at least',
    `least_days` UInt16 COMMENT 'different days that those reports are of at least'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (hotspot_id, known_at)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Lives of potential hotspots, with the moment from which they were known';

CREATE TABLE mart.monthly_count
(
    `measure` LowCardinality(String) COMMENT 'what is counted, such as politie.A40',
    `area_code` LowCardinality(String) COMMENT 'buurt, or BU09359999 for what cannot be assigned to one',
    `month` Date COMMENT 'first day of the month',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this stand',
    `count` Int64 COMMENT 'sum of the known contributions',
    `unknown_count` Int64 COMMENT 'number of contributions whose count the source does not know',
    `change_count` UInt64 COMMENT 'number of contributions known up to known_at'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (area_code, measure, month, known_at)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Monthly counts with the moment from which they were known';

CREATE VIEW mart.monthly_count_from_log
(
    `measure` String,
    `area_code` String,
    `month` Date,
    `known_at` DateTime64(3, 'UTC'),
    `count` Int64,
    `unknown_count` Int64,
    `change_count` UInt64
)
AS WITH
    change AS
    (
        SELECT
            source_system,
            source_table,
            key,
            _version,
            _is_deleted,
            row,
            _known_at
        FROM raw.change_event
        WHERE ((source_system = 'politiecijfers') AND (source_table = 'registration')) OR ((source_system = 'melddesk') AND (source_table = 'report'))
        ORDER BY
            source_system ASC,
            source_table ASC,
            key ASC,
            _version ASC,
            _known_at ASC
        LIMIT 1 BY
            source_system,
            source_table,
            key,
            _version
    ),
    share AS
    (
        SELECT
            source_system,
            source_table,
            key,
            _version,
            _known_at,
            JSONExtract(row, 'Tuple(police_class String, area_code String, month String, registration_count Nullable(Int64), category String, buurt_code String, happened_on String, is_withdrawn Bool, is_merged Bool)') AS fields,
            source_system = 'politiecijfers' AS is_police,
            toUInt8((_is_deleted = 0) AND (NOT fields.is_withdrawn) AND (NOT fields.is_merged)) AS is_counted,
            (if(is_police, concat('politie.', fields.police_class), concat('melddesk.', fields.category)), if(is_police, fields.area_code, fields.buurt_code), toStartOfMonth(toDate(left(if(is_police, fields.month, fields.happened_on), 10)))) AS cell,
            if(is_police, ifNull(fields.registration_count, 0), 1) AS amount,
            toInt64(is_police AND isNull(fields.registration_count)) AS unknown
        FROM change
    ),
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
        WINDOW key_history AS (PARTITION BY source_system, source_table, key ORDER BY _version ASC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
    ),
    contribution AS
    (
        SELECT
            _known_at,
            arrayJoin(if(is_counted AND previous_is_counted AND (cell = previous_cell), [(cell, amount - previous_amount, unknown - previous_unknown)], arrayConcat(if(previous_is_counted, [(previous_cell, -previous_amount, -previous_unknown)], []), if(is_counted, [(cell, amount, unknown)], [])))) AS change
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
        WHERE ((change.2) != 0) OR ((change.3) != 0)
        GROUP BY
            cell,
            known_at
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
WINDOW cell_history AS (PARTITION BY cell ORDER BY known_at ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

CREATE TABLE mart.signal
(
    `signal_id` String COMMENT 'follows from rule_id, subject, area_code and period',
    `rule_id` LowCardinality(String) COMMENT 'the rule that made it, as in docs/algoritmeregister.md',
    `subject` String COMMENT 'what it is about within the rule: an indicator, a hotspot, a case or a system',
    `area_code` LowCardinality(String) COMMENT 'area it is about',
    `period` String COMMENT 'period it is about, such as 2026-10; empty when it is about none',
    `state` LowCardinality(String) COMMENT 'open or over',
    `opened_at` DateTime64(3, 'UTC') COMMENT 'moment from which it is open, or was before it was over',
    `over_at` Nullable(DateTime64(3, 'UTC')) COMMENT 'moment from which it is over; null while it is open',
    `figures` Map(String, String) COMMENT 'the figures behind the sentence, with dots as decimal marks',
    `sentence_nl` String COMMENT 'what it says, in Dutch',
    `sentence_en` String COMMENT 'what it says, in English',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this stand',
    `_version` UInt64 COMMENT 'orders the stands of a signal'
)
ENGINE = ReplacingMergeTree(_version)
ORDER BY signal_id
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Signals: what in the figures asks for a look';

CREATE VIEW mart.signal_current
(
    `signal_id` String,
    `rule_id` LowCardinality(String),
    `subject` String,
    `area_code` LowCardinality(String),
    `period` String,
    `state` LowCardinality(String),
    `opened_at` DateTime64(3, 'UTC'),
    `over_at` Nullable(DateTime64(3, 'UTC')),
    `figures` Map(String, String),
    `sentence_nl` String,
    `sentence_en` String,
    `known_at` DateTime64(3, 'UTC')
)
AS SELECT
    signal_id,
    rule_id,
    subject,
    area_code,
    period,
    state,
    opened_at,
    over_at,
    figures,
    sentence_nl,
    sentence_en,
    known_at
FROM mart.signal
FINAL;

CREATE TABLE control.freshness
(
    `source_system` LowCardinality(String) COMMENT 'the system',
    `source_at` DateTime64(3, 'UTC') COMMENT 'newest moment by the clock of the source that was processed',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that in'
)
ENGINE = ReplacingMergeTree(known_at)
ORDER BY source_system
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'How far the stream has come with each source system';

CREATE VIEW control.freshness_current
(
    `source_system` LowCardinality(String),
    `source_at` DateTime64(3, 'UTC'),
    `known_at` DateTime64(3, 'UTC')
)
AS SELECT
    source_system,
    source_at,
    known_at
FROM control.freshness
FINAL;

CREATE TABLE control.lag
(
    `source_system` LowCardinality(String) COMMENT 'the system',
    `source_table` LowCardinality(String) COMMENT 'the table, without schema; empty when the whole system is measured',
    `stage` LowCardinality(String) COMMENT 'connect, kept, stream, store or screen',
    `amount` UInt64 COMMENT 'how much waits',
    `unit` LowCardinality(String) COMMENT 'bytes, events or answers',
    `waiting_ms` UInt64 DEFAULT 0 COMMENT 'for how long the oldest of it has waited at this stage, in milliseconds',
    `measured_at` DateTime64(3, 'UTC') COMMENT 'moment of measuring'
)
ENGINE = ReplacingMergeTree(measured_at)
ORDER BY (source_system, source_table, stage)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'How much waits at each stage between a source and the warehouse';

CREATE VIEW control.lag_current
(
    `source_system` LowCardinality(String),
    `source_table` LowCardinality(String),
    `stage` LowCardinality(String),
    `amount` UInt64,
    `unit` LowCardinality(String),
    `waiting_ms` UInt64,
    `measured_at` DateTime64(3, 'UTC')
)
AS SELECT
    source_system,
    source_table,
    stage,
    amount,
    unit,
    waiting_ms,
    measured_at
FROM control.lag
FINAL;

CREATE TABLE control.migration
(
    `name` String COMMENT 'file name',
    `checksum` String COMMENT 'SHA-256 of the file, hexadecimal',
    `applied_at` DateTime64(3, 'UTC') COMMENT 'moment it was applied'
)
ENGINE = ReplacingMergeTree(applied_at)
ORDER BY name
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Migration files that were applied';

CREATE TABLE control.reconciliation
(
    `source_system` LowCardinality(String) COMMENT 'the system',
    `source_table` LowCardinality(String) COMMENT 'the table, without schema',
    `subject` LowCardinality(String) COMMENT 'rows, or counts: the monthly counts that are made of the table',
    `checked_at` DateTime64(3, 'UTC') COMMENT 'moment of the snapshot of the source that was compared',
    `position` UInt64 COMMENT 'log position of the source that the warehouse had passed',
    `key_from` String COMMENT 'first key of the range as the warehouse writes it; empty is the beginning',
    `key_to` String COMMENT 'first key after the range; empty is the end',
    `source_count` UInt64 COMMENT 'rows in the source',
    `warehouse_count` UInt64 COMMENT 'rows in the warehouse',
    `source_checksum` UInt64 COMMENT 'sum of the hashes of the rows in the source',
    `warehouse_checksum` UInt64 COMMENT 'sum of the hashes of the rows in the warehouse',
    `rejected_count` UInt64 COMMENT 'rows that differ because a change of them was rejected and waits for a person',
    `drifted_count` UInt64 COMMENT 'rows that differ and should not',
    `state` LowCardinality(String) COMMENT 'equal, rejected, drifted or healed',
    `detail` String COMMENT 'keys that differ, the first of them',
    `_state_version` UInt64 COMMENT 'moment of writing in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (source_system, source_table, subject, checked_at, key_from)
TTL toDateTime(checked_at) + toIntervalDay(90)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'What comparing the sources with the warehouse showed';

CREATE VIEW control.reconciliation_current
(
    `source_system` LowCardinality(String),
    `source_table` LowCardinality(String),
    `subject` LowCardinality(String),
    `checked_at` DateTime64(3, 'UTC'),
    `position` UInt64,
    `key_from` String,
    `key_to` String,
    `source_count` UInt64,
    `warehouse_count` UInt64,
    `source_checksum` UInt64,
    `warehouse_checksum` UInt64,
    `rejected_count` UInt64,
    `drifted_count` UInt64,
    `state` LowCardinality(String),
    `detail` String
)
AS SELECT
    source_system,
    source_table,
    subject,
    checked_at,
    position,
    key_from,
    key_to,
    source_count,
    warehouse_count,
    source_checksum,
    warehouse_checksum,
    rejected_count,
    drifted_count,
    state,
    detail
FROM control.reconciliation
FINAL
WHERE (source_system, source_table, subject, checked_at) IN (
    SELECT
        source_system,
        source_table,
        subject,
        max(checked_at)
    FROM control.reconciliation
    GROUP BY
        source_system,
        source_table,
        subject
);

CREATE TABLE control.reference
(
    `table_name` LowCardinality(String) COMMENT 'table that was loaded',
    `checksum` String COMMENT 'SHA-256 of its rows, hexadecimal',
    `loaded_at` DateTime64(3, 'UTC') COMMENT 'moment it was loaded'
)
ENGINE = ReplacingMergeTree(loaded_at)
ORDER BY table_name
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Reference data that was loaded';

CREATE TABLE control.rejected_event
(
    `topic` LowCardinality(String) COMMENT 'Kafka topic',
    `partition` Int32 COMMENT 'Kafka partition',
    `offset` Int64 COMMENT 'Kafka offset',
    `reason` LowCardinality(String) COMMENT 'machine-readable reason, such as month-in-future',
    `detail` String COMMENT 'sentence that says what is wrong',
    `source_system` LowCardinality(String) COMMENT 'system, empty when it cannot be told',
    `source_table` LowCardinality(String) COMMENT 'table, empty when it cannot be told',
    `key` String COMMENT 'key of the event as text',
    `payload` String COMMENT 'value of the event as text' CODEC(ZSTD(1)),
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took the event in',
    `state` LowCardinality(String) COMMENT 'new, replayed or dismissed',
    `state_note` String COMMENT 'why it is in this state',
    `_state_version` UInt64 COMMENT '0 when rejected, then the moment of the last change of state in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (topic, partition, offset)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Events that the stream refused, and what was done with them';

CREATE VIEW control.rejected_event_current
(
    `topic` LowCardinality(String),
    `partition` Int32,
    `offset` Int64,
    `reason` LowCardinality(String),
    `detail` String,
    `source_system` LowCardinality(String),
    `source_table` LowCardinality(String),
    `key` String,
    `payload` String,
    `known_at` DateTime64(3, 'UTC'),
    `state` LowCardinality(String),
    `state_note` String
)
AS SELECT
    topic,
    partition,
    offset,
    reason,
    detail,
    source_system,
    source_table,
    key,
    payload,
    known_at,
    state,
    state_note
FROM control.rejected_event
FINAL;

CREATE TABLE control.replay_request
(
    `topic` LowCardinality(String) COMMENT 'Kafka topic of the event',
    `partition` Int32 COMMENT 'Kafka partition of the event',
    `offset` Int64 COMMENT 'Kafka offset of the event',
    `requested_by` String COMMENT 'account that asked',
    `requested_at` DateTime64(3, 'UTC') COMMENT 'moment of asking',
    `state` LowCardinality(String) COMMENT 'waiting, done or failed',
    `outcome` String COMMENT 'what came of it; empty while waiting',
    `_state_version` UInt64 COMMENT 'moment of writing in epoch microseconds'
)
ENGINE = ReplacingMergeTree(_state_version)
ORDER BY (topic, partition, offset)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Replays that were asked for, and what came of them';

CREATE VIEW control.replay_request_current
(
    `topic` LowCardinality(String),
    `partition` Int32,
    `offset` Int64,
    `requested_by` String,
    `requested_at` DateTime64(3, 'UTC'),
    `state` LowCardinality(String),
    `outcome` String
)
AS SELECT
    topic,
    partition,
    offset,
    requested_by,
    requested_at,
    state,
    outcome
FROM control.replay_request
FINAL;

CREATE TABLE control.table_notice
(
    `source_system` LowCardinality(String) COMMENT 'the system',
    `source_table` LowCardinality(String) COMMENT 'the table, without schema',
    `notice` LowCardinality(String) COMMENT 'column-added or paused',
    `column_name` String COMMENT 'the added column; empty of a pause',
    `detail` String COMMENT 'what is wrong; empty of an added column',
    `is_open` UInt8 COMMENT '1 as long as it is so',
    `topic` LowCardinality(String) COMMENT 'Kafka topic of the table',
    `offset` Int64 COMMENT 'Kafka offset of the event that showed it',
    `known_at` DateTime64(3, 'UTC') COMMENT 'moment the warehouse took that event in'
)
ENGINE = ReplacingMergeTree(offset)
ORDER BY (source_system, source_table, notice, column_name)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Columns that a contract does not name, and tables that are paused';

CREATE VIEW control.table_notice_current
(
    `source_system` LowCardinality(String),
    `source_table` LowCardinality(String),
    `notice` LowCardinality(String),
    `column_name` String,
    `detail` String,
    `is_open` UInt8,
    `topic` LowCardinality(String),
    `offset` Int64,
    `known_at` DateTime64(3, 'UTC')
)
AS SELECT
    source_system,
    source_table,
    notice,
    column_name,
    detail,
    is_open,
    topic,
    offset,
    known_at
FROM control.table_notice
FINAL;

CREATE TABLE control.threshold_change
(
    `threshold` LowCardinality(String) COMMENT 'key of the threshold, such as hotspot-reports',
    `value` Nullable(Int32) COMMENT 'what it is from then on; null for the usual one again',
    `changed_at` DateTime64(3, 'UTC') COMMENT 'moment from which the stream judges by it',
    `changed_by` LowCardinality(String) COMMENT 'role of who changed it',
    `reason` String COMMENT 'why; may be empty'
)
ENGINE = ReplacingMergeTree
ORDER BY (threshold, changed_at)
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Thresholds that people changed';

CREATE VIEW control.threshold_change_current
(
    `threshold` LowCardinality(String),
    `value` Nullable(Int32),
    `changed_at` DateTime64(3, 'UTC'),
    `changed_by` LowCardinality(String),
    `reason` String
)
AS SELECT
    threshold,
    value,
    changed_at,
    changed_by,
    reason
FROM control.threshold_change
FINAL;

CREATE TABLE control.threshold_in_force
(
    `threshold` LowCardinality(String) COMMENT 'key of the threshold, such as hotspot-reports',
    `value` Int32 COMMENT 'by which the stream judges',
    `usual_value` Int32 COMMENT 'by which it would had nobody changed it',
    `since` DateTime64(3, 'UTC') COMMENT 'start of the stream; the same for all it judges by'
)
ENGINE = ReplacingMergeTree(since)
ORDER BY threshold
SETTINGS non_replicated_deduplication_window = 0, index_granularity = 8192
COMMENT 'Thresholds by which the stream judges';

CREATE VIEW control.threshold_in_force_current
(
    `threshold` LowCardinality(String),
    `value` Int32,
    `usual_value` Int32,
    `since` DateTime64(3, 'UTC')
)
AS SELECT
    threshold,
    value,
    usual_value,
    since
FROM control.threshold_in_force
FINAL;
