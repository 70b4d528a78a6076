/* The flags that rows get for values left out, changed or kept, alike in preview and run; and what the
 * stored row is read into once more to say which values they were. */
#include "support/importing.h"

#include "domain/import/import_reason.h"

/* "line:flags" of the rows that have any of `mask`, the same in both phases. */
static const char *
flagged(struct importing *im, int mask)
{
    const char *phases[2];
    for (int phase = 0; phase < 2; phase++)
        phases[phase] = importing_value(
            im, "string_agg(line_no::text, ' ' ORDER BY line_no)", "import_row",
            arena_printf(im->arena,
                         "phase = %d AND flags & %d <> 0 AND import_id = (SELECT max(import_id) "
                         "FROM import WHERE tenant_id = t.tenant_id)",
                         phase, mask));
    assert_string_equal(phases[0], phases[1]);
    return phases[1];
}

static const char *
note_of(struct importing *im, int64_t id, int64_t line)
{
    struct import import;
    struct import_ledger_row *row;
    const char *text = "";
    importing_read(im, id, &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_ledger_example(&im->db->ctx, &import, 1, line - 1, &row));
    database_commit(im->db);
    assert_non_null(row);
    for (const struct value_note *note = row->notes; note; note = note->next)
        text = arena_printf(im->arena, "%s%s; ", text, value_note_text(im->arena, note));
    return text;
}

static int64_t
newest(struct importing *im)
{
    return database_number(
        im->db,
        arena_printf(im->arena, "SELECT max(import_id) FROM import WHERE tenant_id = %" PRId64,
                     im->db->tenant));
}

static void
says_of_each_value_what_became_of_it(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    importing_rows(
        im, RECORD_CONTACT,
        "contact.first_name contact.last_name contact.email company.domain "
        "company.website_url company.founded_year contact.phone tags",
        NULL,
        "Given,Family,Mail,Domain,Site,Founded,Tel,Tags\n"
        "Dr. JAN,NOV\u00C1K,Jan@One.example,one.example,www.one.example,2014,+49 30 123456,a\n"
        "Eva (Evi),Mal\u00E1,\"eva@two.example; eva@@x\",two.example,,2014-05-01,,\n"
        "Petr,12,petr@three.example,facebook.com/three,three.example,,+49 30 1 or not,\n"
        "Ola,Nor,ola@gmail.com,,,1999,,\n"
        "Kim,Lee,kim@four.example,,,2001,,\n"
        ",,nobody at all,,,x,,\n");
    int64_t id = newest(im);
    assert_string_equal(flagged(im, IMPORT_FLAG_CHANGED), "3");
    assert_string_equal(flagged(im, IMPORT_FLAG_DROPPED), "4 5 6 7");
    assert_string_equal(note_of(im, id, 2), "");
    assert_string_equal(note_of(im, id, 3),
                        "Mail \"eva@two.example; eva@@x\" became \"eva@two.example\"; "
                        "Founded \"2014-05-01\" became \"2014\"; "
                        "Given \"Eva (Evi)\" became \"Eva\"; ");
    assert_string_equal(note_of(im, id, 4),
                        "Tel \"+49 30 1 or not\" left out: this is not a telephone number: it has "
                        "too few or too many digits; "
                        "Domain \"facebook.com/three\" left out: the address is at a host "
                        "of many, and another column has the web site; "
                        "Family \"12\" left out: there is no name in it; ");
    /* of gmail.com no company is made; that four.example is nobody's yet, only the database knows */
    assert_string_equal(
        note_of(im, id, 5),
        "Founded \"1999\" left out: the row names no company that it could be of; ");
    assert_string_equal(
        note_of(im, id, 6),
        "Founded \"2001\" left out: the row names no company that it could be of; ");
    /* the web site is the one of its own column, wherever that stands */
    assert_string_equal(importing_value(im, "website_url", "company", "domain = 'three.example'"),
                        "https://three.example/");
    struct import import;
    struct import_totals totals;
    struct jsn *json;
    importing_read(im, id, &import);
    assert_true(jsn_read(&im->db->ctx, im->arena, import.totals, strlen(import.totals), &json));
    import_totals_read(im->arena, json, &totals);
    assert_int_equal(totals.flags[5], 4);
    assert_int_equal(totals.examples[5], 3);
    assert_int_equal(totals.flags[9], 1);
    assert_int_equal(totals.examples[9], 2);
    assert_int_equal(totals.examples[6], 0);
    importing_free(im);
}

static void
says_that_values_of_the_record_were_kept(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    importing_rows(im, RECORD_CONTACT,
                   "contact.full_name contact.email company.domain contact.custom.level", NULL,
                   "Name,Mail,Domain,Level\n"
                   "Jan Nov\u00E1k,jan@one.example,one.example,gold\n"
                   "Eva Mal\u00E1,eva@two.example,two.example,tin\n");
    importing_rows(im, RECORD_CONTACT,
                   "contact.full_name contact.email company.domain contact.custom.level", NULL,
                   "Name,Mail,Domain,Level\n"
                   "Jan Nov\u00E1k,jan@one.example,one.example,silver\n"
                   "Eva Mal\u00E1,eva@two.example,one.example,tin\n"
                   "Jan Nov\u00E1k,jan@one.example,one.example,gold\n");
    assert_string_equal(flagged(im, IMPORT_FLAG_KEPT), "2 3");
    importing_free(im);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_of_each_value_what_became_of_it),
        cmocka_unit_test(says_that_values_of_the_record_were_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
