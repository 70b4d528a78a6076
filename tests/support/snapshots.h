/* A tenant with random records (support/records.h), its snapshot in a folder of its own, edits of
 * every kind beside it, and the comparison of both engines of record_query.h. Included by the tests
 * of src/domain/snapshot. */
#ifndef LEADGEN_TESTS_SUPPORT_SNAPSHOTS_H
#define LEADGEN_TESTS_SUPPORT_SNAPSHOTS_H

#include "support/records.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "domain/query/query_sql.h"
#include "domain/snapshot/snapshot_build.h"
#include "domain/columns/snapshot_query.h"

struct world {
    struct database *db;
    struct records records;
    struct arena *arena; /* of one step */
    struct conf conf;
    char folder[64];
};

#define OK(ctx, call)                                                                              \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (ctx)->err.message);                                         \
    } while (0)

static inline void
world_build(struct world *world)
{
    bool built = false;
    struct ctx ctx = world->db->ctx;
    ctx.arena = arena_new();
    OK(&ctx, snapshot_build(&ctx, world->db->tenant, &built));
    assert_true(built);
    arena_free(ctx.arena);
}

/* NULL without a test database. */
static inline struct world *
world_new(uint64_t seed, const char *zone, size_t companies, size_t contacts)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct world *world = ARENA_NEW(db->arena, struct world);
    world->db = db;
    world->arena = arena_new();
    records_fill(&world->records, db, seed, zone, companies, contacts);
    snprintf(world->folder, sizeof world->folder, "/tmp/snapshots.XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    world->conf = (struct conf){.snapshots = world->folder};
    db->ctx.conf = &world->conf;
    return world;
}

static inline const char *
world_path(struct world *world)
{
    return arena_printf(world->db->arena, "%s/%" PRId64 ".snap", world->folder, world->db->tenant);
}

static inline void
world_free(struct world *world)
{
    db_rollback(&world->db->ctx);
    unlink(world_path(world));
    rmdir(world->folder);
    arena_free(world->arena);
    database_free(world->db);
}

/* The context of the tenant with memory of its own for one step. */
static inline struct ctx
world_ctx(struct world *world)
{
    struct ctx ctx = world->db->ctx;
    arena_reset(world->arena);
    ctx.arena = world->arena;
    return ctx;
}

/* Begins a transaction of the tenant in which all statements see one moment. */
static inline void
world_begin_still(struct world *world)
{
    struct ctx *ctx = &world->db->ctx;
    OK(ctx, db_begin(ctx, false));
    OK(ctx, db_script(ctx, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
    OK(ctx,
       db_script(ctx, arena_printf(world->db->arena, "SELECT app.enter(%" PRId64 ", %" PRId64 ")",
                                   world->db->tenant, world->db->user)));
}

static inline struct record_query
world_query(struct world *world, struct ctx *ctx, enum record_entity entity)
{
    struct record_pair pairs[RECORDS_PAIRS];
    struct record_query query = {.after = "", .before = "", .limit = 7};
    size_t n, n_pairs = records_filter(&world->records, ctx->arena, entity, pairs);
    const struct record_order **orders = records_orders(ctx, entity, &n);
    OK(ctx, record_filter_read(ctx, entity, pairs, n_pairs, &query.filter));
    query.order = orders[records_below(&world->records, n)];
    query.descending = records_often(&world->records, 50);
    return query;
}

static inline void
world_same_ids(const struct record_query *query, struct arena *arena, const char *what,
               const int64_t *got, size_t n_got, const int64_t *wanted, size_t n_wanted)
{
    for (size_t i = 0; i < n_got && i < n_wanted; i++)
        if (got[i] != wanted[i])
            fail_msg("%s by %s %s, %s: row %zu is %" PRId64 ", should be %" PRId64,
                     record_filter_text(arena, &query->filter), query->order->name,
                     query->descending ? "down" : "up", what, i, got[i], wanted[i]);
    if (n_got != n_wanted)
        fail_msg("%s by %s, %s: %zu rows, should be %zu", record_filter_text(arena, &query->filter),
                 query->order->name, what, n_got, n_wanted);
}

static inline void
world_same_counts(const struct record_query *query, struct arena *arena, const char *what,
                  const struct record_count *got, size_t n_got, const struct record_count *wanted,
                  size_t n_wanted)
{
    for (size_t i = 0; i < n_got && i < n_wanted; i++)
        if (got[i].code != wanted[i].code || got[i].count != wanted[i].count ||
            strcmp(got[i].text ? got[i].text : "", wanted[i].text ? wanted[i].text : "") != 0)
            fail_msg("%s, counts of %s at %zu: %" PRId64 " \"%s\" %" PRId64 ", should be %" PRId64
                     " \"%s\" %" PRId64,
                     record_filter_text(arena, &query->filter), what, i, got[i].code,
                     got[i].text ? got[i].text : "", got[i].count, wanted[i].code,
                     wanted[i].text ? wanted[i].text : "", wanted[i].count);
    if (n_got != n_wanted)
        fail_msg("%s, counts of %s: %zu, should be %zu", record_filter_text(arena, &query->filter),
                 what, n_got, n_wanted);
}

static inline void
world_same_cursor(const struct record_query *query, const char *what, const char *got,
                  const char *wanted)
{
    if (!got != !wanted || (got && strcmp(got, wanted) != 0))
        fail_msg("by %s, %s: %s, should be %s", query->order->name, what, got ? got : "none",
                 wanted ? wanted : "none");
}

/* A page of both; the SQL engine's goes to *out. */
static inline void
world_same_page(struct ctx *ctx, const struct record_query *query, struct record_found *out)
{
    struct record_found got;
    bool found;
    OK(ctx, query_sql_page(ctx, query, out));
    OK(ctx, snapshot_query_page(ctx, query, &got, &found));
    if (!found)
        return;
    world_same_ids(query, ctx->arena, "page", got.ids, got.n, out->ids, out->n);
    world_same_cursor(query, "previous", got.previous, out->previous);
    world_same_cursor(query, "next", got.next, out->next);
    assert_int_equal(got.total, out->total);
}

/* And the same values for a piece of text, of each dimension that is typed. */
static inline void
world_same_values(struct world *world, struct ctx *ctx, const struct record_query *query)
{
    struct record_count *got_values, *values;
    size_t n_got, n;
    bool found;
    size_t n_own, n_customs;
    struct record_custom *customs;
    const struct record_dimension *own = record_dimensions(query->filter.entity, &n_own);
    OK(ctx, record_filter_customs(ctx, query->filter.entity, &customs, &n_customs));
    for (size_t i = 0; i < n_own + n_customs; i++) {
        const struct record_dimension *of = i < n_own ? &own[i] : &customs[i - n_own].dimension;
        size_t field = records_below(&world->records, RECORDS_CUSTOMS);
        if (!record_query_typed(of))
            continue;
        const char *whole = i >= n_own ? RECORDS_PICK(&world->records, records_custom_values[field])
                            : of->kind == DIMENSION_TEXT
                                ? RECORDS_PICK(&world->records, records_titles)
                                : RECORDS_PICK(&world->records, records_sources);
        const char *text = records_piece(&world->records, ctx->arena, whole);
        OK(ctx, snapshot_query_values(ctx, &query->filter, of, text, &got_values, &n_got, &found));
        OK(ctx, query_sql_values(ctx, &query->filter, of, text, &values, &n));
        if (found)
            world_same_counts(query, ctx->arena, of->name, got_values, n_got, values, n);
    }
}

/* As many were added from each of a few moments on. */
static inline void
world_same_added(struct world *world, struct ctx *ctx, enum record_entity entity)
{
    int64_t from_us[4], got[4] = {0}, wanted[4] = {0};
    bool found;
    from_us[3] = clock_now_ms() * 1000;
    for (size_t i = 3; i-- > 0;)
        from_us[i] = from_us[i + 1] - (int64_t)records_below(&world->records, 30 * 86400) * 1000000;
    OK(ctx, query_sql_added(ctx, entity, from_us, 4, wanted));
    OK(ctx, snapshot_query_added(ctx, entity, from_us, 4, got, &found));
    for (size_t i = 0; found && i < 4; i++)
        assert_int_equal(got[i], wanted[i]);
}

/* The same rows in the same order: all at once, some pages forward and back. */
static inline void
world_same_order(struct ctx *ctx, struct record_query *query)
{
    struct record_found page;
    int64_t *got, *wanted;
    size_t n_got, n;
    bool found;
    OK(ctx, snapshot_query_ordered(ctx, query, &got, &n_got, &found));
    OK(ctx, query_sql_ordered(ctx, query, &wanted, &n));
    if (found)
        world_same_ids(query, ctx->arena, "ordered", got, n_got, wanted, n);
    world_same_page(ctx, query, &page);
    for (size_t i = 0; page.next && i < 3; i++) {
        query->after = page.next;
        world_same_page(ctx, query, &page);
    }
    query->after = "";
    for (size_t i = 0; page.previous && i < 2; i++) {
        query->before = page.previous;
        world_same_page(ctx, query, &page);
    }
    query->before = "";
}

/* Both engines give the same; counts the queries that the snapshot answered. */
static inline void
world_same(struct world *world, struct ctx *ctx, struct record_query *query, size_t *n_answered)
{
    struct record_facet *got_facets, *facets;
    struct record_found page;
    int64_t *got, *wanted, total;
    size_t n_got, n;
    bool found;
    OK(ctx, snapshot_query_ids(ctx, &query->filter, &got, &n_got, &found));
    *n_answered += found;
    OK(ctx, query_sql_ids(ctx, &query->filter, &wanted, &n));
    if (found)
        world_same_ids(query, ctx->arena, "ids", got, n_got, wanted, n);
    world_same_order(ctx, query);
    OK(ctx, snapshot_query_facets(ctx, &query->filter, &got_facets, &n_got, &found));
    OK(ctx, query_sql_facets(ctx, &query->filter, &facets, &n, &total));
    for (size_t i = 0; found && i < n; i++) {
        assert_int_equal(n_got, n);
        assert_string_equal(got_facets[i].dimension->name, facets[i].dimension->name);
        world_same_counts(query, ctx->arena, facets[i].dimension->name, got_facets[i].counts,
                          got_facets[i].n, facets[i].counts, facets[i].n);
    }
    world_same_values(world, ctx, query);
    world_same_added(world, ctx, query->filter.entity);
    const struct record_filter none = {.entity = query->filter.entity, .search = ""};
    OK(ctx, record_query_all(ctx, query, &page, &facets, &n));
    OK(ctx, query_sql_count(ctx, &none, &total));
    assert_int_equal(page.all, total);
}

static inline int64_t
world_any(struct records *r, bool contact)
{
    return contact ? r->first_contact + (int64_t)records_below(r, r->n_contacts)
                   : r->first_company + (int64_t)records_below(r, r->n_companies);
}

/* One edit of some kind, as SQL: of one record, of many, of a company with people, deletes, restores,
 * new records, tags. */
static inline const char *
world_edit(struct records *r, struct arena *arena)
{
    bool contact = records_often(r, 60);
    enum record_entity entity = contact ? RECORD_CONTACT : RECORD_COMPANY;
    const char *table = record_entity_name(entity);
    int64_t id = world_any(r, contact);
    const char *name = text_fold(arena, records_name(r, arena));
    const char *title =
        arena_printf(arena, "%s %zu", RECORDS_PICK(r, records_titles), records_below(r, 4));
    const char *where = arena_printf(
        arena, "WHERE tenant_id = %" PRId64 " AND %s_id >= %" PRId64 " AND %s_id < %" PRId64,
        r->db->tenant, table, id, table, id + (records_often(r, 10) ? 40 : 1));
    switch (records_below(r, 8)) {
    case 0:
        return arena_printf(arena, "UPDATE %s SET codes = '%s', updated_at = '%s' %s", table,
                            records_codes(r, arena, entity), records_time(r, arena, 20), where);
    case 1: {
        const char *tags = records_set(r, arena, r->tags);
        return arena_printf(arena, "UPDATE %s SET tag_ids = %s%s%s, checked_at = '%s' %s", table,
                            tags ? "'" : "", tags ? tags : "NULL", tags ? "'" : "",
                            records_time(r, arena, 100), where);
    }
    case 2:
        return arena_printf(arena, "UPDATE %s SET sort_name = $$%s$$, search = $$%s$$ %s", table,
                            name, name, where);
    case 3:
        return arena_printf(
            arena, "UPDATE %s SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END %s",
            table, where);
    case 4:
        if (contact)
            return arena_printf(arena,
                                "UPDATE contact SET job_title = $$%s$$, title_key = $$%s$$, "
                                "company_id = %" PRId64 " %s",
                                title, text_fold(arena, title), world_any(r, false), where);
        return arena_printf(arena, "UPDATE company SET owner_id = NULL, source = 'New source' %s",
                            where);
    case 5: {
        const char *custom = records_custom(r, arena);
        return arena_printf(arena, "UPDATE %s SET custom = %s%s%s %s", table, custom ? "$$" : "",
                            custom ? custom : "NULL", custom ? "$$" : "", where);
    }
    case 6:
        if (contact)
            return arena_printf(arena, "DELETE FROM contact %s AND contact_id %% 7 = 0", where);
        return arena_printf(arena,
                            "INSERT INTO company (tenant_id, name, name_key, search, sort_name, "
                            "codes) VALUES (%" PRId64 ", $$%s$$, $$%s$$, $$%s$$, $$%s$$, '%s')",
                            r->db->tenant, "New", name, name, name,
                            records_codes(r, arena, RECORD_COMPANY));
    default:
        return arena_printf(
            arena,
            "INSERT INTO contact (tenant_id, last_name, company_id, name_key, search, "
            "sort_name, codes, email) VALUES (%" PRId64 ", $$%s$$, %" PRId64
            ", $$%s$$, $$%s$$, $$%s$$, '%s', '%s')",
            r->db->tenant, name, world_any(r, false), name, name, name,
            records_codes(r, arena, RECORD_CONTACT),
            arena_printf(arena, "N%zu@Example.com", records_below(r, 50)));
    }
}

#endif
