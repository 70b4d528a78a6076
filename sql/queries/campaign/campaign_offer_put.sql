-- The offer of a campaign in a language.
-- $1 campaign_id bigint, $2 language text, $3 does text, $4 outcome text, $5 proof text, $6 proof_url text, $7 ask text
INSERT INTO campaign_offer (tenant_id, campaign_id, language, does, outcome, proof, proof_url, ask)
VALUES (app.tenant(), $1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, campaign_id, language) DO UPDATE SET does = EXCLUDED.does, outcome = EXCLUDED.outcome,
    proof = EXCLUDED.proof, proof_url = EXCLUDED.proof_url, ask = EXCLUDED.ask;
