-- Lets people go whose company is not under way any more: it ended while they were gathered.
UPDATE stage_work w SET state = 'r', place = nextval('stage_place')
WHERE w.state = 'h'
    AND NOT EXISTS (SELECT FROM stage_work c WHERE c.tenant_id = w.tenant_id AND c.run_id = w.run_id
        AND c.entity = 1 AND c.record_id = w.company_id)
    AND NOT EXISTS (SELECT FROM stage_claim c WHERE c.tenant_id = w.tenant_id AND c.run_id = w.run_id
        AND c.entity = 1 AND w.company_id = ANY (c.records))
