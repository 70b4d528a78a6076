/* Names of people: parts, capitals, keys, and the cases of another parser. */
#include "support/cases.h"

#include <strings.h>

#include "domain/contact/person_name.h"

static void
splits_names(void **state)
{
    static const struct {
        const char *input, *title, *first, *middle, *last, *suffix;
    } cases[] = {
        {"Jane Doe",                    "",               "Jane",      "",   "Doe",           ""        },
        {"Doe, Jane",                   "",               "Jane",      "",   "Doe",           ""        },
        {"Dr. Jane M. Doe, PhD, MBA",   "Dr.",            "Jane",      "M.", "Doe",           "PhD, MBA"},
        {"MUDr. Jan Novák, Ph.D.",     "MUDr.",          "Jan",       "",   "Novák",        "Ph.D."   },
        {"Prof. Dr. med. Hans Müller", "Prof. Dr. med.", "Hans",      "",   "Müller",       ""        },
        {"Dipl.-Ing. Klaus von Bülow", "Dipl.-Ing.",     "Klaus",     "",   "von Bülow",    ""        },
        {"Jan van der Berg",            "",               "Jan",       "",   "van der Berg",  ""        },
        {"Berg, Jan van den",           "",               "Jan",       "",   "van den Berg",  ""        },
        {"Juan de la Vega",             "",               "Juan",      "",   "de la Vega",    ""        },
        {"John Doe Jr.",                "",               "John",      "",   "Doe",           "Jr."     },
        {"John Smith, PMP®, CSM",      "",               "John",      "",   "Smith",         "PMP, CSM"},
        {"Jack Ma",                     "",               "Jack",      "",   "Ma",            ""        },
        {"Don Draper",                  "",               "Don",       "",   "Draper",        ""        },
        {"Madonna",                     "",               "Madonna",   "",   "",              ""        },
        {"Frau Müller",                "Frau",           "",          "",   "Müller",       ""        },
        {"JOHN MCDONALD",               "",               "John",      "",   "McDonald",      ""        },
        {"Dr. JAN VAN DER BERG, PhD",   "Dr.",            "Jan",       "",   "van der Berg",  "PhD"     },
        {"mary o'neil",                 "",               "Mary",      "",   "O'Neil",        ""        },
        {"LUDWIG VAN BEETHOVEN",        "",               "Ludwig",    "",   "van Beethoven", ""        },
        {"Jane MacDonald",              "",               "Jane",      "",   "MacDonald",     ""        },
        {"Jane Doe <jane@acme.com>",    "",               "Jane",      "",   "Doe",           ""        },
        {"Robert (Bob) Smith",          "",               "Robert",    "",   "Smith",         ""        },
        {"😀 Jane Doe",               "",               "Jane",      "",   "Doe",           ""        },
        {"Jane Doe - Acme Inc",         "",               "Jane",      "",   "Doe",           ""        },
        {"习近平",                   "",               "习近平", "",   "",              ""        },
        {"田中 太郎",               "",               "太郎",    "",   "田中",        ""        },
        {"ИВАН ПЕТРОВ",       "",               "Иван",  "",   "Петров",  ""        },
        {"Jane Null",                   "",               "Jane",      "",   "Null",          ""        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct person_name name;
        assert_true(person_name_split(*state, cases[i].input, &name));
        if (strcmp(name.title, cases[i].title) || strcmp(name.first, cases[i].first) ||
            strcmp(name.middle, cases[i].middle) || strcmp(name.last, cases[i].last) ||
            strcmp(name.suffix, cases[i].suffix))
            fail_msg("\"%s\": %s|%s|%s|%s|%s", cases[i].input, name.title, name.first, name.middle,
                     name.last, name.suffix);
    }
}

static void
finds_no_name(void **state)
{
    static const char *const none[] = {"", "n/a", "-", "null", "jane@acme.com", "123", "!!!"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct person_name name;
        assert_false(person_name_split(*state, none[i], &name));
        assert_string_equal(name.first, "");
        assert_string_equal(name.last, "");
        assert_false(person_name_from_parts(*state, none[i], NULL, &name));
    }
}

static void
reads_parts_that_came_apart(void **state)
{
    static const struct {
        const char *a, *b, *title, *first, *middle, *last, *suffix;
    } cases[] = {
        {"Jane",        "Doe",          "",    "Jane",       "",   "Doe",          ""   },
        {"Dr. Jane M.", "Doe, PhD",     "Dr.", "Jane",       "M.", "Doe",          "PhD"},
        {"Anna Maria",  "Doe Jr.",      "",    "Anna Maria", "",   "Doe",          "Jr."},
        {"JANE",        "DOE",          "",    "Jane",       "",   "Doe",          ""   },
        {"Jane Doe",    "Doe",          "",    "Jane",       "",   "Doe",          ""   },
        {"Jane Doe",    "",             "",    "Jane",       "",   "Doe",          ""   },
        {NULL,          "Jane Doe",     "",    "Jane",       "",   "Doe",          ""   },
        {"",            "Doe",          "",    "",           "",   "Doe",          ""   },
        {"Jane",        "n/a",          "",    "Jane",       "",   "",             ""   },
        {"Jan",         "van der Berg", "",    "Jan",        "",   "van der Berg", ""   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct person_name name;
        assert_true(person_name_from_parts(*state, cases[i].a, cases[i].b, &name));
        if (strcmp(name.title, cases[i].title) || strcmp(name.first, cases[i].first) ||
            strcmp(name.middle, cases[i].middle) || strcmp(name.last, cases[i].last) ||
            strcmp(name.suffix, cases[i].suffix))
            fail_msg("\"%s\" + \"%s\": %s|%s|%s|%s|%s", cases[i].a ? cases[i].a : "", cases[i].b,
                     name.title, name.first, name.middle, name.last, name.suffix);
    }
}

static void
gives_one_key_to_spellings_of_one_name(void **state)
{
    assert_string_equal(person_name_key(*state, "Jean-Pierre", "O’Neil"), "jean pierre oneil");
    assert_string_equal(person_name_key(*state, "JEAN PIERRE", "O'NEIL"), "jean pierre oneil");
    assert_string_equal(person_name_key(*state, "Jiří", "Novák"), "jiri novak");
    assert_string_equal(person_name_key(*state, "太郎", "田中"),
                        person_name_key(*state, "田中太郎", ""));
    assert_string_equal(person_name_key(*state, NULL, "..."), "");
}

static void
shows_names_in_their_order(void **state)
{
    struct person_name name;
    assert_true(person_name_split(*state, "Doe, Jane M.", &name));
    assert_string_equal(person_name_display(*state, &name), "Jane M. Doe");
    assert_true(person_name_split(*state, "田中 太郎", &name));
    assert_string_equal(person_name_display(*state, &name), "田中 太郎");
}

static const char *
part(const struct person_name *name, const char *attribute)
{
    if (!strcmp(attribute, "title"))
        return name->title;
    if (!strcmp(attribute, "first"))
        return name->first;
    if (!strcmp(attribute, "middle"))
        return name->middle;
    if (!strcmp(attribute, "last"))
        return name->last;
    return strcmp(attribute, "suffix") ? name->nickname : name->suffix;
}

static void
agrees_with_another_parser(void **state)
{
    if (!test_data_dir())
        return;
    size_t length = 0;
    char *at = cases_file(*state, "names-nameparser/cases.tsv", &length);
    const char *fields[CASES_COLUMNS];
    int all = 0, right = 0, names = 0, names_right = 0;
    cases_row(&at, fields);
    while (cases_row(&at, fields) >= 5) {
        struct person_name name;
        (void)person_name_split(*state, fields[2], &name);
        /* capitals of names in one case are ours to set */
        bool same = !strcasecmp(part(&name, fields[3]), fields[4]);
        bool core = !strcmp(fields[3], "first") || !strcmp(fields[3], "last");
        all++;
        right += same;
        names += core;
        names_right += core && same;
        if (!same)
            printf("# \"%s\" %s: \"%s\", wanted \"%s\"\n", fields[2], fields[3],
                   part(&name, fields[3]), fields[4]);
    }
    printf("# first and last names: %d of %d; all parts: %d of %d\n", names_right, names, right,
           all);
    assert_true(all > 300);
    assert_true(names_right * 100 >= names * 98);
    assert_true(right * 100 >= all * 98);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(splits_names, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(finds_no_name, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_parts_that_came_apart, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(gives_one_key_to_spellings_of_one_name, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(shows_names_in_their_order, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_another_parser, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
