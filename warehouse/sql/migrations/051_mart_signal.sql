-- Grain: one stand of one signal: something in the figures that asks for a look
-- Key: signal_id; the row with the highest _version counts
-- Retention: for good
-- Speaks of areas and counts, never of persons. What people did with a signal stands in the dashboard's own store.
CREATE TABLE IF NOT EXISTS mart.signal
(
    signal_id String COMMENT 'follows from rule_id, subject, area_code and period',
    rule_id LowCardinality(String) COMMENT 'the rule that made it, as in docs/algoritmeregister.md',
    subject String COMMENT 'what it is about within the rule: an indicator, a hotspot, a case or a system',
    area_code LowCardinality(String) COMMENT 'area it is about',
    period String COMMENT 'period it is about, such as 2026-10; empty when it is about none',
    state LowCardinality(String) COMMENT 'open or over',
    opened_at DateTime64(3, 'UTC') COMMENT 'moment from which it is open, or was before it was over',
    over_at Nullable(DateTime64(3, 'UTC')) COMMENT 'moment from which it is over; null while it is open',
    figures Map(String, String) COMMENT 'the figures behind the sentence, with dots as decimal marks',
    sentence_nl String COMMENT 'what it says, in Dutch',
    sentence_en String COMMENT 'what it says, in English',
    known_at DateTime64(3, 'UTC') COMMENT 'moment from which the warehouse knew this stand',
    _version UInt64 COMMENT 'orders the stands of a signal'
)
ENGINE = ReplacingMergeTree(_version)
ORDER BY signal_id
SETTINGS non_replicated_deduplication_window = 0
COMMENT 'Signals: what in the figures asks for a look'
