/* What a list page asks of record_query.h, in-process: made by tests/bench/list_facets.sh, which says
 * what is wanted. Clients are processes with a connection each; one more edits beside them.
 * list_facets TENANT SECONDS CLIENTS EDITS_A_SECOND MODE: all (page, total and facets), facets, sql
 * (all, without snapshot), build, orders (each by itself), edits (nothing but these), mix (the queries as lines of
 * JSON). */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/db.h"
#include "base/json.h"
#include "domain/account/tenant.h"
#include "domain/query/record_query.h"
#include "domain/snapshot/snapshot_build.h"

enum { MIX = 240, PAGE = 50, TIMES_MOST = 200000 };

struct bench {
    struct ctx ctx;
    struct arena *arena, *unit;
    int64_t tenant;
    uint64_t state;
    const char *mode;
    double seconds;
    int64_t edits;
};

static double
clock_of(clockid_t clock)
{
    struct timespec ts;
    clock_gettime(clock, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static double
now(void)
{
    return clock_of(CLOCK_MONOTONIC);
}

/* What queries are timed by: BENCH_CPU: the time this process had, on a machine busy with others. */
static double
stamp(void)
{
    return getenv("BENCH_CPU") ? clock_of(CLOCK_PROCESS_CPUTIME_ID) : now();
}

static size_t
below(struct bench *bench, size_t n)
{
    uint64_t z = (bench->state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return (size_t)((z ^ (z >> 31)) % n);
}

static void
die(const struct bench *bench, const char *what)
{
    fprintf(stderr, "%s: %s\n", what, bench->ctx.err.message);
    exit(1);
}

static void
enter(struct bench *bench, bool read_only)
{
    arena_reset(bench->unit);
    if (!db_begin(&bench->ctx, read_only) || !tenant_enter(&bench->ctx, bench->tenant))
        die(bench, "begin");
}

static void
leave(struct bench *bench)
{
    if (!db_commit(&bench->ctx))
        die(bench, "commit");
}

static void
bench_open(struct bench *bench, struct conf *conf)
{
    bench->arena = arena_new();
    bench->unit = arena_new();
    bench->ctx = (struct ctx){.arena = bench->arena, .conf = conf};
    if (!db_open(&bench->ctx, bench->arena, getenv("LEADGEN_BATCH_DSN")))
        die(bench, "connect");
    bench->ctx.arena = bench->unit;
}

/* A value of a dimension that people would pick: mostly of the common ones. */
static const char *
value_of(struct bench *bench, const struct record_dimension *of)
{
    static const char *const titles[] = {"manager", "sales", "director", "engineer", "data lead"};
    size_t chance = below(bench, 100);
    switch (of->kind) {
    case DIMENSION_CODE:
        return of->choices->of[chance * chance / 100 * of->choices->n / 100].name;
    case DIMENSION_COUNTRY: {
        static const char *const countries[] = {"DE", "FR", "CZ", "US"};
        return chance < 20 ? "none" : countries[chance % 4];
    }
    case DIMENSION_TEXT:
        return titles[chance % 5];
    case DIMENSION_NUMBER:
        return chance < 50 ? "40.." : "70..";
    case DIMENSION_AGE:
        return chance < 50 ? "30.." : "..30";
    case DIMENSION_ID:
    case DIMENSION_IDS:
    case DIMENSION_VALUE:
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
    return NULL;
}

static const char *
id_of(struct bench *bench, const char *table)
{
    struct db_table out;
    const char *text = arena_printf(
        bench->arena,
        "SELECT %s_id FROM %s WHERE tenant_id = app.tenant() ORDER BY %s_id OFFSET %zu LIMIT 1",
        table, table, table, below(bench, 100) * below(bench, 100) / 60);
    if (!db_table_composed(&bench->ctx, text, DB_NO_ARGS, &out) || !out.n_rows)
        return "1";
    return arena_strdup(bench->arena, db_cell(&out, 0, 0));
}

/* One to six dimensions, a fifth of them excluding; a third with a search. */
static struct record_query
query_of(struct bench *bench, size_t at)
{
    static const char *const names[] = {"industry",   "size",    "region",  "revenue", "seniority",
                                        "department", "title",   "status",  "tier",    "country",
                                        "email",      "phone",   "quality", "stale",   "tag",
                                        "list",       "lives_in"};
    static const char *const words[] = {"anna",    "sales",        "son",
                                        "manager", "berg systems", "zoraova",
                                        "hugo 77", "example.com",  "data"};
    static const char *const orders[] = {"name",    "name",  "name",      "company",
                                         "updated", "title", "seniority", "created"};
    struct record_pair pairs[32];
    struct record_query query = {.after = "", .before = "", .limit = PAGE};
    size_t n = 0, wanted = 1 + at % 6;
    for (size_t i = 0; i < wanted; i++) {
        const char *name = names[below(bench, sizeof names / sizeof *names)];
        const struct record_dimension *of = record_dimension_get(RECORD_CONTACT, name);
        bool again = false;
        for (size_t k = 0; k < n; k++)
            again = again || !strncmp(pairs[k].name, name, strlen(name));
        if (again)
            continue;
        size_t values = of->flags & DIMENSION_ONE ? 1 : 1 + below(bench, 4);
        for (size_t k = 0; k < values; k++)
            pairs[n++] = (struct record_pair){
                name, of->kind == DIMENSION_IDS ? id_of(bench, name) : value_of(bench, of)};
        if (below(bench, 5) == 0)
            pairs[n++] = (struct record_pair){arena_printf(bench->arena, "%s.not", name), "1"};
    }
    if (at % 3 == 0)
        pairs[n++] = (struct record_pair){"q", words[below(bench, sizeof words / sizeof *words)]};
    if (!record_filter_read(&bench->ctx, RECORD_CONTACT, pairs, n, &query.filter))
        die(bench, "filter");
    query.order = record_order_get(RECORD_CONTACT, orders[below(bench, 8)]);
    query.descending = below(bench, 4) == 0;
    return query;
}

static void
make_mix(struct bench *bench, struct record_query *mix)
{
    bench->state = 42;
    bench->ctx.arena = bench->arena;
    if (!db_begin(&bench->ctx, true) || !tenant_enter(&bench->ctx, bench->tenant))
        die(bench, "begin");
    for (size_t i = 0; i < MIX; i++)
        mix[i] = query_of(bench, i);
    leave(bench);
    bench->ctx.arena = bench->unit;
}

static int64_t
ask(struct bench *bench, const struct record_query *query)
{
    struct record_found found = {.total = 0};
    struct record_facet *facets;
    size_t n;
    bool ok = !strcmp(bench->mode, "facets")
                  ? record_query_facets(&bench->ctx, &query->filter, &facets, &n)
                  : record_query_all(&bench->ctx, query, &found, &facets, &n);
    if (!ok)
        die(bench, "query");
    return found.total;
}

static void
client(struct bench *bench, struct conf *conf, int out, size_t from)
{
    struct record_query mix[MIX];
    bench_open(bench, conf);
    make_mix(bench, mix);
    enter(bench, true); /* the file is mapped and looked through once */
    ask(bench, &mix[0]);
    leave(bench);
    double end = now() + bench->seconds;
    for (size_t i = from; now() < end; i++) {
        double before = stamp();
        enter(bench, true);
        double inside = stamp();
        ask(bench, &mix[i % MIX]);
        double after = stamp();
        leave(bench);
        double took = (!strcmp(bench->mode, "facets") ? after - inside : stamp() - before) * 1000;
        if (getenv("BENCH_VERBOSE") && took > strtod(getenv("BENCH_VERBOSE"), NULL))
            fprintf(stderr, "%.1f ms %s by %s\n", took,
                    record_filter_text(bench->unit, &mix[i % MIX].filter),
                    mix[i % MIX].order->name);
        if (write(out, &took, sizeof took) != sizeof took)
            exit(1);
    }
    exit(0);
}

/* Edits of single contacts, and now and then of a company. */
static void
edit(struct bench *bench, struct conf *conf)
{
    bench_open(bench, conf);
    bench->state = (uint64_t)getpid();
    enter(bench, true);
    const char *first = arena_strdup(bench->arena, id_of(bench, "contact"));
    const char *company = arena_strdup(bench->arena, id_of(bench, "company"));
    leave(bench);
    for (double next = now();; next += 1.0 / (double)bench->edits) {
        while (now() < next)
            usleep(1000);
        enter(bench, false);
        const char *text =
            below(bench, 20)
                ? arena_printf(bench->unit,
                               "UPDATE contact SET codes[1] = %zu, updated_at = now() WHERE "
                               "tenant_id = app.tenant() AND contact_id = %s + %zu",
                               below(bench, 8), first, below(bench, 1000000))
                : arena_printf(bench->unit,
                               "UPDATE company SET codes[1] = %zu, updated_at = now() WHERE "
                               "tenant_id = app.tenant() AND company_id = %s + %zu",
                               below(bench, 22), company, below(bench, 200000));
        if (!db_script(&bench->ctx, text))
            die(bench, "edit");
        leave(bench);
    }
}

static int
ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
measure(struct bench *bench, struct conf *conf, size_t clients)
{
    int ends[2];
    static double times[TIMES_MOST];
    size_t n = 0;
    pid_t editor = 0;
    if (pipe(ends))
        exit(1);
    if (bench->edits && !(editor = fork())) {
        close(ends[0]);
        close(ends[1]);
        edit(bench, conf);
    }
    for (size_t i = 0; i < clients; i++)
        if (!fork()) {
            close(ends[0]);
            client(bench, conf, ends[1], i * MIX / clients);
        }
    close(ends[1]);
    while (n < TIMES_MOST && read(ends[0], &times[n], sizeof *times) == sizeof *times)
        n++;
    if (editor)
        kill(editor, SIGTERM);
    while (wait(NULL) > 0)
        ;
    qsort(times, n, sizeof *times, ascending);
    if (!n)
        exit(1);
    printf("%-7s %zu clients, %3" PRId64
           " edits/s: %7zu asked, %7.1f/s, p50 %8.2f ms, p95 %8.2f ms, "
           "max %8.2f ms\n",
           bench->mode, clients, bench->edits, n, (double)n / bench->seconds, times[n / 2],
           times[n * 95 / 100], times[n - 1]);
}

static void
build(struct bench *bench, struct conf *conf)
{
    bool built;
    struct record_query mix[MIX];
    bench_open(bench, conf);
    double before = now();
    if (!snapshot_build(&bench->ctx, bench->tenant, &built))
        die(bench, "build");
    printf("build   %.1f s\n", now() - before);
    make_mix(bench, mix);
    double shares[MIX];
    for (size_t i = 0; i < MIX; i++) {
        int64_t total = 0, all = 0;
        struct record_filter none = {.entity = RECORD_CONTACT, .search = ""};
        enter(bench, true);
        if (!record_query_count(&bench->ctx, &mix[i].filter, &total) ||
            !record_query_count(&bench->ctx, &none, &all))
            die(bench, "count");
        leave(bench);
        shares[i] = 100.0 * (double)total / (double)all;
    }
    qsort(shares, MIX, sizeof *shares, ascending);
    printf(
        "mix     %d filters of 1-6 dimensions, a third with search; matching 5 %%: %.3f %%, half: "
        "%.2f %%, 95 %%: %.1f %% of the contacts\n",
        MIX, shares[MIX / 20], shares[MIX / 2], shares[MIX * 95 / 100]);
}

static struct jsn *
numbers_json(struct arena *arena, const int64_t *numbers, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; numbers && i < n; i++)
        jsn_add(list, jsn_int(arena, numbers[i]));
    return list;
}

static struct jsn *
texts_json(struct arena *arena, const char *const *texts, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; texts && i < n; i++)
        jsn_add(list, jsn_text(arena, texts[i]));
    return list;
}

static struct jsn *
clause_json(struct arena *arena, const struct record_clause *clause)
{
    struct jsn *json = jsn_object(arena);
    jsn_set_text(json, "name", clause->dimension->name);
    jsn_set_int(json, "exclude", clause->exclude);
    jsn_set(json, "codes", numbers_json(arena, clause->codes, clause->n));
    jsn_set(json, "texts", texts_json(arena, clause->texts, clause->n));
    jsn_set_int(json, "from", clause->ends.from);
    jsn_set_int(json, "to", clause->ends.to);
    return json;
}

/* The dimensions of contacts, then the queries: what a program in another language asks, too. */
static void
print_mix(struct bench *bench, struct conf *conf)
{
    struct record_query mix[MIX];
    size_t n;
    const struct record_dimension *all = record_dimensions(RECORD_CONTACT, &n);
    bench_open(bench, conf);
    make_mix(bench, mix);
    for (size_t i = 0; i < n; i++) {
        struct jsn *json = jsn_object(bench->unit);
        jsn_set_text(json, "dimension", all[i].name);
        jsn_set_int(json, "kind", (int64_t)all[i].kind);
        jsn_set_int(json, "company", all[i].of == RECORD_COMPANY);
        jsn_set_int(json, "place", all[i].place);
        jsn_set_text(json, "column", all[i].column);
        jsn_set_int(json, "facet", all[i].flags & DIMENSION_FACET);
        puts(jsn_write(bench->unit, json));
    }
    for (size_t i = 0; i < MIX; i++) {
        const struct record_filter *filter = &mix[i].filter;
        struct jsn *json = jsn_object(bench->unit), *clauses = jsn_array(bench->unit);
        const char *text = record_filter_text(bench->unit, filter);
        for (size_t k = 0; k < filter->n_clauses; k++)
            jsn_add(clauses, clause_json(bench->unit, &filter->clauses[k]));
        jsn_set_text(json, "url",
                     arena_printf(bench->unit, "%s%ssort=%s&dir=%s", text, *text ? "&" : "",
                                  mix[i].order->name, mix[i].descending ? "down" : "up"));
        jsn_set(json, "words", texts_json(bench->unit, filter->words, filter->n_words));
        jsn_set(json, "clauses", clauses);
        puts(jsn_write(bench->unit, json));
    }
}

/* The best of three: the first page of all records by an order, and all their ids in it. */
static void
time_order(struct bench *bench, const struct record_query *query)
{
    double page = 1e9, whole = 1e9;
    for (size_t i = 0; i < 3; i++) {
        struct record_found found;
        struct record_facet *facets;
        int64_t *ids;
        size_t n;
        enter(bench, true);
        double before = stamp();
        if (!record_query_all(&bench->ctx, query, &found, &facets, &n))
            die(bench, query->order->name);
        double between = stamp();
        if (i == 2 && !record_query_ordered(&bench->ctx, query, &ids, &n))
            die(bench, query->order->name);
        double after = stamp();
        leave(bench);
        page = between - before < page ? between - before : page;
        whole = i == 2 ? after - between : whole;
    }
    printf("%-8s by %-22s page %8.1f ms, all in order %8.1f ms\n",
           record_entity_name(query->filter.entity), query->order->name, page * 1000, whole * 1000);
}

/* Every order, by custom fields too. */
static void
time_orders(struct bench *bench, struct conf *conf)
{
    bench_open(bench, conf);
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        struct record_query query = {.after = "", .before = "", .limit = PAGE};
        size_t n_fixed, n;
        struct custom_field *customs;
        const struct record_order *fixed = record_orders((enum record_entity)entity, &n_fixed);
        query.filter = (struct record_filter){.entity = (enum record_entity)entity, .search = ""};
        bench->ctx.arena = bench->arena;
        enter(bench, true);
        if (!custom_field_all(&bench->ctx, entity, false, &customs, &n))
            die(bench, "fields");
        leave(bench);
        bench->ctx.arena = bench->unit;
        for (size_t i = 0; i < n_fixed + n; i++) {
            query.order = i < n_fixed ? &fixed[i]
                                      : record_order_of_custom(bench->arena, &customs[i - n_fixed]);
            query.descending = query.order->newest_first;
            time_order(bench, &query);
        }
    }
}

static void
edit_only(struct bench *bench, struct conf *conf)
{
    pid_t editor = fork();
    if (!editor)
        edit(bench, conf);
    usleep((useconds_t)(bench->seconds * 1e6));
    kill(editor, SIGTERM);
    waitpid(editor, NULL, 0);
}

int
main(int argc, char **argv)
{
    if (argc != 6)
        return 64;
    struct conf conf = {.snapshots = getenv("LEADGEN_SNAPSHOTS")};
    struct bench bench = {.tenant = strtoll(argv[1], NULL, 10),
                          .seconds = strtod(argv[2], NULL),
                          .edits = strtoll(argv[4], NULL, 10),
                          .mode = argv[5]};
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (!strcmp(bench.mode, "sql"))
        conf.snapshots = NULL;
    if (!strcmp(bench.mode, "build"))
        build(&bench, &conf);
    else if (!strcmp(bench.mode, "mix"))
        print_mix(&bench, &conf);
    else if (!strcmp(bench.mode, "orders"))
        time_orders(&bench, &conf);
    else if (!strcmp(bench.mode, "edits"))
        edit_only(&bench, &conf);
    else
        measure(&bench, &conf, strtoul(argv[3], NULL, 10));
    return 0;
}
