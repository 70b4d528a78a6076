/* What keeps two companies of one name apart. */
#include "support/test.h"

#include "domain/identity/company_conflict.h"

struct company {
    const char *name, *domain, *country, *number, *phone, *city;
};

static bool
conflict(void **state, const struct company *a, const struct company *b)
{
    const char *values[2][COMPANY_N_FIELDS] = {{NULL}};
    struct company_keys keys[2];
    const struct company *const both[] = {a, b};
    for (size_t i = 0; i < 2; i++) {
        values[i][COMPANY_NAME] = both[i]->name;
        values[i][COMPANY_DOMAIN] = both[i]->domain;
        values[i][COMPANY_COUNTRY] = both[i]->country;
        values[i][COMPANY_REGISTRY_NUMBER] = both[i]->number;
        values[i][COMPANY_PHONE] = both[i]->phone;
        values[i][COMPANY_CITY] = both[i]->city;
        company_keys_of(*state, values[i], &keys[i]);
    }
    const struct company_facts one = {values[0], &keys[0]}, other = {values[1], &keys[1]};
    assert_int_equal(company_conflict_is(*state, &one, &other),
                     company_conflict_is(*state, &other, &one));
    return company_conflict_is(*state, &one, &other);
}

static void
facts_contradict(void **state)
{
    const struct company bare = {.name = "Orion"};
    const struct company german = {.name = "Orion GmbH",
                                   .domain = "orion.example",
                                   .country = "DE",
                                   .number = "HRB 1",
                                   .phone = "+4930901820",
                                   .city = "Berlin"};
    assert_false(conflict(state, &bare, &german));
    assert_true(conflict(state, &(struct company){.name = "Orion Ltd"}, &german));
    assert_true(
        conflict(state, &(struct company){.name = "Orion", .domain = "o.example"}, &german));
    assert_true(conflict(state, &(struct company){.name = "Orion", .country = "AT"}, &german));
    assert_true(conflict(state, &(struct company){.name = "Orion", .number = "2"}, &german));
    assert_true(conflict(state, &(struct company){.name = "Orion", .city = "Köln"}, &german));
    assert_false(conflict(
        state, &(struct company){.name = "Orion", .city = "Köln", .country = "DE"}, &german));
}

static void
telephones_say_the_country(void **state)
{
    const struct company german = {.name = "Orion", .country = "DE"};
    const struct company london = {.name = "Orion", .phone = "+442079460958"};
    assert_true(conflict(state, &london, &german));
    assert_true(
        conflict(state, &london, &(struct company){.name = "Orion", .phone = "+493090182"}));
    assert_false(
        conflict(state, &(struct company){.name = "Orion", .phone = "+493090182"}, &german));
    /* the country that a row says counts more than its number */
    assert_false(conflict(
        state, &(struct company){.name = "Orion", .country = "DE", .phone = "+442079460958"},
        &german));
    /* one code for several countries, a number of none, one as it was written */
    assert_false(conflict(state, &(struct company){.name = "Orion", .phone = "+12125550100"},
                          &(struct company){.name = "Orion", .country = "CA"}));
    assert_false(
        conflict(state, &(struct company){.name = "Orion", .phone = "+80012345678"}, &german));
    assert_false(conflict(state, &(struct company){.name = "Orion", .phone = "555-1234"}, &german));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(facts_contradict, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(telephones_say_the_country, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
