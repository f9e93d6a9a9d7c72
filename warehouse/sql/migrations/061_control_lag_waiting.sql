-- Grain: as control.lag
-- Key: as control.lag
-- Retention: as control.lag
ALTER TABLE control.lag
    ADD COLUMN IF NOT EXISTS waiting_ms UInt64 DEFAULT 0 COMMENT 'for how long the oldest of it has waited at this stage, in milliseconds' AFTER unit,
    COMMENT COLUMN stage 'connect, kept, stream, store or screen',
    COMMENT COLUMN unit 'bytes, events or answers'
