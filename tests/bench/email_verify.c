/* How many addresses a second are checked without asking mail servers, against a DNS server of its own
 * on this machine: first with domains that nobody knows, then with what the tenant remembers; and the
 * resolver alone. Run by email.sh. */
#include "support/database.h"

#include "base/clock.h"
#include "base/dns.h"
#include "domain/email/email_verify.h"
#include "support/dns_server.h"

enum { SLICE = 500 };

static const struct dns_row rows[] = {
    {"*.bench.example", "MX", "10 mx.mail.example", DNS_WELL},
    {"*.quiet.example", "A",  "192.0.2.7",          DNS_WELL},
};

static void
must(struct database *db, bool done)
{
    if (!done)
        fail_msg("%s", db->ctx.err.message);
}

/* One address in ten at a domain without MX; as many domains as asked for. */
static void
fill(struct database *db, int contacts, int domains)
{
    database_script(
        db,
        arena_printf(db->arena,
                     "INSERT INTO contact (tenant_id, first_name, last_name, email, email_key, "
                     "name_key, search, sort_name, codes) SELECT %" PRId64
                     ", 'P', i::text, a, a, 'p ' || i, a, 'p ' || i, array_fill(0::smallint, "
                     "ARRAY[11]) FROM generate_series(1, %d) AS i, LATERAL (SELECT 'person' || i "
                     "|| '@d' || (i %% %d) || CASE i %% 10 WHEN 0 THEN '.quiet' ELSE '.bench' END "
                     "|| '.example' AS a) AS x; ANALYZE contact",
                     db->tenant, contacts, domains));
}

static void
check_all(struct database *db, struct dns *dns, const int64_t *ids, size_t n, const char *what)
{
    int64_t from = clock_steady_ms();
    struct ctx ctx = db->ctx;
    ctx.arena = arena_new();
    for (size_t at = 0; at < n; at += SLICE) {
        struct email_verifying all;
        size_t some = n - at < SLICE ? n - at : SLICE;
        const char *enter =
            arena_printf(ctx.arena, "SELECT app.enter(%" PRId64 ", NULL)", db->tenant);
        must(db, db_begin(&ctx, true) && db_script(&ctx, enter) &&
                     email_verify_read(&ctx, ids + at, some, &all) && db_commit(&ctx) &&
                     email_verify_ask(&ctx, dns, &all) && db_begin(&ctx, false) &&
                     db_script(&ctx, enter) && email_verify_write(&ctx, &all, NULL) &&
                     db_commit(&ctx));
        arena_reset(ctx.arena);
    }
    int64_t ms = clock_steady_ms() - from;
    printf("%-38s %8.0f addresses/s\n", what, (double)n * 1000 / (double)(ms ? ms : 1));
    arena_free(ctx.arena);
}

static void
ask_alone(struct database *db, struct dns *dns, int n)
{
    struct dns_question *asked = ARENA_ARRAY(db->arena, (size_t)n, struct dns_question);
    for (int i = 0; i < n; i++)
        asked[i] = (struct dns_question){.name = arena_printf(db->arena, "q%d.bench.example", i),
                                         .type = DNS_MX};
    int64_t from = clock_steady_ms();
    must(db, dns_ask(&db->ctx, dns, asked, (size_t)n));
    int64_t ms = clock_steady_ms() - from;
    printf("%-38s %8.0f questions/s\n", "the resolver alone",
           (double)n * 1000 / (double)(ms ? ms : 1));
}

int
main(int argc, char **argv)
{
    int contacts = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 50000;
    int domains = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 20000;
    struct database *db = database_new();
    struct dns_server server;
    struct dns *dns;
    struct db_table table;
    if (!db || !dns_server_start(&server, rows, sizeof rows / sizeof *rows))
        return 1;
    struct dns_options options = {.servers = server.address};
    must(db, dns_new(&db->ctx, db->arena, &options, &dns));
    fill(db, contacts, domains);
    const char *text = arena_printf(
        db->arena, "SELECT contact_id FROM contact WHERE tenant_id = %" PRId64 " ORDER BY 1",
        db->tenant);
    if (!db_table_composed(&db->owner, text, DB_NO_ARGS, &table))
        return 1;
    int64_t *ids = ARENA_ARRAY(db->arena, table.n_rows, int64_t);
    for (size_t i = 0; i < table.n_rows; i++)
        ids[i] = strtoll(db_cell(&table, i, 0), NULL, 10);
    ask_alone(db, dns, 50000);
    check_all(db, dns, ids, table.n_rows, "domains that nobody knows");
    check_all(db, dns, ids, table.n_rows, "again, domains remembered");
    database_free(db);
    return 0;
}
