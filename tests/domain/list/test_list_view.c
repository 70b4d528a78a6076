/* What people choose to see of a list stays theirs. */
#include "support/people.h"

#include "domain/list/list_view.h"

static void
reads_and_writes_columns(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"",                                                        ""                            },
        {"name",                                                    "name"                        },
        {"name,title:wide,email:narrow",                            "name,title:wide,email:narrow"},
        {"field.size_2,name",                                       "field.size_2,name"           },
        {"name,,title:huge,name:wide",                              "name,title"                  },
        {"<b>,na me,NAME,title:,\xC3\xA9",                          "title"                       },
        {":wide,a:b:c",                                             "a"                           },
        {"a:240,b:47,c:801,d:48,e:-50,f:99999999999999999999,g:2x", "a:240,b,c,d:48,e,f,g"        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct list_column columns[LIST_VIEW_COLUMNS];
        size_t n = list_view_columns(*state, cases[i].text, columns);
        assert_string_equal(list_view_text(*state, columns, n), cases[i].wanted);
    }
}

static void
takes_no_more_than_fit(void **state)
{
    struct list_column columns[LIST_VIEW_COLUMNS];
    char text[1000] = "";
    for (int i = 0; i < 60; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "c%d,", i);
    assert_int_equal(list_view_columns(*state, text, columns), LIST_VIEW_COLUMNS);
}

static void
keeps_it_per_person_and_list(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    struct list_view view, wish = {"name,title:wide", "compact"};
    people_begin(p, VI, p->kestrel);
    assert_ok(p, list_view_read(&p->app, RECORD_CONTACT, &view));
    assert_string_equal(view.columns, "");
    assert_ok(p, list_view_write(&p->app, RECORD_CONTACT, &wish));
    wish.density = "roomy";
    assert_ok(p, list_view_write(&p->app, RECORD_CONTACT, &wish));
    people_commit(p);
    people_begin(p, VI, p->kestrel);
    assert_ok(p, list_view_read(&p->app, RECORD_CONTACT, &view));
    assert_string_equal(view.columns, "name,title:wide");
    assert_string_equal(view.density, "roomy");
    assert_ok(p, list_view_read(&p->app, RECORD_COMPANY, &view));
    assert_string_equal(view.columns, "");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, list_view_read(&p->app, RECORD_CONTACT, &view));
    assert_string_equal(view.columns, "");
    people_begin(p, VI, p->atlas);
    assert_ok(p, list_view_read(&p->app, RECORD_CONTACT, &view));
    assert_string_equal(view.columns, "");
    char long_text[LIST_VIEW_TEXT + 10];
    memset(long_text, 'a', sizeof long_text);
    long_text[sizeof long_text - 1] = '\0';
    wish.columns = long_text;
    assert_refused(p, list_view_write(&p->app, RECORD_CONTACT, &wish), ERR_INPUT);
    people_free(p);
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(reads_and_writes_columns),
        UNIT(takes_no_more_than_fit),
        UNIT(keeps_it_per_person_and_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
