-- Grain: one police class of one kind of offence
-- Key: kind_code, class_code
-- Retention: none of its own
-- Rows that are gone from the source are not in here.
CREATE VIEW IF NOT EXISTS core.offence_kind_class_current AS
SELECT
    kind_code,
    class_code,
    _known_at
FROM core.offence_kind_class FINAL
