-- Undo. voided marks the fields of a change that an undo has taken back (bit 62: that the record was
-- created, deleted or restored), so that provenance and later undos look past it. Rows that an undo
-- writes are void from the start: they only tell the story.
ALTER TABLE change ADD COLUMN voided bigint NOT NULL DEFAULT 0;

ALTER TABLE change_set DROP CONSTRAINT change_set_kind;
-- safe: no release has this table yet, so it is empty
ALTER TABLE change_set ADD CONSTRAINT change_set_kind
    CHECK (kind IN ('import', 'create', 'edit', 'delete', 'bulk', 'merge', 'undo'));

-- What an undo left as it is, and why.
CREATE TABLE change_kept (
    tenant_id bigint NOT NULL REFERENCES tenant,
    change_set_id bigint NOT NULL, -- the undo
    entity smallint NOT NULL,
    record_id bigint NOT NULL,
    fields bigint NOT NULL, -- which fields; 0: the record itself
    reason text NOT NULL,   -- code; src/domain/change/change_kept.c has the words
    detail text,
    PRIMARY KEY (tenant_id, change_set_id, entity, record_id, reason)
);
SELECT app.protect('change_kept');

-- The values of those fields of a record that a bitmap names; empty ones are absent. names: the
-- fields' names, that of bit 0 first.
CREATE FUNCTION app.change_values(record jsonb, bits bigint, names text[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(jsonb_object_agg(n.name, record -> n.name), '{}')
    FROM unnest(names) WITH ORDINALITY AS n(name, place)
    WHERE (bits >> (n.place - 1)::int) & 1 = 1 AND jsonb_typeof(record -> n.name) <> 'null'
$$;
GRANT EXECUTE ON FUNCTION app.change_values(jsonb, bigint, text[]) TO leadgen_app, leadgen_batch;
