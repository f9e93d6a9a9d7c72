-- Grain: one event that the stream refused
-- Key: topic, partition, offset
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.rejected_event_current AS
SELECT
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
FROM control.rejected_event FINAL
