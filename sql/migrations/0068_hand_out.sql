-- What leaves the house of a campaign: who was left out of an export and why, runs that make PDFs, and
-- the addresses of PDFs. src/domain/message/message_export*, src/domain/letter_pdf/ write and read it.

ALTER TABLE campaign_export ADD COLUMN bom boolean NOT NULL DEFAULT false;

-- People of the campaign who are not in the file.
CREATE TABLE campaign_export_left (
    tenant_id bigint NOT NULL,
    export_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    reason text NOT NULL, -- code; message_export_run.h has the words
    PRIMARY KEY (tenant_id, export_id, contact_id),
    FOREIGN KEY (tenant_id, export_id) REFERENCES campaign_export ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
SELECT app.protect('campaign_export_left');

-- PDFs asked for: of one person, or of all people of a campaign who have an approved message of a step
-- with a template.
CREATE TABLE pdf_run (
    tenant_id bigint NOT NULL,
    pdf_run_id bigint GENERATED ALWAYS AS IDENTITY,
    pdf_template_id bigint, -- NULL: those of the campaign's steps
    campaign_id bigint,
    contact_id bigint,      -- NULL: all people of the campaign
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT pdf_run_state CHECK (state IN
        ('waiting', 'running', 'done', 'failed', 'cancelled')),
    made bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    error text,
    job_id bigint,
    asked_by bigint REFERENCES user_account,
    asked_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, pdf_run_id),
    CONSTRAINT pdf_run_of CHECK (campaign_id IS NOT NULL OR (contact_id IS NOT NULL AND pdf_template_id IS NOT NULL)),
    FOREIGN KEY (tenant_id, pdf_template_id) REFERENCES pdf_template,
    FOREIGN KEY (tenant_id, campaign_id) REFERENCES campaign,
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX pdf_run_by_template ON pdf_run (tenant_id, pdf_template_id, pdf_run_id);
CREATE INDEX pdf_run_by_campaign ON pdf_run (tenant_id, campaign_id, pdf_run_id);
SELECT app.protect('pdf_run');

-- Which workspace a PDF's address leads to: found before a tenant is known.
CREATE TABLE pdf_address (
    token text PRIMARY KEY CONSTRAINT pdf_address_token CHECK (length(token) >= 22),
    tenant_id bigint NOT NULL REFERENCES tenant
);
REVOKE ALL ON pdf_address FROM PUBLIC, leadgen_app, leadgen_batch;

CREATE FUNCTION app.pdf_addressed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO pdf_address (token, tenant_id) VALUES (NEW.token, NEW.tenant_id);
    ELSE
        DELETE FROM pdf_address WHERE token = OLD.token;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER pdf_addressed AFTER INSERT OR DELETE ON pdf_file
    FOR EACH ROW EXECUTE FUNCTION app.pdf_addressed();

-- The file behind an address: of a workspace that works, of a person who is still there.
CREATE FUNCTION app.pdf_open(token text) RETURNS TABLE (file text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.file, t.name FROM pdf_address a
    JOIN tenant w ON w.tenant_id = a.tenant_id AND w.deactivated_at IS NULL
    JOIN pdf_file f ON f.tenant_id = a.tenant_id AND f.token = a.token
    JOIN pdf_template t ON t.tenant_id = f.tenant_id AND t.pdf_template_id = f.pdf_template_id
    JOIN contact c ON c.tenant_id = f.tenant_id AND c.contact_id = f.contact_id
    WHERE a.token = pdf_open.token AND c.erased_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION app.pdf_addressed(), app.pdf_open(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.pdf_addressed() TO leadgen_app, leadgen_batch;
GRANT EXECUTE ON FUNCTION app.pdf_open(text) TO leadgen_app;
