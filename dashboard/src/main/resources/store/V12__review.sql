-- What people add to the Maandbeeld of a month, and the Maandbeeld as it was established. Every act is a version; nothing is
-- overwritten and nothing is deleted.

CREATE TABLE review_agenda (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    area text NOT NULL CHECK (area ~ '^[A-Z]{2}[0-9]*$'),
    month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    -- number of the newest version: who changes it must have seen it
    version integer NOT NULL CHECK (version > 0),
    UNIQUE (area, month)
);

CREATE TABLE review_agenda_version (
    agenda_id bigint NOT NULL REFERENCES review_agenda,
    version integer NOT NULL CHECK (version > 0),
    -- topics, outlook and actions
    content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    author text NOT NULL CHECK (char_length(author) BETWEEN 1 AND 100),
    author_role text NOT NULL CHECK (char_length(author_role) BETWEEN 1 AND 40),
    written_at timestamptz NOT NULL,
    PRIMARY KEY (agenda_id, version)
);

CREATE TABLE review_snapshot (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    area text NOT NULL CHECK (area ~ '^[A-Z]{2}[0-9]*$'),
    established_at timestamptz NOT NULL,
    author text NOT NULL CHECK (char_length(author) BETWEEN 1 AND 100),
    author_role text NOT NULL CHECK (char_length(author_role) BETWEEN 1 AND 40),
    peildatum timestamptz NOT NULL,
    agenda_version integer NOT NULL CHECK (agenda_version >= 0),
    -- text and not jsonb: the hash is of exactly these characters
    content text NOT NULL,
    content_hash text NOT NULL CHECK (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);

CREATE INDEX review_snapshot_area ON review_snapshot (area, established_at DESC, id DESC);

-- also the owner cannot change by accident what was established
CREATE FUNCTION refuse_change_of_the_established() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What was established does not change';
END
$$;

CREATE TRIGGER review_snapshot_rows BEFORE UPDATE OR DELETE ON review_snapshot
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_the_established();
CREATE TRIGGER review_snapshot_whole BEFORE TRUNCATE ON review_snapshot
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_the_established();

GRANT SELECT, INSERT ON review_agenda, review_agenda_version, review_snapshot TO "${user}";
GRANT UPDATE (version) ON review_agenda TO "${user}";
