/* One person or two, and the addresses of the one. */
#include "support/test.h"

#include "domain/identity/contact_twin.h"

struct person {
    const char *email, *mobile, *linkedin, *birthday;
};

static bool
other(void **state, const struct person *a, const struct person *b)
{
    const char *values[2][CONTACT_N_FIELDS] = {{NULL}};
    struct contact_keys keys[2];
    const struct person *const both[] = {a, b};
    for (size_t i = 0; i < 2; i++) {
        values[i][CONTACT_FIRST_NAME] = "Ada";
        values[i][CONTACT_LAST_NAME] = "Berg";
        values[i][CONTACT_EMAIL] = both[i]->email;
        values[i][CONTACT_MOBILE_PHONE] = both[i]->mobile;
        values[i][CONTACT_LINKEDIN_URL] = both[i]->linkedin;
        values[i][CONTACT_BIRTHDAY] = both[i]->birthday;
        contact_keys_of(*state, values[i], &keys[i]);
    }
    const struct contact_facts one = {values[0], &keys[0]}, two = {values[1], &keys[1]};
    assert_int_equal(contact_twin_is_other(&one, &two, false),
                     contact_twin_is_other(&two, &one, false));
    return contact_twin_is_other(&one, &two, false);
}

static void
two_people_are_told_apart(void **state)
{
    const struct person ada = {.email = "ada.berg@x.example", .mobile = "+420601000001"};
    assert_true(
        other(state, &ada, &(struct person){.email = "berg@x.example", .mobile = "+420601000002"}));
    assert_true(other(state, &ada, &(struct person){.email = "ada.berg2@x.example"}));
    assert_true(other(state, &(struct person){.linkedin = "https://www.linkedin.com/in/ada-berg-1"},
                      &(struct person){.linkedin = "https://www.linkedin.com/in/ada-berg-2"}));
    assert_true(other(state, &(struct person){.email = "a@x.example", .birthday = "1980-01-01"},
                      &(struct person){.email = "b@x.example", .birthday = "1981-01-01"}));
}

static void
one_person_has_several_addresses(void **state)
{
    const struct person ada = {.email = "ada.berg@x.example", .mobile = "+420601000001"};
    assert_false(other(state, &ada, &(struct person){.email = "a.berg@x.example"}));
    assert_false(other(state, &ada, &(struct person){.mobile = "+420601000002"}));
    assert_false(other(state, &ada,
                       &(struct person){.email = "ada.berg@x.example", .mobile = "+420601000002"}));
    assert_false(other(state, &ada,
                       &(struct person){.email = "ada77@gmail.com", .mobile = "+420601000002"}));
    /* a desk's address tells nobody apart */
    assert_false(
        other(state, &ada, &(struct person){.email = "info@x.example", .mobile = "+420601000002"}));
}

/* Where two of the name are known, a third address is of neither, but for one that is known to be. */
static void
among_several_nobody_is_guessed(void **state)
{
    const char *values[2][CONTACT_N_FIELDS] = {{[CONTACT_EMAIL] = "a@x.example"},
                                               {[CONTACT_EMAIL] = "b@x.example"}};
    struct contact_keys keys[2];
    for (size_t i = 0; i < 2; i++)
        contact_keys_of(*state, values[i], &keys[i]);
    const struct contact_facts row = {values[0], &keys[0]}, known = {values[1], &keys[1]};
    assert_false(contact_twin_is_other(&row, &known, false));
    assert_true(contact_twin_is_other(&row, &known, true));
    values[1][CONTACT_OTHER_EMAILS] = "c@x.example, a@x.example";
    assert_false(contact_twin_is_other(&row, &known, true));
}

static void
addresses_are_added_once(void **state)
{
    const char *values[CONTACT_N_FIELDS] = {NULL};
    values[CONTACT_EMAIL] = "a@x.example";
    assert_null(contact_twin_emails(*state, values, "a@x.example", NULL));
    assert_string_equal(contact_twin_emails(*state, values, "b@x.example", NULL), "b@x.example");
    assert_string_equal(
        contact_twin_emails(*state, values, NULL, "a@x.example, c@x.example, ab@x.example"),
        "c@x.example, ab@x.example");
    values[CONTACT_OTHER_EMAILS] = "ab@x.example";
    assert_ptr_equal(contact_twin_emails(*state, values, "ab@x.example", NULL),
                     values[CONTACT_OTHER_EMAILS]);
    assert_string_equal(contact_twin_emails(*state, values, "b@x.example", NULL),
                        "ab@x.example, b@x.example");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_people_are_told_apart, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(one_person_has_several_addresses, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(among_several_nobody_is_guessed, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(addresses_are_added_once, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
