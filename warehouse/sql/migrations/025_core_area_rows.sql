-- Grain: as core.area
-- Key: as core.area
-- Retention: as core.area
-- Source: CBS, Kerncijfers wijken en buurten 2024 (85984NED). The rows stand in the file of the same name.
INSERT INTO core.area (code, name, kind, wijk_code, municipality_code, inhabitants, edition)
SELECT code, name, kind, wijk_code, municipality_code, inhabitants, 2024
FROM format(
    CSVWithNames,
    'code String, name String, kind String, wijk_code String, municipality_code String, inhabitants UInt32',
    {rows:String})
