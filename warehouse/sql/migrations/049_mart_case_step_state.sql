-- Grain: one step of one case as known from a moment on
-- Key: case_key, step_key, known_at; of two rows the one with the higher change_count counts
-- Retention: for good; written again by a stream that starts over
-- The day on which a step stagnates is written ahead, so that it does not depend on a stream that is awake that day.
CREATE TABLE IF NOT EXISTS mart.case_step_state
(
    case_key String COMMENT 'pseudonym of the case',
    step_key String COMMENT 'primary key of the step as a JSON object',
    step LowCardinality(String) COMMENT 'lwo, atom, mot or riec',
    pass_number UInt16 COMMENT '1 the first time through; more after each reopening',
    area_code LowCardinality(String) COMMENT 'buurt of the case',
    entered_on Date32 COMMENT 'day on which the case came to the step',
    left_on Nullable(Date32) COMMENT 'day on which the step was done or the case closed; null while it goes on',
    stagnates_on Nullable(Date32) COMMENT 'first day of taking longer than the norm, also one to come; null when left in time',
    norm_days UInt16 COMMENT 'days the step may take',
    outcomes String COMMENT 'outcomes of the step in this pass, with commas between them',
    is_withdrawn UInt8 COMMENT '1 when the step or its case was registered by mistake, or is gone',
    known_at DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this',
    change_count UInt64 COMMENT 'number of changes of the case known up to known_at'
)
ENGINE = ReplacingMergeTree(change_count)
ORDER BY (case_key, step_key, known_at)
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Steps of cases with their norm, and the moment from which that was known'
