/* The same people of several pages become one, and nothing known is lost. */
#include "support/test.h"

#include "domain/enrich/people.h"

static struct person *
add(struct arena *arena, struct people *people, const char *name, const char *title,
    const char *linkedin, const char *email)
{
    struct person *person = people_add(arena, people);
    assert_non_null(person);
    assert_true(people_set_name(arena, person, name));
    people_set_title(arena, person, title);
    if (linkedin)
        people_set_linkedin(arena, person, linkedin);
    if (email)
        people_set_email(arena, person, email);
    person->confidence = 50;
    return person;
}

static void
joins_by_profile_address_and_name(void **state)
{
    struct people people = {NULL, 0, 0};
    add(*state, &people, "Robert Smith", NULL, NULL, "bob@acme.example");
    add(*state, &people, "Anna Novák", "Assistant", NULL, NULL);
    add(*state, &people, "Bob Smith", "CTO", "https://www.linkedin.com/in/bobsmith", NULL);
    add(*state, &people, "Anna Novak", "Assistant", NULL, "anna@acme.example");
    add(*state, &people, "Jan Novák", "CEO", NULL, NULL);
    people_merge(&people, 10);
    assert_int_equal(people.n, 3);
    /* who decides comes first */
    assert_string_equal(people.of[0].display, "Robert Smith");
    assert_string_equal(people.of[0].title, "CTO");
    assert_string_equal(people.of[0].linkedin_key, "bobsmith");
    assert_string_equal(people.of[0].email, "bob@acme.example");
    assert_string_equal(people.of[1].display, "Jan Novák");
    assert_string_equal(people.of[2].email, "anna@acme.example");
}

static void
keeps_namesakes_with_other_profiles_apart(void **state)
{
    struct people people = {NULL, 0, 0};
    add(*state, &people, "Eva Malá", "CEO", "https://www.linkedin.com/in/eva1", NULL);
    add(*state, &people, "Eva Malá", "Accountant", "https://www.linkedin.com/in/eva2", NULL);
    people_merge(&people, 10);
    assert_int_equal(people.n, 2);
}

static void
keeps_the_ones_who_decide(void **state)
{
    struct people people = {NULL, 0, 0};
    for (int i = 0; i < 30; i++)
        add(*state, &people, arena_printf(*state, "Person%c Name%c", 'a' + i % 26, 'a' + i % 7),
            i == 29 ? "CEO" : "Engineer", NULL, NULL);
    people_merge(&people, 5);
    assert_int_equal(people.n, 5);
    assert_int_equal(people.of[0].rank, 10);
}

static void
takes_no_desk_for_a_person(void **state)
{
    struct people people = {NULL, 0, 0};
    struct person *person = add(*state, &people, "Eva Malá", "CEO",
                                "https://www.linkedin.com/company/acme", "info@acme.example");
    assert_null(person->email);
    assert_null(person->linkedin_key);
}

static void
tells_titles_at_other_companies(void **state)
{
    struct people_source source = {"https://acme.example/", PAGE_TEAM, "Acme Tools Ltd",
                                   "acmetools.example", NULL};
    static const char *const foreign[] = {"CTO at Othercorp", "CTO @ Othercorp",
                                          "Geschäftsführer bei Siemens", "Directeur chez Airbus",
                                          "CEO, Othercorp GmbH"};
    static const char *const own[] = {"CTO at Acme Tools",   "CTO @ AcmeTools",
                                      "Head of Sales",       "President, Flow Control",
                                      "CEO, Acme Tools Ltd", "Person at the front desk"};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (!people_title_is_foreign(*state, foreign[i], &source))
            fail_msg("%s", foreign[i]);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (people_title_is_foreign(*state, own[i], &source))
            fail_msg("%s", own[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(joins_by_profile_address_and_name, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_namesakes_with_other_profiles_apart, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_the_ones_who_decide, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(takes_no_desk_for_a_person, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(tells_titles_at_other_companies, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
