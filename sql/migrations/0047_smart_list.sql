-- Smart lists: filters that a workspace keeps under a name. What matches is asked afresh each time.
CREATE TABLE smart_list (
    tenant_id bigint NOT NULL REFERENCES tenant,
    smart_list_id bigint GENERATED ALWAYS AS IDENTITY,
    entity smallint NOT NULL CONSTRAINT smart_list_entity CHECK (entity IN (1, 2)),
    name text NOT NULL CONSTRAINT smart_list_name_form CHECK (length(name) BETWEEN 1 AND 80),
    name_key text NOT NULL, -- folded
    filter text NOT NULL, -- as src/domain/record/record_filter.h writes it
    sort text NOT NULL DEFAULT '', -- name of an order, "" for the usual one
    descending boolean NOT NULL DEFAULT false,
    created_by bigint REFERENCES user_account,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, smart_list_id),
    CONSTRAINT smart_list_name_unique UNIQUE (tenant_id, entity, name_key)
);
SELECT app.protect('smart_list');
