-- What a figure means, in a few sentences. Every act is a version; nothing is overwritten and nothing is deleted.

CREATE TABLE duiding (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator text NOT NULL CHECK (indicator ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    area text NOT NULL CHECK (area ~ '^[A-Z]{2}[0-9]*$'),
    -- as the API writes it, such as 2023, 2023-K2 or 2023-05
    period text NOT NULL CHECK (period ~ '^[0-9]{4}[0-9A-Z-]*$'),
    -- number of the newest version: who changes it must have seen it
    version integer NOT NULL CHECK (version > 0)
);

CREATE INDEX duiding_subject ON duiding (indicator, area, period);

CREATE TABLE duiding_version (
    duiding_id bigint NOT NULL REFERENCES duiding,
    version integer NOT NULL CHECK (version > 0),
    text text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 1000),
    state text NOT NULL CHECK (state IN ('concept', 'vastgesteld', 'ingetrokken')),
    author text NOT NULL CHECK (char_length(author) BETWEEN 1 AND 100),
    author_role text NOT NULL CHECK (char_length(author_role) BETWEEN 1 AND 40),
    written_at timestamptz NOT NULL,
    PRIMARY KEY (duiding_id, version)
);

GRANT USAGE ON SCHEMA dashboard TO "${user}";
GRANT SELECT, INSERT ON duiding, duiding_version TO "${user}";
GRANT UPDATE (version) ON duiding TO "${user}";
