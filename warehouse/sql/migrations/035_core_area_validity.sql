-- Grain: as core.area
-- Key: as core.area
-- Retention: as core.area
-- Reference data is loaded after the migrations; the rows of 025 are what it starts from.
ALTER TABLE core.area
    ADD COLUMN IF NOT EXISTS valid_from Date DEFAULT '1970-01-01' COMMENT 'first day on which it exists; 1970-01-01 when older or not known',
    ADD COLUMN IF NOT EXISTS valid_to Date DEFAULT '2148-12-31' COMMENT 'last day on which it exists; 2148-12-31 when there is no end',
    ADD COLUMN IF NOT EXISTS is_demonstration Bool DEFAULT false COMMENT 'true when its borders are an example'
