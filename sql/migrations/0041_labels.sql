-- Tags, static lists and custom fields as people manage them. What is deleted stays as a row, so that
-- an undo of its change set brings it back and timelines still know its name; its name_key or key
-- then holds its id, which leaves the name free.
ALTER TABLE tag ADD COLUMN colour text NOT NULL DEFAULT 'grey';
ALTER TABLE tag ADD CONSTRAINT tag_colour CHECK (colour IN (
    'blue', 'teal', 'amber', 'violet', 'pink', 'grey', 'green', 'red')) NOT VALID;
ALTER TABLE tag ADD COLUMN created_by bigint REFERENCES user_account;
ALTER TABLE tag ADD COLUMN deleted_at timestamptz;
ALTER TABLE tag ADD COLUMN deleted_set bigint; -- the change set that took it off the records
ALTER TABLE list ADD COLUMN created_by bigint REFERENCES user_account;
ALTER TABLE list ADD COLUMN deleted_at timestamptz;
ALTER TABLE list ADD COLUMN deleted_set bigint;
ALTER TABLE custom_field ADD COLUMN options text[] NOT NULL DEFAULT '{}'; -- of a choice
ALTER TABLE custom_field ADD COLUMN position bigint; -- order of display; NULL: behind the others
ALTER TABLE custom_field ADD COLUMN created_by bigint REFERENCES user_account;
ALTER TABLE custom_field ADD COLUMN archived_at timestamptz; -- kept, but neither shown nor offered
ALTER TABLE custom_field ADD COLUMN deleted_at timestamptz;
ALTER TABLE custom_field ADD COLUMN deleted_set bigint;
ALTER TABLE custom_field ADD COLUMN deleted_key text; -- its key, to come back to

-- Is a job of this kind waiting or at work for this subject?
CREATE FUNCTION app.job_open(of_kind text, of_subject bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM job WHERE tenant_id = app.tenant() AND kind = of_kind
        AND subject = of_subject AND state <> 'dead')
$$;
GRANT EXECUTE ON FUNCTION app.job_open(text, bigint) TO leadgen_app, leadgen_batch;
