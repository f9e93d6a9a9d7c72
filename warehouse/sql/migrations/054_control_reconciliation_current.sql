-- Grain: one range of keys of one table at its newest comparison
-- Key: source_system, source_table, subject, key_from
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.reconciliation_current AS
SELECT
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
FROM control.reconciliation FINAL
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
)
