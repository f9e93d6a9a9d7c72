-- What people did with signals. The signals themselves stand in the warehouse. Rows are added; nothing is overwritten or deleted.

CREATE TABLE signal_act (
    signal_id text NOT NULL CHECK (signal_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
    -- counted from 1; who acts must have seen the one before
    number integer NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('gezien', 'toelichting', 'gesloten')),
    -- only having seen it needs no words
    text text NOT NULL CHECK (char_length(text) <= 1000 AND (text = '') = (kind = 'gezien')),
    author text NOT NULL CHECK (char_length(author) BETWEEN 1 AND 100),
    author_role text NOT NULL CHECK (char_length(author_role) BETWEEN 1 AND 40),
    acted_at timestamptz NOT NULL,
    PRIMARY KEY (signal_id, number)
);

GRANT SELECT, INSERT ON signal_act TO "${user}";
