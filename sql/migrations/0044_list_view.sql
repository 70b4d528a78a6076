-- How a person wants to see a list: its columns in order with their widths, and how dense its rows are.
CREATE TABLE list_view (
    tenant_id bigint NOT NULL REFERENCES tenant,
    user_id bigint NOT NULL REFERENCES user_account,
    entity smallint NOT NULL CONSTRAINT list_view_entity CHECK (entity IN (1, 2)),
    view jsonb NOT NULL, -- texts: columns ("name,title:wide"), density
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, user_id, entity)
);
SELECT app.protect('list_view');
