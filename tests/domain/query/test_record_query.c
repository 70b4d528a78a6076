/* Lists on a real database against a second, plain reading of what filters mean: random filters,
 * every order walked forward and back, facets, titles, cursors of others. */
#include "support/records_oracle.h"

#include "domain/query/record_query.h"

enum { COMPANIES = 300, CONTACTS = 900, PAGE = 7 };

struct world {
    struct database *db;
    struct records records;
    struct arena *arena;  /* of one step */
    struct seen *rows[3]; /* by entity */
    size_t n[3];
};

/* Two tenants side by side; the rows of the first are known. NULL without a test database. */
static struct world *
world_new(uint64_t seed, const char *zone)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct world *world = ARENA_NEW(db->arena, struct world);
    struct records other;
    int64_t own = db->tenant;
    db->tenant =
        database_number(db, arena_printf(db->arena,
                                         "INSERT INTO tenant (slug, name) VALUES ('o-%" PRId64
                                         "', 'Other') RETURNING tenant_id",
                                         own));
    records_fill(&other, db, seed + 1, "UTC", COMPANIES / 2, CONTACTS / 2);
    db->tenant = own;
    world->db = db;
    records_fill(&world->records, db, seed, zone, COMPANIES, CONTACTS);
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++)
        world->n[entity] =
            seen_all(db, db->arena, (enum record_entity)entity, &world->rows[entity]);
    world->arena = arena_new();
    database_begin(db);
    return world;
}

static void
world_free(struct world *world)
{
    database_commit(world->db);
    arena_free(world->arena);
    database_free(world->db);
}

/* The context of the tenant with memory of its own for one step. */
static struct ctx
ctx_of(struct world *world)
{
    struct ctx ctx = world->db->ctx;
    arena_reset(world->arena);
    ctx.arena = world->arena;
    return ctx;
}

#define OK(ctx, call)                                                                              \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (ctx)->err.message);                                         \
    } while (0)

static void
compare_ids(const struct record_filter *filter, struct arena *arena, const char *what,
            const int64_t *got, size_t n_got, const int64_t *wanted, size_t n_wanted)
{
    for (size_t i = 0; i < n_got && i < n_wanted; i++)
        if (got[i] != wanted[i])
            fail_msg("%s, %s: row %zu is %" PRId64 ", should be %" PRId64,
                     record_filter_text(arena, filter), what, i, got[i], wanted[i]);
    if (n_got != n_wanted)
        fail_msg("%s, %s: %zu rows, should be %zu", record_filter_text(arena, filter), what, n_got,
                 n_wanted);
}

static struct record_query
random_query(struct world *world, struct ctx *ctx, enum record_entity entity)
{
    struct record_pair pairs[RECORDS_PAIRS];
    struct record_query query = {.after = "", .before = "", .limit = PAGE};
    struct record_filter again;
    size_t n, n_pairs = records_filter(&world->records, ctx->arena, entity, pairs);
    const struct record_order **orders = records_orders(ctx, entity, &n);
    OK(ctx, record_filter_read(ctx, entity, pairs, n_pairs, &query.filter));
    /* what is saved reads as the same */
    const char *text = record_filter_text(ctx->arena, &query.filter);
    OK(ctx, record_filter_read_text(ctx, entity, text, &again));
    assert_string_equal(record_filter_text(ctx->arena, &again), text);
    query.order = orders[records_below(&world->records, n)];
    query.descending = records_often(&world->records, 50);
    return query;
}

static void
narrows_as_said(void **state)
{
    (void)state;
    const char *zones[] = {"Europe/Prague", "America/New_York"};
    const char *rounds = getenv("RECORDS_FILTERS");
    size_t n_rounds = rounds ? strtoul(rounds, NULL, 10) : 600, matched = 0;
    for (size_t z = 0; z < 2; z++) {
        struct world *world = world_new(records_seed(), zones[z]);
        if (!world)
            return;
        for (size_t i = 0; i < n_rounds; i++) {
            enum record_entity entity = i % 3 ? RECORD_CONTACT : RECORD_COMPANY;
            struct ctx ctx = ctx_of(world);
            struct record_query query = random_query(world, &ctx, entity);
            int64_t *ids, *wanted, total;
            size_t n, n_wanted = seen_ordered(ctx.arena, world->rows[entity], world->n[entity],
                                              &query, &wanted);
            OK(&ctx, record_query_ordered(&ctx, &query, &ids, &n));
            compare_ids(&query.filter, ctx.arena, query.order->name, ids, n, wanted, n_wanted);
            OK(&ctx, record_query_count(&ctx, &query.filter, &total));
            assert_int_equal(total, n_wanted);
            query.order = record_order_get(entity, "created");
            query.descending = false;
            n_wanted =
                seen_ordered(ctx.arena, world->rows[entity], world->n[entity], &query, &wanted);
            OK(&ctx, record_query_ids(&ctx, &query.filter, &ids, &n));
            compare_ids(&query.filter, ctx.arena, "ids", ids, n, wanted, n_wanted);
            matched += n > 0;
        }
        world_free(world);
    }
    printf("# %zu of %zu filters matched something\n", matched, 2 * n_rounds);
    assert_true(matched > n_rounds);
}

/* Forward from the start to the end, and back from there. */
static void
walk(struct world *world, struct record_query query)
{
    struct ctx ctx = ctx_of(world);
    int64_t *wanted;
    struct record_found found;
    const struct record_filter *filter = &query.filter;
    size_t n = 0, n_wanted = seen_ordered(ctx.arena, world->rows[filter->entity],
                                          world->n[filter->entity], &query, &wanted);
    int64_t *got = ARENA_ARRAY(ctx.arena, n_wanted + 2 * query.limit + 1, int64_t);
    do {
        OK(&ctx, record_query_page(&ctx, &query, &found));
        assert_int_equal(found.total, n_wanted);
        assert_true((found.previous != NULL) == (n > 0 && found.n > 0));
        assert_true(n + found.n <= n_wanted);
        memcpy(got + n, found.ids, found.n * sizeof *got);
        n += found.n;
        query.after = found.next;
    } while (found.next);
    compare_ids(filter, ctx.arena, query.order->name, got, n, wanted, n_wanted);
    query.after = "";
    n -= found.n;
    while (found.previous) {
        query.before = found.previous;
        OK(&ctx, record_query_page(&ctx, &query, &found));
        assert_non_null(found.next);
        assert_true(found.n <= n && found.n > 0);
        n -= found.n;
        compare_ids(filter, ctx.arena, "back", found.ids, found.n, wanted + n, found.n);
    }
    assert_int_equal(n, 0);
}

static void
walks_every_order(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC");
    if (!world)
        return;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_order **orders =
            records_orders(&world->db->ctx, (enum record_entity)entity, &n);
        for (size_t i = 0; i < 2 * n; i++) {
            struct record_query all = {
                .filter = {.entity = (enum record_entity)entity, .search = ""},
                .order = orders[i / 2],
                .descending = i % 2,
                .after = "",
                .before = "",
                .limit = 97
            };
            walk(world, all);
            struct ctx ctx = ctx_of(world);
            struct record_query narrowed = random_query(world, &ctx, (enum record_entity)entity);
            const char *text = record_filter_text(world->db->arena, &narrowed.filter);
            OK(&world->db->ctx, record_filter_read_text(&world->db->ctx, (enum record_entity)entity,
                                                        text, &narrowed.filter));
            narrowed.order = orders[i / 2];
            narrowed.descending = i % 2;
            narrowed.limit = 20;
            walk(world, narrowed);
        }
    }
    world_free(world);
}

static void
counts_as_said(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "Asia/Kolkata");
    if (!world)
        return;
    for (size_t i = 0; i < 80; i++) {
        enum record_entity entity = i % 3 ? RECORD_CONTACT : RECORD_COMPANY;
        struct ctx ctx = ctx_of(world);
        struct record_query query = random_query(world, &ctx, entity);
        struct record_found found, page;
        struct record_facet *facets;
        size_t n, wanted, n_customs = 2; /* choice and yes/no */
        const struct record_dimension *all = record_dimensions(entity, &wanted);
        OK(&ctx, record_query_all(&ctx, &query, &found, &facets, &n));
        OK(&ctx, record_query_page(&ctx, &query, &page));
        assert_int_equal(found.total, page.total);
        compare_ids(&query.filter, ctx.arena, "page", found.ids, found.n, page.ids, page.n);
        size_t at = 0;
        for (size_t k = 0; k < wanted; k++)
            if (all[k].flags & DIMENSION_FACET)
                assert_ptr_equal(facets[at++].dimension, &all[k]);
        assert_int_equal(n, at + n_customs);
        for (size_t k = 0; k < n; k++)
            seen_check_facet(ctx.arena, world->rows[entity], world->n[entity], &query.filter,
                             &facets[k]);
    }
    world_free(world);
}

static void
finds_titles(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC");
    if (!world)
        return;
    for (size_t i = 0; i < 60; i++) {
        struct ctx ctx = ctx_of(world);
        struct record_query query = random_query(world, &ctx, RECORD_CONTACT);
        const char *text = records_piece(&world->records, ctx.arena,
                                         RECORDS_PICK(&world->records, records_titles));
        const struct record_dimension *title = record_dimension_get(RECORD_CONTACT, "title");
        struct record_facet facet = {.dimension = title};
        OK(&ctx, record_query_values(&ctx, &query.filter, title, text, &facet.counts, &facet.n));
        for (size_t k = 0; k < facet.n; k++) {
            int64_t wanted = 0;
            if (!strstr(text_fold(ctx.arena, facet.counts[k].text), text_fold(ctx.arena, text)))
                fail_msg("\"%s\" does not hold \"%s\"", facet.counts[k].text, text);
            for (size_t r = 0; r < world->n[RECORD_CONTACT]; r++)
                wanted += seen_matches(ctx.arena, &world->rows[RECORD_CONTACT][r], &query.filter,
                                       title) &&
                          seen_counts(ctx.arena, &world->rows[RECORD_CONTACT][r], &facet,
                                      &facet.counts[k]);
            assert_int_equal(wanted, facet.counts[k].count);
            assert_true(!k || facet.counts[k].count <= facet.counts[k - 1].count);
        }
    }
    world_free(world);
}

static void
refuses_cursors_of_others(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC");
    if (!world)
        return;
    static const char *const bad[] = {
        "x",           "12",      "12.",    "-1.YQ",   "12.!!",
        "0.%00",       "1.AAAA=", "1.gICA", "12.MTJ4", "9999999999999999999.YQ",
        "12.YQ extra", "12..YQ"};
    static const char *const orders[] = {"updated", "quality", "created"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
            struct ctx ctx = ctx_of(world);
            struct record_found found;
            struct record_query query = {
                .filter = {.entity = RECORD_CONTACT, .search = ""},
                .order = record_order_get(RECORD_CONTACT, orders[k]),
                .after = i % 2 ? bad[i] : "",
                .before = i % 2 ? "" : bad[i],
                .limit = PAGE
            };
            if (!strcmp(bad[i], "12.") && k > 0)
                continue; /* a place of these orders */
            assert_false(record_query_page(&ctx, &query, &found));
            assert_int_equal(ctx.err.kind, ERR_INPUT);
            assert_string_equal(ctx.err.field, i % 2 ? "after" : "before");
        }
    world_free(world);
}

static void
goes_on_where_a_row_was(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC");
    if (!world)
        return;
    struct ctx ctx = ctx_of(world);
    struct record_found first, second, again;
    struct record_query query = {
        .filter = {.entity = RECORD_CONTACT, .search = ""},
        .order = record_order_get(RECORD_CONTACT, "name"),
        .after = "",
        .before = "",
        .limit = PAGE
    };
    OK(&ctx, record_query_page(&ctx, &query, &first));
    query.after = first.next;
    OK(&ctx, record_query_page(&ctx, &query, &second));
    database_script(world->db, arena_printf(world->db->arena,
                                            "UPDATE contact SET deleted_at = now() WHERE "
                                            "contact_id = %" PRId64,
                                            first.ids[first.n - 1]));
    OK(&ctx, record_query_page(&ctx, &query, &again));
    compare_ids(&query.filter, ctx.arena, "after a deletion", again.ids, again.n, second.ids,
                second.n);
    assert_int_equal(again.total, second.total - 1);
    world_free(world);
}

/* Ids of another workspace in a filter match nothing, and their absence narrows to nothing less. */
static void
knows_nothing_of_other_tenants(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC");
    if (!world)
        return;
    struct database *db = world->db;
    static const char *const names[] = {"tag", "list", "owner", "company", "set"};
    static const char *const asked[] = {
        "SELECT min(tag_id) FROM tag", "SELECT min(list_id) FROM list",
        "SELECT min(owner_id) FROM contact", "SELECT min(company_id) FROM company",
        "SELECT min(change_set_id) FROM change_set"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ctx ctx = ctx_of(world);
        struct record_filter filter;
        int64_t total;
        const char *where =
            arena_printf(ctx.arena, "%s WHERE tenant_id <> %" PRId64, asked[i], db->tenant);
        const char *text =
            arena_printf(ctx.arena, "%s=%" PRId64, names[i], database_number(db, where));
        OK(&ctx, record_filter_read_text(&ctx, RECORD_CONTACT, text, &filter));
        OK(&ctx, record_query_count(&ctx, &filter, &total));
        assert_int_equal(total, 0);
        text = arena_printf(ctx.arena, "%s&%s.not=1", text, names[i]);
        OK(&ctx, record_filter_read_text(&ctx, RECORD_CONTACT, text, &filter));
        OK(&ctx, record_query_count(&ctx, &filter, &total));
        assert_int_equal(total, world->n[RECORD_CONTACT]);
    }
    world_free(world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(narrows_as_said),
        cmocka_unit_test(walks_every_order),
        cmocka_unit_test(counts_as_said),
        cmocka_unit_test(finds_titles),
        cmocka_unit_test(refuses_cursors_of_others),
        cmocka_unit_test(goes_on_where_a_row_was),
        cmocka_unit_test(knows_nothing_of_other_tenants),
    };
    cmocka_set_message_output(CM_OUTPUT_TAP);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
