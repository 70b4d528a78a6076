-- Which companies and contacts changed, by the transaction that did it: what a process asks for to
-- bring its columnar snapshot up to date (src/domain/snapshot/). One row per statement; visibility
-- of the transaction's number, not the order of rows, says what is new. Forgotten after a day.
CREATE TABLE record_touch (
    tenant_id bigint NOT NULL,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    touch_id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    entity smallint NOT NULL,
    ids bigint[] NOT NULL,
    PRIMARY KEY (tenant_id, xid, touch_id)
);
SELECT app.protect('record_touch');

CREATE FUNCTION app.touch_companies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record_touch (tenant_id, entity, ids)
    SELECT tenant_id, 1, array_agg(company_id) FROM touched GROUP BY tenant_id;
    RETURN NULL;
END $$;
CREATE FUNCTION app.touch_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record_touch (tenant_id, entity, ids)
    SELECT tenant_id, 2, array_agg(contact_id) FROM touched GROUP BY tenant_id;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.touch_companies(), app.touch_contacts() FROM PUBLIC;

CREATE TRIGGER company_touch_insert AFTER INSERT ON company
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();
CREATE TRIGGER company_touch_update AFTER UPDATE ON company
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();
CREATE TRIGGER company_touch_delete AFTER DELETE ON company
    REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_companies();
CREATE TRIGGER contact_touch_insert AFTER INSERT ON contact
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();
CREATE TRIGGER contact_touch_update AFTER UPDATE ON contact
    REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();
CREATE TRIGGER contact_touch_delete AFTER DELETE ON contact
    REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION app.touch_contacts();

-- Which database this is: another one's snapshots, a copy's, or one from before a fail-over, show
-- other numbers of transactions.
CREATE FUNCTION app.incarnation() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.system_identifier || '.' || d.oid || '.' || c.timeline_id
    FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d
    WHERE d.datname = current_database() AND app.tenant() IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION app.incarnation() TO leadgen_app, leadgen_batch;
