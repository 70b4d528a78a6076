-- unprepared: reads a temporary table
-- Enters the batch into the ledger.
INSERT INTO import_row (
    tenant_id, import_id, phase, row_no, line_no, verdict, reason, detail, company_id, contact_id,
    label, company_label, changes, flags, raw, at
)
SELECT
    tenant_id, import_id, phase, row_no, line_no, verdict, reason, detail, company_id, contact_id,
    label, company_label, changes, flags, raw, at
FROM stage_row
