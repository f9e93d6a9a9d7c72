-- Who gets which reports by mail, the outbox, and what came back.

CREATE TABLE recipient (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    address text NOT NULL CHECK (char_length(address) BETWEEN 3 AND 254 AND address !~ '[[:space:][:cntrl:]]'),
    -- gets what this role may see
    role text NOT NULL CHECK (char_length(role) BETWEEN 1 AND 40),
    -- the area of a gebiedsteam
    area text CHECK (area ~ '^[A-Z]{2}[0-9]*$'),
    added_by text NOT NULL CHECK (char_length(added_by) BETWEEN 1 AND 100),
    added_at timestamptz NOT NULL,
    removed_by text CHECK (char_length(removed_by) BETWEEN 1 AND 100),
    removed_at timestamptz,
    CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);

CREATE UNIQUE INDEX recipient_address ON recipient (lower(address)) WHERE removed_at IS NULL;

-- one row a kind of report; a kind without a row is not sent
CREATE TABLE mailing (
    report text PRIMARY KEY CHECK (report ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    is_active boolean NOT NULL,
    -- on this working day of the month; at publication when empty
    working_day integer CHECK (working_day BETWEEN 1 AND 15),
    changed_by text NOT NULL CHECK (char_length(changed_by) BETWEEN 1 AND 100),
    changed_at timestamptz NOT NULL
);

-- one row an edition and address, and never a second one
CREATE TABLE mail (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id bigint NOT NULL REFERENCES edition,
    address text NOT NULL,
    message_id text NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('waiting', 'claimed', 'handed-over', 'sent', 'refused', 'given-up')),
    attempts integer NOT NULL CHECK (attempts >= 0),
    -- not before this moment
    next_at timestamptz NOT NULL,
    -- whose turn it is, and until when
    claim uuid,
    claimed_until timestamptz,
    -- the last words of the mail server
    answer text NOT NULL,
    queued_at timestamptz NOT NULL,
    sent_at timestamptz,
    CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CHECK ((state IN ('claimed', 'handed-over')) = (claim IS NOT NULL))
);

CREATE UNIQUE INDEX mail_edition_address ON mail (edition_id, lower(address));
CREATE INDEX mail_next ON mail (next_at) WHERE state IN ('waiting', 'claimed');

CREATE TABLE mail_bounce (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- empty when it could not be found out which mail came back
    mail_id bigint REFERENCES mail,
    address text NOT NULL,
    -- by the server that was asked, or later by a delivery status notification (RFC 3464)
    kind text NOT NULL CHECK (kind IN ('smtp', 'dsn')),
    -- such as 550 or 5.1.1
    code text NOT NULL,
    answer text NOT NULL,
    happened_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON recipient, mailing, mail, mail_bounce TO "${user}";
GRANT UPDATE (removed_by, removed_at) ON recipient TO "${user}";
GRANT UPDATE (is_active, working_day, changed_by, changed_at) ON mailing TO "${user}";
GRANT UPDATE (state, attempts, next_at, claim, claimed_until, answer, sent_at) ON mail TO "${user}";
