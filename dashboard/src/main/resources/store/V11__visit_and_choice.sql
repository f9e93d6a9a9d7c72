-- What an account saw last and chose last, so that the dashboard can go on from there. One row an account and a thing; nothing of
-- what came before is kept.

CREATE TABLE visit (
    account text PRIMARY KEY CHECK (char_length(account) BETWEEN 1 AND 100),
    -- last sign of life of the visit that goes on
    seen_at timestamptz NOT NULL,
    -- last sign of life of the visit before it; null on the first one
    before_at timestamptz
);

CREATE TABLE choice (
    account text NOT NULL CHECK (char_length(account) BETWEEN 1 AND 100),
    subject text NOT NULL CHECK (subject ~ '^[a-z]{1,20}$'),
    value text NOT NULL CHECK (char_length(value) BETWEEN 1 AND 100),
    PRIMARY KEY (account, subject)
);

GRANT SELECT, INSERT, UPDATE ON visit, choice TO "${user}";
