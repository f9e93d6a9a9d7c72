-- What people wrote in an edition, in small letters, to search in.

CREATE FUNCTION texts_of_edition(content text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(coalesce(string_agg(value, E'\n' ORDER BY key), ''))
    FROM jsonb_each_text(content::jsonb -> 'texts')
$$;

ALTER TABLE edition_version ADD COLUMN texts text NOT NULL GENERATED ALWAYS AS (texts_of_edition(content)) STORED;
