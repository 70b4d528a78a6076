-- unprepared: COPY
-- The ledger rows of a batch, on their way in.
COPY stage_row (
    tenant_id, import_id, phase, row_no, line_no, verdict, reason, detail, company_id, contact_id,
    label, company_label, changes, flags, raw, at
) FROM STDIN
