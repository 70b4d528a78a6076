/* What people read instead of codes and ids. */
#include "support/people.h"

#include "domain/list/list_names.h"

static void
names_codes(void **state)
{
    static const struct {
        const char *dimension;
        int64_t code;
        const char *wanted;
    } cases[] = {
        {"seniority", 0,   "Unknown"       },
        {"owner",     0,   "Nobody"        },
        {"tag",       0,   "None"          },
        {"phone",     0,   "Missing"       },
        {"phone",     1,   "Known"         },
        {"industry",  999, "Unknown"       },
        {"tag",       7,   "Fair"          },
        {"list",      7,   "Spring callers"},
        {"tag",       8,   "Unknown"       },
    };
    struct list_name of[] = {
        {"list", 7, "Spring callers", ""   },
        {"tag",  7, "Fair",           "red"},
    };
    struct list_names names = {of, 2};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(list_names_of(*state, &names,
                                          record_dimension_get(RECORD_CONTACT, cases[i].dimension),
                                          cases[i].code),
                            cases[i].wanted);
    assert_string_equal(list_names_of(*state, &names,
                                      record_dimension_get(RECORD_CONTACT, "country"),
                                      record_code_of_country("CZ")),
                        "Czechia");
    assert_string_equal(list_names_colour(&names, 7), "red");
    assert_string_equal(list_names_colour(&names, 8), "");
}

static void
reads_those_of_the_workspace(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    static const char add[] = "INSERT INTO tag (tenant_id, name, name_key) "
                              "VALUES (%" PRId64 ", '%s', '%s') RETURNING tag_id";
    int64_t tag = people_number(p, add, p->kestrel, "Fair", "fair");
    int64_t other = people_number(p, add, p->atlas, "Theirs", "theirs");
    struct list_names names = {0};
    const char *name;
    const struct record_dimension *tags = record_dimension_get(RECORD_CONTACT, "tag");
    const struct record_dimension *owners = record_dimension_get(RECORD_CONTACT, "owner");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, list_names_read(&p->app, &names));
    assert_string_equal(list_names_of(p->arena, &names, tags, tag), "Fair");
    assert_string_equal(list_names_of(p->arena, &names, tags, other), "Unknown");
    assert_string_equal(list_names_of(p->arena, &names, owners, p->ids[VI]), "vi");
    assert_ok(p, list_names_subject(&p->app, "company", 1, &name));
    assert_string_equal(name, "Unknown");
    people_free(p);
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(names_codes),
        UNIT(reads_those_of_the_workspace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
