-- Opens a change set of the present actor.
-- $1 kind text, $2 source text, $3 undoes bigint
INSERT INTO change_set (tenant_id, kind, actor, source, undoes)
VALUES (app.tenant(), $1, app.actor(), $2, $3)
RETURNING change_set_id;
