-- Who did what when. Rows are added and, once old enough, forgotten all at once; never changed.

CREATE TABLE audit_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    happened_at timestamptz NOT NULL,
    actor text NOT NULL CHECK (char_length(actor) <= 100),
    action text NOT NULL CHECK (char_length(action) BETWEEN 1 AND 40),
    subject text NOT NULL CHECK (char_length(subject) <= 1000)
);

CREATE INDEX audit_event_happened_at ON audit_event (happened_at DESC, id DESC);

-- also the owner cannot change the trail by accident
CREATE FUNCTION refuse_change_of_the_trail() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.happened_at < now() - interval '30 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'The audit trail is append-only';
END
$$;

CREATE TRIGGER audit_event_rows BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_the_trail();
CREATE TRIGGER audit_event_whole BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_the_trail();

-- the only way to forget; what is younger than thirty days stays whatever is asked
CREATE FUNCTION forget_audit_events(before timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = dashboard, pg_temp AS $$
    WITH forgotten AS (
        DELETE FROM audit_event WHERE happened_at < least(before, now() - interval '30 days') RETURNING 1
    )
    SELECT count(*) FROM forgotten
$$;

REVOKE EXECUTE ON FUNCTION forget_audit_events(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_audit_events(timestamptz) TO "${user}";
GRANT SELECT, INSERT ON audit_event TO "${user}";
