/* Countries: a table that is sound, and what a workspace decided over it. */
#include "support/campaign/campaigns.h"

#include "base/text.h"
#include "domain/campaign/country_policy.h"
#include "domain/record/country.h"

/* Each row names a country once, a basis there is, a law, and where it can be read. */
static void
has_a_sound_table(void **state)
{
    (void)state;
    const char *const must[] = {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI",
                                "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
                                "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
                                "IS", "LI", "NO", "GB", "CH", "US", "CA", "AU"};
    const char *before = "";
    for (const struct country_law *law = country_laws; law->country; law++) {
        if (!country_by_code(law->country) || strcmp(before, law->country) >= 0 ||
            !country_basis_of(law->basis) || !*law->law || !text_starts(law->source, "http") ||
            !text_ends(law->about, "."))
            fail_msg("%s", law->country);
        before = law->country;
    }
    for (size_t i = 0; i < sizeof must / sizeof *must; i++)
        if (!country_law_of(must[i]))
            fail_msg("%s is missing", must[i]);
}

static void
lets_a_workspace_decide_and_take_it_back(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct country_policy policy, *all;
    size_t n, before;
    assert_done(db, country_policy_of(&db->ctx, "de", &policy));
    assert_string_equal(policy.basis, "consent");
    assert_string_equal(policy.country, "DE");
    assert_non_null(strstr(policy.law->law, "§ 7"));
    assert_done(db, country_policy_of(&db->ctx, "US", &policy));
    assert_string_equal(policy.basis, "allowed");
    assert_done(db, country_policy_of(&db->ctx, "KE", &policy)); /* not in the table */
    assert_string_equal(policy.basis, "consent");
    assert_null(policy.law);
    assert_done(db, country_policy_of(&db->ctx, NULL, &policy));
    assert_string_equal(policy.basis, "consent");
    assert_done(db, country_policies(&db->ctx, &all, &before));
    assert_done(db, country_policy_set(&db->ctx, "DE", "blocked", "Our lawyer says so."));
    assert_done(db, country_policy_set(&db->ctx, "ke", "allowed", "Partners only."));
    assert_done(db, country_policy_of(&db->ctx, "DE", &policy));
    assert_string_equal(policy.basis, "blocked");
    assert_string_equal(policy.note, "Our lawyer says so.");
    assert_string_equal(policy.by, "Hana Test");
    assert_done(db, country_policies(&db->ctx, &all, &n));
    assert_int_equal(n, before + 1);
    for (size_t i = 1; i < n; i++)
        assert_true(strcmp(all[i - 1].country, all[i].country) < 0);
    assert_done(db, country_policy_reset(&db->ctx, "DE"));
    assert_done(db, country_policy_of(&db->ctx, "DE", &policy));
    assert_string_equal(policy.basis, "consent");
    assert_null(policy.note);
    assert_fails(db, country_policy_set(&db->ctx, "DE", "allowed", " "), ERR_INPUT);
    assert_fails(db, country_policy_set(&db->ctx, "DE", "maybe", "Why not"), ERR_INPUT);
    assert_fails(db, country_policy_set(&db->ctx, "XX", "allowed", "Nowhere"), ERR_INPUT);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_a_sound_table),
        cmocka_unit_test(lets_a_workspace_decide_and_take_it_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
