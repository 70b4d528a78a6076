/* Undo of sets that moved addresses, profiles and domains between records: who had a key before has it
 * again, in whatever order and batches the records' turns come, and a redo moves it once more. */
#include "support/database.h"

#include <string.h>

#include "domain/change/change.h"
#include "domain/change/change_kept.h"
#include "domain/change/change_undo.h"
#include "domain/record/record.h"

enum { MOST_RECORDS = 16 };

enum kind { EMAIL, LINKEDIN, DOMAIN };

/* Records are 1, 2, 3 ... in the order they were made, keys are letters, "-" is none. Steps are
 * written one after the other: "2=a" gives record 2 the key a, "+=a" makes a record that has it. */
static const struct example {
    const char *what;
    enum kind kind;
    const char *before; /* keys of the records by order */
    const char *set;    /* steps of the set that is undone */
    const char *later;  /* steps of somebody else after it */
    int64_t limit;      /* records a batch */
    const char *after;  /* keys after the undo; NULL: as before, nothing kept */
    const char *kept;   /* what is said of the first that stays */
} examples[] = {
    {"swap",                    EMAIL,    "ab",           "1=- 2=a 1=b",             "",        10, NULL,            NULL},
    {"swap over batches",       EMAIL,    "ab",           "1=- 2=a 1=b",             "",        1,  NULL,            NULL},
    {"chain of three",          EMAIL,    "abc",          "1=x 2=a 3=b",             "",        10, NULL,            NULL},
    {"chain, one by one",       EMAIL,    "abc",          "1=x 2=a 3=b",             "",        1,  NULL,            NULL},
    {"chain up, one by one",    EMAIL,    "abc",          "3=x 2=c 1=b",             "",        1,  NULL,            NULL},
    {"ring up, two by two",     EMAIL,    "abcde",        "5=- 4=e 3=d 2=c 1=b 5=a", "",        2,  NULL,            NULL},
    {"longer than is followed", EMAIL,    "abcdefghijkl",
     "12=x 11=l 10=k 9=j 8=i 7=h 6=g 5=f 4=e 3=d 2=c 1=b",                           "",        1,  NULL,            NULL},
    {"to one the set made",     EMAIL,    "a",            "1=b +=a",                 "",        10, NULL,            NULL},
    {"to one it made, by one",  EMAIL,    "a",            "1=b +=a",                 "",        1,  NULL,            NULL},
    {"profile swap",            LINKEDIN, "ab",           "1=- 2=a 1=b",             "",        10, NULL,            NULL},
    {"profile swap by one",     LINKEDIN, "ab",           "1=- 2=a 1=b",             "",        1,  NULL,            NULL},
    {"profile to a new one",    LINKEDIN, "ab",           "1=- 2=c +=a",             "",        1,  NULL,            NULL},
    {"domain swap",             DOMAIN,   "ab",           "1=- 2=a 1=b",             "",        10, NULL,            NULL},
    {"domain swap by one",      DOMAIN,   "ab",           "1=- 2=a 1=b",             "",        1,  NULL,            NULL},
    {"domain ring by two",      DOMAIN,   "abcde",        "5=- 4=e 3=d 2=c 1=b 5=a", "",        2,  NULL,            NULL},
    {"domain to a new one",     DOMAIN,   "a",            "1=b +=a",                 "",        1,  NULL,            NULL},
    {"holder changed since",    EMAIL,    "ab",           "1=x 2=a",                 "2=c 2=a", 10, "xa",
     "Another contact has this e-mail address by now"                                                                    },
    {"holder changed, by one",  EMAIL,    "ab",           "2=x 1=b",                 "1=c 1=b", 1,  "bx",
     "Another contact has this e-mail address by now"                                                                    },
    {"made one changed since",  EMAIL,    "a",            "1=x +=a",                 "2=c 2=a", 10, "xa",
     "Another contact has this e-mail address by now"                                                                    },
    {"end of chain is taken",   EMAIL,    "abc",          "1=x 2=a 3=b",             "+=c",     10, "xabc",
     "Another contact has this e-mail address by now"                                                                    },
    {"end is taken, by one",    EMAIL,    "abc",          "3=x 2=c 1=b",             "+=a",     1,  "bcxa",
     "Another contact has this e-mail address by now"                                                                    },
    {"profile is taken",        LINKEDIN, "ab",           "1=- 2=a",                 "+=b",     10, "-ab",
     "Another contact has this LinkedIn profile by now"                                                                  },
    {"domain is taken",         DOMAIN,   "ab",           "2=x 1=b",                 "+=a",     1,  "bxa",
     "Another company has this domain by now"                                                                            },
    {"end is taken, far off",   EMAIL,    "abcdefghijkl",
     "12=x 11=l 10=k 9=j 8=i 7=h 6=g 5=f 4=e 3=d 2=c 1=b",                           "+=a",     1,  "bcdefg-hijkla",
     "Another contact has this e-mail address by now"                                                                    },
};

struct world {
    struct database *db;
    enum kind kind;
    int64_t ids[MOST_RECORDS];
    size_t n;
};

static enum record_entity
entity_of(enum kind kind)
{
    return kind == DOMAIN ? RECORD_COMPANY : RECORD_CONTACT;
}

static const char *
key_of(struct world *w, char letter)
{
    if (letter == '-')
        return NULL;
    switch (w->kind) {
    case EMAIL:
        return arena_printf(w->db->arena, "%c@keys.example", letter);
    case LINKEDIN:
        return arena_printf(w->db->arena, "https://www.linkedin.com/in/person-%c", letter);
    case DOMAIN:
        break;
    }
    return arena_printf(w->db->arena, "%c-keys.example", letter);
}

static size_t
place_of(enum kind kind)
{
    return kind == EMAIL ? CONTACT_EMAIL : kind == LINKEDIN ? CONTACT_LINKEDIN_URL : COMPANY_DOMAIN;
}

static void
make(struct world *w, int64_t set, char letter)
{
    const char *values[RECORD_MOST_FIELDS] = {0};
    values[w->kind == DOMAIN ? (size_t)COMPANY_NAME : (size_t)CONTACT_LAST_NAME] =
        arena_printf(w->db->arena, "Number %zu", w->n + 1);
    values[place_of(w->kind)] = key_of(w, letter);
    assert_true(w->n < MOST_RECORDS);
    if (!record_create(&w->db->ctx, entity_of(w->kind), set, values, 0, &w->ids[w->n++]))
        fail_msg("%s", w->db->ctx.err.message);
}

/* All steps as one set; 0 when there are none. */
static int64_t
act(struct world *w, const char *kind, const char *steps)
{
    struct ctx *ctx = &w->db->ctx;
    int64_t set, changed;
    size_t n;
    if (!*steps)
        return 0;
    database_begin(w->db);
    assert_true(change_set_open(ctx, kind, "test", &set));
    while (*steps) {
        char *rest;
        size_t record = strtoul(steps, &rest, 10);
        const char *values[RECORD_MOST_FIELDS] = {0};
        const char *sign = strchr(steps, '=');
        values[place_of(w->kind)] = key_of(w, sign[1]);
        if (*steps == '+')
            make(w, set, sign[1]);
        else if (!record_update(
                     ctx, entity_of(w->kind), &set, w->ids[record - 1], 0,
                     CHANGE_BIT(&record_fields(entity_of(w->kind), &n)[place_of(w->kind)]), values,
                     0, &changed))
            fail_msg("%s: %s", steps, ctx->err.message);
        steps = sign[2] ? sign + 3 : sign + 2;
    }
    database_commit(w->db);
    return set;
}

/* The undo as a job does it, a transaction a batch. */
static int64_t
undo(struct world *w, int64_t set, int64_t limit)
{
    struct change_mark after = {0};
    struct change_counts counts = {0};
    int64_t own;
    database_begin(w->db);
    assert_true(change_undo_start(&w->db->ctx, set, &own));
    database_commit(w->db);
    while (!after.done) {
        database_begin(w->db);
        if (!change_undo_batch(&w->db->ctx, set, own, &after, limit, &counts))
            fail_msg("%s", w->db->ctx.err.message);
        database_commit(w->db);
    }
    return own;
}

/* Everything of the records that are there, keys too. */
static const char *
state_of(struct world *w)
{
    const char *table = w->kind == DOMAIN ? "company" : "contact";
    return database_value(
        w->db, arena_printf(w->db->arena,
                            "SELECT string_agg((to_jsonb(t) - "
                            "'{version,updated_at,checked_at,deleted_at}'::text[])::text, E'\\n' "
                            "ORDER BY %s_id) FROM %s t WHERE tenant_id = %" PRId64
                            " AND deleted_at IS NULL",
                            table, table, w->db->tenant));
}

/* The letters, and that the keys of contacts are those of what one sees. */
static const char *
letters_of(struct world *w)
{
    static const char *const forms[] = {
        "SELECT string_agg(coalesce(left(email, 1), '-'), '' ORDER BY contact_id) FROM contact "
        "WHERE left(email, 1) IS NOT DISTINCT FROM left(email_key, 1)",
        "SELECT string_agg(coalesce(right(linkedin_url, 1), '-'), '' ORDER BY contact_id) "
        "FROM contact WHERE right(linkedin_url, 1) IS NOT DISTINCT FROM right(linkedin_key, 1)",
        "SELECT string_agg(coalesce(left(domain, 1), '-'), '' ORDER BY company_id) FROM company "
        "WHERE true"};
    return database_value(w->db, arena_printf(w->db->arena,
                                              "%s AND deleted_at IS NULL AND tenant_id = %" PRId64,
                                              forms[w->kind], w->db->tenant));
}

static void
expect_kept(struct world *w, const struct example *ex, int64_t undo_set)
{
    struct change_kept *kept;
    size_t n;
    int64_t total;
    database_begin(w->db);
    assert_true(change_kept_list(&w->db->ctx, undo_set, 10, &kept, &n, &total));
    database_commit(w->db);
    if (!ex->kept && n)
        fail_msg("%s: %s", ex->what, kept[0].reason);
    if (!ex->kept)
        return;
    bool found = false;
    for (size_t i = 0; i < n; i++)
        found |= !strcmp(kept[i].reason, ex->kept);
    if (!found)
        fail_msg("%s: not said: %s", ex->what, ex->kept);
}

static void
same(const struct example *ex, const char *when, const char *wanted, const char *got)
{
    if (strcmp(wanted, got))
        fail_msg("%s, %s:\nwanted %s\ngot    %s", ex->what, when, wanted, got);
}

static void
run(const struct example *ex)
{
    struct world w = {.db = database_new(), .kind = ex->kind};
    if (!w.db)
        return;
    int64_t first;
    database_begin(w.db);
    assert_true(change_set_open(&w.db->ctx, "import", "test", &first));
    for (const char *letter = ex->before; *letter; letter++)
        make(&w, first, *letter);
    database_commit(w.db);
    const char *before = state_of(&w);
    int64_t set = act(&w, "import", ex->set);
    const char *changed = state_of(&w);
    act(&w, "edit", ex->later);
    int64_t undo_set = undo(&w, set, ex->limit);
    same(ex, "after the undo", ex->after ? ex->after : ex->before, letters_of(&w));
    expect_kept(&w, ex, undo_set);
    if (!ex->after) {
        same(ex, "after the undo", before, state_of(&w));
        undo(&w, undo_set, ex->limit);
        same(ex, "after the redo", changed, state_of(&w));
        undo(&w, set, ex->limit);
        same(ex, "after the second undo", before, state_of(&w));
    }
    database_free(w.db);
}

static void
gives_keys_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        run(&examples[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_keys_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
