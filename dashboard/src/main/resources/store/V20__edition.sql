-- Editions of reports. Every act is a version with all that the edition held then; nothing is overwritten and nothing is deleted.

CREATE TABLE edition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    report text NOT NULL CHECK (report ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    area text NOT NULL CHECK (area ~ '^[A-Z]{2}[0-9]*$'),
    -- as the API writes it, such as 2023, 2023-05 or 2023-01--2024-09
    period text NOT NULL CHECK (period ~ '^[0-9]{4}[0-9A-Z-]*$'),
    -- why there is a new edition; empty for the first
    reason text NOT NULL CHECK (char_length(reason) <= 1000),
    corrects bigint REFERENCES edition,
    -- number of the newest version: who changes it must have seen it
    version integer NOT NULL CHECK (version > 0),
    -- which edition of its subject it is, once published
    number integer CHECK (number > 0),
    UNIQUE (report, area, period, number),
    CHECK (corrects IS NULL OR reason <> '')
);

CREATE TABLE edition_version (
    edition_id bigint NOT NULL REFERENCES edition,
    version integer NOT NULL CHECK (version > 0),
    state text NOT NULL CHECK (state IN ('concept', 'geduid', 'vastgesteld', 'gepubliceerd')),
    -- peildatum, texts and, once frozen, the whole document
    content text NOT NULL,
    actor text NOT NULL CHECK (char_length(actor) BETWEEN 1 AND 100),
    actor_role text NOT NULL CHECK (char_length(actor_role) BETWEEN 1 AND 40),
    happened_at timestamptz NOT NULL,
    PRIMARY KEY (edition_id, version)
);

CREATE TABLE edition_file (
    edition_id bigint NOT NULL REFERENCES edition,
    name text NOT NULL CHECK (name ~ '^[A-Za-z0-9.-]+$'),
    media_type text NOT NULL,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content bytea NOT NULL,
    PRIMARY KEY (edition_id, name)
);

-- also the owner cannot change by accident what was published
CREATE FUNCTION refuse_change_of_an_edition() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Versions and files of editions are append-only';
END
$$;

CREATE TRIGGER edition_version_rows BEFORE UPDATE OR DELETE ON edition_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_an_edition();
CREATE TRIGGER edition_file_rows BEFORE UPDATE OR DELETE ON edition_file
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_an_edition();

GRANT SELECT, INSERT ON edition, edition_version, edition_file TO "${user}";
GRANT UPDATE (version, number) ON edition TO "${user}";
