-- Notes of people on a company or a contact, each with its time; and values of the change log as
-- people read them.

CREATE TABLE record_note (
    tenant_id bigint NOT NULL REFERENCES tenant,
    record_note_id bigint GENERATED ALWAYS AS IDENTITY,
    entity smallint NOT NULL CONSTRAINT record_note_entity CHECK (entity IN (1, 2)),
    record_id bigint NOT NULL,
    author bigint REFERENCES user_account, -- NULL: the system or the command line
    body text NOT NULL CONSTRAINT record_note_body_form CHECK (length(body) BETWEEN 1 AND 20000),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    edited_at timestamptz,
    PRIMARY KEY (tenant_id, record_note_id)
);
CREATE INDEX record_note_by_record ON record_note (tenant_id, entity, record_id, created_at);
ALTER TABLE record_note ALTER COLUMN tenant_id SET STATISTICS 0;
SELECT app.protect('record_note');

-- A value of the log as people read it: ids as names, custom fields with their labels.
CREATE FUNCTION app.change_shown(of_entity smallint, field text, value text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE field
        WHEN 'owner_id' THEN app.user_name(value::bigint)
        WHEN 'company_id' THEN (SELECT o.name FROM company o
            WHERE o.tenant_id = app.tenant() AND o.company_id = value::bigint)
        WHEN 'tag_ids' THEN (SELECT string_agg(t.name, ', ' ORDER BY t.name_key) FROM tag t
            WHERE t.tenant_id = app.tenant() AND t.tag_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(value::jsonb)::bigint)))
        WHEN 'list_ids' THEN (SELECT string_agg(l.name, ', ' ORDER BY l.name_key) FROM list l
            WHERE l.tenant_id = app.tenant() AND l.list_id = ANY (ARRAY(
                SELECT jsonb_array_elements_text(value::jsonb)::bigint)))
        WHEN 'custom' THEN (SELECT string_agg(coalesce(f.label, c.key) || ': ' || c.value, ', '
                ORDER BY coalesce(f.label, c.key))
            FROM jsonb_each_text(value::jsonb) AS c
            LEFT JOIN custom_field f ON f.tenant_id = app.tenant() AND f.entity = of_entity
                AND f.key = c.key)
        ELSE value
    END
$$;
GRANT EXECUTE ON FUNCTION app.change_shown(smallint, text, text) TO leadgen_app, leadgen_batch;
