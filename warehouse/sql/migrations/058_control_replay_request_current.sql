-- Grain: one rejected event that a person asked to have replayed
-- Key: topic, partition, offset
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.replay_request_current AS
SELECT
    topic,
    partition,
    offset,
    requested_by,
    requested_at,
    state,
    outcome
FROM control.replay_request FINAL
