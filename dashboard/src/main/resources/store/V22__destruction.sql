-- Editions that are no longer kept: proposed by one person, decided by another. Nothing is destroyed by itself. What stays of a destroyed
-- edition is its line, the proposal with the hashes of its files, and the decision.

CREATE TABLE destruction (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id bigint NOT NULL REFERENCES edition,
    published_at timestamptz NOT NULL,
    -- result of the Selectielijst by which it is no longer kept
    category text NOT NULL CHECK (category ~ '^[0-9]+([.][0-9]+)+$'),
    -- from this day on it need not be kept
    ended_on date NOT NULL,
    reason text NOT NULL CHECK (char_length(reason) <= 1000),
    -- name, media type, size and hash of every file, as JSON
    files text NOT NULL,
    proposed_by text NOT NULL CHECK (char_length(proposed_by) BETWEEN 1 AND 100),
    proposed_role text NOT NULL CHECK (char_length(proposed_role) BETWEEN 1 AND 40),
    proposed_at timestamptz NOT NULL,
    CHECK ((proposed_at AT TIME ZONE 'Europe/Amsterdam')::date >= ended_on)
);

CREATE TABLE destruction_decision (
    destruction_id bigint PRIMARY KEY REFERENCES destruction,
    is_approved boolean NOT NULL,
    decided_by text NOT NULL CHECK (char_length(decided_by) BETWEEN 1 AND 100),
    decided_role text NOT NULL CHECK (char_length(decided_role) BETWEEN 1 AND 40),
    decided_at timestamptz NOT NULL
);

-- one proposal at a time, and none for what is gone
CREATE FUNCTION check_destruction() RETURNS trigger
LANGUAGE plpgsql SET search_path = dashboard, pg_temp AS $$
BEGIN
    PERFORM FROM edition WHERE id = NEW.edition_id FOR UPDATE;
    IF EXISTS (
        SELECT FROM destruction LEFT JOIN destruction_decision ON destruction_id = id
        WHERE edition_id = NEW.edition_id AND is_approved IS DISTINCT FROM false
    ) THEN
        RAISE EXCEPTION 'This edition is proposed or destroyed already' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NEW;
END
$$;

-- the owner's tables are touched here and nowhere else
CREATE FUNCTION carry_out_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = dashboard, pg_temp AS $$
DECLARE
    proposal destruction;
BEGIN
    SELECT * INTO STRICT proposal FROM destruction WHERE id = NEW.destruction_id;
    IF NEW.is_approved AND lower(NEW.decided_by) = lower(proposal.proposed_by) THEN
        RAISE EXCEPTION 'Whoever proposes does not approve';
    END IF;
    IF NEW.is_approved THEN
        DELETE FROM edition_file WHERE edition_id = proposal.edition_id;
        DELETE FROM edition_version WHERE edition_id = proposal.edition_id;
    END IF;
    RETURN NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION carry_out_decision() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_out_decision() TO "${user}";

CREATE TRIGGER destruction_check BEFORE INSERT ON destruction
    FOR EACH ROW EXECUTE FUNCTION check_destruction();
CREATE TRIGGER destruction_decision_carried_out AFTER INSERT ON destruction_decision
    FOR EACH ROW EXECUTE FUNCTION carry_out_decision();

-- an edition goes only after an approved decision
CREATE OR REPLACE FUNCTION refuse_change_of_an_edition() RETURNS trigger
LANGUAGE plpgsql SET search_path = dashboard, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT FROM destruction JOIN destruction_decision ON destruction_id = id
        WHERE edition_id = OLD.edition_id AND is_approved
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Versions and files of editions are append-only';
END
$$;

CREATE FUNCTION refuse_change_of_a_destruction() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Proposals and decisions to destroy are append-only';
END
$$;

CREATE TRIGGER destruction_rows BEFORE UPDATE OR DELETE ON destruction
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_a_destruction();
CREATE TRIGGER destruction_decision_rows BEFORE UPDATE OR DELETE ON destruction_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_a_destruction();

GRANT SELECT, INSERT ON destruction, destruction_decision TO "${user}";
