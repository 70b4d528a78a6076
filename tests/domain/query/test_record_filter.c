/* Filters from pairs and text, and back: what is typed means one thing, is written one way, and
 * anything else is refused by name. */
#include "support/database.h"

#include "base/text.h"
#include "domain/query/record_filter.h"

#define CONTACTS RECORD_CONTACT
#define COMPANIES RECORD_COMPANY

/* The canonical text of a text, or "field: message". */
static const char *
again(struct arena *arena, enum record_entity entity, const char *text)
{
    struct ctx ctx = {.arena = arena};
    struct record_filter filter;
    if (record_filter_read_text(&ctx, entity, text, &filter))
        return record_filter_text(arena, &filter);
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    return arena_printf(arena, "%s: %s", ctx.err.field, ctx.err.message);
}

static void
writes_one_way(void **state)
{
    static const struct {
        enum record_entity entity;
        const char *text, *wanted;
    } cases[] = {
        {CONTACTS,  "",                                                      ""                                  },
        {CONTACTS,  "&&",                                                    ""                                  },
        {CONTACTS,  "q=+Anna++Nov%C3%A1kov%C3%A1+",                          "q=Anna%20Nov%C3%A1kov%C3%A1"       },
        {CONTACTS,  "q=100%25_'%22",                                         "q=100%25_%27%22"                   },
        {CONTACTS,  "industry=",                                             ""                                  },
        {CONTACTS,  "industry.not=1",                                        ""                                  },
        {CONTACTS,  "industry=none&industry=healthcare&industry=healthcare",
         "industry=none&industry=healthcare"                                                                     },
        {CONTACTS,  "seniority=C-level&industry=Software+%2F+SaaS",
         "industry=software_saas&seniority=c_level"                                                              },
        {CONTACTS,  "tag=12&tag=3&tag.not=1&tag=none",                       "tag=none&tag=3&tag=12&tag.not=1"   },
        {CONTACTS,  "country=de&country=AT",                                 "country=AT&country=DE"             },
        {CONTACTS,  "lives_in=cz",                                           "lives_in=CZ"                       },
        {CONTACTS,  "title=Sales&title=SALES&title=ceo",                     "title=ceo&title=Sales"             },
        {CONTACTS,  "source=Web&source=None",                                "source=none&source=Web"            },
        {CONTACTS,  "quality=40..70",                                        "quality=40..70"                    },
        {CONTACTS,  "quality=..70",                                          "quality=..70"                      },
        {CONTACTS,  "quality.from=40",                                       "quality=40.."                      },
        {CONTACTS,  "quality.from=&quality.to=",                             ""                                  },
        {CONTACTS,  "stale.from=30&stale.to=60",                             "stale=30..60"                      },
        {CONTACTS,  "created=2026-01-01..2026-03-31",                        "created=2026-01-01..2026-03-31"    },
        {CONTACTS,  "created=2024-02-29..",                                  "created=2024-02-29.."              },
        {CONTACTS,  "updated.to=1999-12-31&updated.not=1",                   "updated=..1999-12-31&updated.not=1"},
        {CONTACTS,  "set=12c",                                               "set=12c"                           },
        {COMPANIES, "set=12&status=none",                                    "status=none&set=12"                },
        {CONTACTS,  "company=77",                                            "company=77"                        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = again(*state, cases[i].entity, cases[i].text);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s is %s, should be %s", cases[i].text, got, cases[i].wanted);
        assert_string_equal(again(*state, cases[i].entity, got), got);
    }
}

static void
refuses_by_name(void **state)
{
    static const struct {
        enum record_entity entity;
        const char *text, *field;
    } cases[] = {
        {CONTACTS,  "colour=red",                 "colour"       },
        {CONTACTS,  "colour=",                    "colour"       },
        {COMPANIES, "seniority=c_level",          "seniority"    }, /* of contacts only */
        {CONTACTS,  "industry=cheese",            "industry"     },
        {CONTACTS,  "industry.not=yes",           "industry.not" },
        {CONTACTS,  "industry.from=1",            "industry.from"},
        {CONTACTS,  "country=DEU",                "country"      },
        {CONTACTS,  "country=XX",                 "country"      },
        {CONTACTS,  "tag=0",                      "tag"          },
        {CONTACTS,  "tag=-1",                     "tag"          },
        {CONTACTS,  "tag=1e3",                    "tag"          },
        {CONTACTS,  "tag=12%20or%201",            "tag"          },
        {CONTACTS,  "tag=99999999999999999999",   "tag"          },
        {CONTACTS,  "quality=40",                 "quality"      },
        {CONTACTS,  "quality=..",                 "quality"      },
        {CONTACTS,  "quality=70..40",             "quality"      },
        {CONTACTS,  "quality=1..2&quality=3..4",  "quality"      },
        {CONTACTS,  "quality=1..2&quality.to=4",  "quality"      },
        {CONTACTS,  "quality.to=4&quality.to=5",  "quality.to"   },
        {CONTACTS,  "quality=1.5..2",             "quality"      },
        {CONTACTS,  "quality=9999999999999999..", "quality"      },
        {CONTACTS,  "stale=30..30",               "stale"        }, /* nothing is at least 30 and less than 30 */
        {CONTACTS,  "created=2026-02-30..",       "created"      },
        {CONTACTS,  "created=2026-2-3..",         "created"      },
        {CONTACTS,  "created=0999-01-01..",       "created"      },
        {CONTACTS,  "set=c12",                    "set"          },
        {CONTACTS,  "set=12x",                    "set"          },
        {CONTACTS,  "set=12cc",                   "set"          },
        {CONTACTS,  "company=1&company=2",        "company"      },
        {CONTACTS,  "q=a&q=b",                    "q"            },
        {CONTACTS,  "q=1+2+3+4+5+6+7",            "q"            },
        {CONTACTS,  "q=%FF",                      "filter"       },
        {CONTACTS,  "q=%00",                      "filter"       },
        {CONTACTS,  "q=%4",                       "filter"       },
        {CONTACTS,  "title=%C2%A8%CC%88",         NULL           }, /* may fold to nothing, must not match all */
        {CONTACTS,  "field.vip=yes",              "field.vip"    },
        {CONTACTS,  "field.=yes",                 "field."       },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = again(*state, cases[i].entity, cases[i].text);
        const char *field = cases[i].field;
        if (field && (strncmp(got, field, strlen(field)) != 0 || got[strlen(field)] != ':'))
            fail_msg("%s is %s, should be refused for %s", cases[i].text, got, field);
        assert_true(*got);
    }
}

static void
bounds_what_it_takes(void **state)
{
    struct arena *arena = *state;
    struct ctx ctx = {.arena = arena};
    struct record_filter filter;
    char *long_text = arena_alloc(arena, 10 * 1024 + 1);
    memset(long_text, 'x', 10 * 1024);
    struct record_pair pairs[300] = {
        {"q", long_text}
    };
    assert_false(record_filter_read(&ctx, CONTACTS, pairs, 1, &filter));
    assert_string_equal(ctx.err.field, "q");
    err_clear(&ctx);
    pairs[0] = (struct record_pair){"title", long_text};
    assert_false(record_filter_read(&ctx, CONTACTS, pairs, 1, &filter));
    assert_string_equal(ctx.err.field, "title");
    err_clear(&ctx);
    for (size_t i = 0; i < 300; i++)
        pairs[i] = (struct record_pair){"tag", arena_printf(arena, "%zu", i + 1)};
    assert_true(record_filter_read(&ctx, CONTACTS, pairs, RECORD_FILTER_VALUES, &filter));
    assert_int_equal(filter.clauses[0].n, RECORD_FILTER_VALUES);
    assert_false(record_filter_read(&ctx, CONTACTS, pairs, RECORD_FILTER_VALUES + 1, &filter));
    assert_string_equal(ctx.err.field, "tag");
    err_clear(&ctx);
    long_text[150] = '\0'; /* each is allowed, all of them are more than a saved filter holds */
    for (size_t i = 0; i < 200; i++)
        pairs[i] = (struct record_pair){"source", arena_printf(arena, "%zu%s", i, long_text)};
    assert_false(record_filter_read(&ctx, CONTACTS, pairs, 200, &filter));
    assert_string_equal(ctx.err.field, "filter");
    err_clear(&ctx);
    char *flood = arena_alloc(arena, 40 * 1024 + 1);
    memset(flood, '&', 40 * 1024);
    assert_false(record_filter_read_text(&ctx, CONTACTS, flood, &filter));
    assert_string_equal(ctx.err.field, "filter");
}

static void
folds_what_is_searched(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct record_filter filter;
    const struct record_pair pairs[] = {
        {"q", "  ŽOFIE 100% 🙂 "}
    };
    assert_true(record_filter_read(&ctx, CONTACTS, pairs, 1, &filter));
    assert_int_equal(filter.n_words, 3);
    assert_string_equal(filter.words[0], "zofie");
    assert_string_equal(filter.words[1], "100%");
    assert_string_equal(filter.words[2], "🙂");
}

static void
tells_its_names(void **state)
{
    (void)state;
    assert_true(record_filter_takes(CONTACTS, "q"));
    assert_true(record_filter_takes(CONTACTS, "industry"));
    assert_true(record_filter_takes(CONTACTS, "industry.not"));
    assert_true(record_filter_takes(CONTACTS, "created.from"));
    assert_true(record_filter_takes(CONTACTS, "field.vip"));
    assert_false(record_filter_takes(COMPANIES, "seniority"));
    assert_false(record_filter_takes(CONTACTS, "sort"));
    assert_false(record_filter_takes(CONTACTS, "industryx"));
}

static void
leaves_one_out(void **state)
{
    struct arena *arena = *state;
    struct ctx ctx = {.arena = arena};
    struct record_filter filter;
    assert_true(record_filter_read_text(&ctx, CONTACTS, "q=x&tag=1&owner=2", &filter));
    const struct record_dimension *tag = record_dimension_get(CONTACTS, "tag");
    assert_non_null(record_filter_clause(&filter, tag));
    struct record_filter *without = record_filter_without(arena, &filter, tag);
    assert_null(record_filter_clause(without, tag));
    assert_string_equal(record_filter_text(arena, without), "q=x&owner=2");
    assert_string_equal(record_filter_text(arena, &filter), "q=x&owner=2&tag=1");
}

static void
knows_custom_fields(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct record_filter filter;
    database_script(
        db,
        arena_printf(db->arena,
                     "INSERT INTO custom_field (tenant_id, entity, key, label, type) VALUES "
                     "(%" PRId64 ", 2, 'vip', 'VIP', 'yesno'), (%" PRId64
                     ", 2, 'not', 'Not', 'text'), (%" PRId64 ", 2, 'score', 'Score', 'number'), "
                     "(%" PRId64 ", 2, 'due', 'Due', 'date'), (%" PRId64
                     ", 1, 'of_company', 'Other', 'text')",
                     db->tenant, db->tenant, db->tenant, db->tenant, db->tenant));
    database_begin(db);
    const char *text = "tag=1&field.vip=yes&field.not=x&field.not.not=1&field.score=..7&"
                       "field.due=2026-01-01..";
    assert_true(record_filter_read_text(&db->ctx, CONTACTS, text, &filter));
    assert_string_equal(record_filter_text(db->arena, &filter), text);
    const struct record_clause *clause = &filter.clauses[filter.n_clauses - 1];
    assert_string_equal(clause->custom->key, "due");
    assert_string_equal(clause->dimension->label, "Due");
    static const char *const decimals[][2] = {
        {"field.score=1.50..",               "field.score=1.5.."               },
        {"field.score=-1.25..-0.001",        "field.score=-1.25..-0.001"       },
        {"field.score=..%2B7.0",             "field.score=..7"                 },
        {"field.score.from=0.5",             "field.score=0.5.."               },
        {"field.score=-0.000000000000001..", "field.score=-0.000000000000001.."},
    };
    for (size_t i = 0; i < sizeof decimals / sizeof *decimals; i++) {
        assert_true(record_filter_read_text(&db->ctx, CONTACTS, decimals[i][0], &filter));
        assert_string_equal(record_filter_text(db->arena, &filter), decimals[i][1]);
    }
    static const char *const bad[] = {"field.of_company=x",
                                      "field.score=high",
                                      "field.due=1..2",
                                      "field.score=1..&field.score=2..",
                                      "field.score=1.5..1.4",
                                      "field.score=1,5..",
                                      "field.score=1.0000000000000001.."};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(record_filter_read_text(&db->ctx, CONTACTS, bad[i], &filter));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        assert_true(text_starts(bad[i], db->ctx.err.field));
        err_clear(&db->ctx);
    }
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_one_way, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_by_name, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(bounds_what_it_takes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(folds_what_is_searched, test_arena_open, test_arena_close),
        cmocka_unit_test(tells_its_names),
        cmocka_unit_test_setup_teardown(leaves_one_out, test_arena_open, test_arena_close),
        cmocka_unit_test(knows_custom_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
