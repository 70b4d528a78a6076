/* The list page as bare as FastCGI, ClearSilver and libpq allow: one prepared keyset query, one HDF,
 * one render of a cached parse. No session, no row-level security, no frame but PAD bytes of text.
 * What tests/bench/list_page.sh measures the product against; nothing else uses it.
 * usage (under spawn-fcgi): bare_page DSN TENANT PAD */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcgiapp.h>
#include <libpq-fe.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#include <ClearSilver.h>
#pragma GCC diagnostic pop

/* The columns that the contacts table shows, and the ids its links need. */
static const char query[] =
    "SELECT o.contact_id AS id, concat_ws(' ', o.first_name, o.last_name) AS name, "
    "o.job_title AS title, o.company_id, c.name AS company, o.email, o.codes[7] AS quality, "
    "(extract(epoch FROM now() - o.checked_at)::bigint / 60) || ' min' AS age, "
    "to_char(o.checked_at, 'DD Mon YYYY HH24:MI:SS') AS checked, u.name AS owner, "
    "left(u.name, 1) AS initials, o.owner_id % 6 + 1 AS avatar, "
    "(SELECT string_agg(g.name, ', ' ORDER BY g.name_key) FROM tag g WHERE g.tenant_id = "
    "o.tenant_id AND g.tag_id = ANY (o.tag_ids)) AS tags "
    "FROM contact o LEFT JOIN user_account u ON u.user_id = o.owner_id LEFT JOIN LATERAL (SELECT "
    "n.name, n.deleted_at FROM company n "
    "WHERE n.tenant_id = o.tenant_id AND n.company_id = o.company_id LIMIT 1) c ON c.deleted_at IS "
    "NULL "
    "WHERE o.tenant_id = $1 AND o.deleted_at IS NULL AND (o.sort_name, o.contact_id) > ($2, $3) "
    "ORDER BY o.sort_name, o.contact_id LIMIT 50";

/* The rows as templates/partials/list.cs draws them, the cells of one fixed choice of columns. */
static const char rows[] =
    "<?cs each:r = Rows ?><tr><td class=\"cell-check\"><input type=\"checkbox\" form=\"bulk\" "
    "name=\"id\" value=\"<?cs var:r.id ?>\" aria-label=\"Select <?cs var:r.name ?>\"></td>"
    "<th scope=\"row\" class=\"cell-cut\"><a class=\"cell-main\" "
    "href=\"/bench/contacts/<?cs var:r.id ?>?from=\"><?cs var:r.name ?></a></th>"
    "<td class=\"cell-cut-md\"><?cs var:r.title ?></td>"
    "<td class=\"cell-cut-sm st-full\"><a href=\"/bench/companies/<?cs var:r.company_id "
    "?>\"><?cs var:r.company ?></a></td>"
    "<td class=\"cell-cut-md st-hide\"><?cs var:r.email ?></td>"
    "<?cs if:r.owner == \"\" ?><td class=\"cell-cut-sm st-hide cell-none\">–</td><?cs else ?>"
    "<td class=\"cell-cut-sm st-hide\"><span class=\"avatar avatar-<?cs var:r.avatar ?>\" "
    "role=\"img\" title=\"<?cs var:r.owner ?>\"><?cs var:r.initials ?></span></td><?cs /if ?>"
    "<?cs if:r.tags == \"\" ?><td class=\"cell-cut-sm st-hide cell-none\">–</td><?cs else ?>"
    "<td class=\"cell-cut-sm st-hide\"><span class=\"tag\"><?cs var:r.tags ?></span></td>"
    "<?cs /if ?>"
    "<td class=\"num st-right\"><span class=\"score\"><?cs var:r.quality ?><i class=\"w-<?cs "
    "var:r.quality ?>\"></i></span></td>"
    "<td class=\"num st-right2\" title=\"<?cs var:r.checked ?>\"><?cs var:r.age ?></td></tr>"
    "<?cs /each ?>";

static void
must(NEOERR *err)
{
    if (err != STATUS_OK) {
        nerr_log_error(err);
        exit(1);
    }
}

static HDF *
values_new(void)
{
    HDF *values = NULL;
    must(hdf_init(&values));
    must(hdf_set_value(values, "Config.VarEscapeMode", "html"));
    return values;
}

static CSPARSE *
template_new(size_t pad)
{
    CSPARSE *template = NULL;
    char *text = malloc(pad + sizeof rows);
    if (!text)
        exit(1);
    memset(text, '.', pad);
    memcpy(text + pad, rows, sizeof rows);
    must(cs_init(&template, values_new()));
    must(cgi_register_strfuncs(template));
    must(cs_parse_string(template, text, pad + sizeof rows - 1));
    return template;
}

static NEOERR *
write_out(void *arg, char *text)
{
    FCGX_PutStr(text, (int)strlen(text), arg);
    return STATUS_OK;
}

static void
set_rows(HDF *values, const PGresult *result)
{
    int n_rows = PQntuples(result), n_columns = PQnfields(result);
    for (int row = 0; row < n_rows; row++) {
        char path[32];
        HDF *node = NULL;
        snprintf(path, sizeof path, "Rows.%d", row);
        must(hdf_get_node(values, path, &node));
        for (int column = 0; column < n_columns; column++)
            must(hdf_set_value(node, PQfname(result, column), PQgetvalue(result, row, column)));
    }
}

int
main(int argc, char **argv)
{
    if (argc != 4)
        return 64;
    PGconn *conn = PQconnectdb(argv[1]);
    CSPARSE *template = template_new((size_t)strtoul(argv[3], NULL, 10));
    PQclear(PQprepare(conn, "list", query, 0, NULL));
    FCGX_Request request;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, 0) != 0)
        return 1;
    while (FCGX_Accept_r(&request) >= 0) {
        const char *arguments[] = {argv[2], "", "0"};
        PGresult *result = PQexecPrepared(conn, "list", 3, arguments, NULL, NULL, 0);
        if (PQresultStatus(result) != PGRES_TUPLES_OK) {
            fprintf(stderr, "%s", PQerrorMessage(conn));
            return 1;
        }
        HDF *values = values_new(), *own = template->hdf;
        set_rows(values, result);
        FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", request.out);
        template->hdf = values;
        must(cs_render(template, request.out, write_out));
        template->hdf = own;
        hdf_destroy(&values);
        PQclear(result);
        FCGX_Finish_r(&request);
    }
    PQfinish(conn);
    return 0;
}
