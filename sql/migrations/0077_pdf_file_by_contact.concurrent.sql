-- The newest PDFs of a person, for the person's page and their messages.
CREATE INDEX CONCURRENTLY IF NOT EXISTS pdf_file_by_contact ON pdf_file (tenant_id, contact_id, pdf_file_id);
