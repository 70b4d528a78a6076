-- Writes a page by its address; the time of change moves only with the body.
-- $1 company_id bigint, $2 url text, $3 kind bigint, $4 http_status bigint, $5 etag text,
-- $6 last_modified text, $7 sha256 text, $8 title text, $9 description text, $10 language text,
-- $11 text text, $12 frame_text text, $13 body bytea, $14 links text
INSERT INTO page AS p (tenant_id, company_id, url, kind, http_status, etag, last_modified, sha256,
    title, description, language, text, frame_text, body, links)
VALUES (app.tenant(), $1, $2, $3::bigint::smallint, $4::bigint::integer, $5, $6, $7, $8, $9, $10,
    $11, $12, $13, $14)
ON CONFLICT ON CONSTRAINT page_url_unique DO UPDATE SET kind = excluded.kind,
    http_status = excluded.http_status, fetched_at = now(), checked_at = now(),
    changed_at = CASE WHEN p.sha256 = excluded.sha256 THEN p.changed_at ELSE now() END,
    etag = excluded.etag, last_modified = excluded.last_modified, sha256 = excluded.sha256,
    title = excluded.title, description = excluded.description, language = excluded.language,
    text = excluded.text, frame_text = excluded.frame_text, body = excluded.body,
    links = excluded.links, gone_at = NULL;
