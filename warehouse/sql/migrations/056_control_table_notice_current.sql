-- Grain: one way in which a captured table departs from its contract
-- Key: source_system, source_table, notice, column_name
-- Retention: none of its own
CREATE VIEW IF NOT EXISTS control.table_notice_current AS
SELECT
    source_system,
    source_table,
    notice,
    column_name,
    detail,
    is_open,
    topic,
    offset,
    known_at
FROM control.table_notice FINAL
