/* Merging on a real database: who gets what, what moves along, and that an undo gives all of it back,
 * and its undo does it again. */
#include "support/acts.h"

#include "domain/bulk/merge.h"
#include "domain/record/record_note.h"

static int64_t
bit(enum record_entity entity, const char *field)
{
    return CHANGE_BIT(record_field_get(entity, field));
}

static int64_t
merge(struct database *db, enum record_entity entity, int64_t stays, int64_t goes, int64_t take)
{
    struct merge merge;
    int64_t set_id, moved;
    database_begin(db);
    acts_ok(db, merge_read(&db->ctx, entity, stays, goes, &merge));
    acts_ok(db, merge_do(&db->ctx, &merge, take, &set_id, &moved));
    database_commit(db);
    return set_id;
}

static void
set(struct database *db, enum record_entity entity, int64_t id, const char *assignments)
{
    const char *table = record_entity_name(entity);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE %s SET %s WHERE tenant_id = %" PRId64
                                     " AND %s_id = %" PRId64,
                                     table, assignments, db->tenant, table, id));
}

/* Undo and redo and undo, by whole rows. */
static void
goes_back_and_forth(struct database *db, const char *before, int64_t set_id)
{
    int64_t undo_set;
    const char *after = acts_all(db);
    acts_undo(db, set_id, &undo_set);
    assert_string_equal(acts_all(db), before);
    acts_undo(db, undo_set, NULL);
    assert_string_equal(acts_all(db), after);
    acts_undo(db, set_id, NULL);
    assert_string_equal(acts_all(db), before);
}

static void
joins_two_contacts(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t long_ago = acts_contact(db, "Jonas", "Weidner", "jonas@lumen.example", 0);
    int64_t new = acts_contact(db, "J.", "Weidner", "j.weidner@lumen.example", 0);
    int64_t kept = acts_contact(db, "Jo", "Weidner", NULL, 0);
    const struct {
        int64_t id;
        const char *field, *value;
    } facts[] = {
        {long_ago, "other_emails", "jw@lumen.example"             },
        {long_ago, "phone",        "+370 5 555 0142"              },
        {long_ago, "notes",        "Met"                          },
        {long_ago, "tag_ids",      "{1,2}"                        },
        {long_ago, "custom",       "{\"a\": \"1\"}"               },
        {new,      "other_emails", "jw@lumen.example, x@y.example"},
        {new,      "mobile_phone", "+370 611"                     },
        {new,      "notes",        "Called"                       },
        {new,      "tag_ids",      "{2,3}"                        },
        {new,      "list_ids",     "{9}"                          },
        {new,      "custom",       "{\"a\": \"2\", \"b\": \"3\"}" },
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        acts_set(db, RECORD_CONTACT, facts[i].id, facts[i].field, facts[i].value);
    set(db, RECORD_CONTACT, long_ago, "checked_at = now() - interval '50 days'");
    set(db, RECORD_CONTACT, kept, arena_printf(db->arena, "duplicate_of = %" PRId64, new));
    struct merge look;
    database_begin(db);
    acts_ok(db, merge_read(&db->ctx, RECORD_CONTACT, long_ago, new, &look));
    database_commit(db);
    assert_true(look.differing & bit(RECORD_CONTACT, "email"));
    /* what the one that stays says, stays: no mixture of two people */
    assert_int_equal(look.proposed, bit(RECORD_CONTACT, "mobile_phone")); /* empty here */
    int64_t note;
    database_begin(db);
    acts_ok(db, record_note_add(&db->ctx, RECORD_CONTACT, new, "Likes tea", &note));
    database_commit(db);
    const char *before = acts_all(db);
    int64_t set_id = merge(db, RECORD_CONTACT, long_ago, new,
                           look.proposed | bit(RECORD_CONTACT, "email"));
    const struct {
        const char *expression, *value;
    } rows[] = {
        {"first_name",                            "Jonas"                                             },
        {"email",                                 "j.weidner@lumen.example"                           },
        {"other_emails",                          "jw@lumen.example, x@y.example, jonas@lumen.example"},
        {"phone",                                 "+370 5 555 0142"                                   },
        {"mobile_phone",                          "+370 611"                                          },
        {"other_phones IS NULL",                  "true"                                              },
        {"tag_ids",                               "{1,2,3}"                                           },
        {"list_ids",                              "{9}"                                               },
        {"custom",                                "{\"a\": \"1\", \"b\": \"3\"}"                      },
        {"notes",                                 "Met\n\nCalled"                                     },
        {"checked_at > now() - interval '1 day'", "true"                                              },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(acts_value(db, RECORD_CONTACT, long_ago, rows[i].expression),
                            rows[i].value);
    const char *survivor = arena_printf(db->arena, "%" PRId64, long_ago);
    assert_string_equal(acts_value(db, RECORD_CONTACT, kept, "duplicate_of"), survivor);
    assert_string_equal(acts_value(db, RECORD_CONTACT, new, "deleted_at IS NOT NULL"), "true");
    int64_t into;
    bool found;
    database_begin(db);
    acts_ok(db, merge_into(&db->ctx, RECORD_CONTACT, new, &into, &found));
    database_commit(db);
    assert_true(found);
    assert_int_equal(into, long_ago);
    const char *whose = arena_printf(
        db->arena, "SELECT record_id FROM record_note WHERE tenant_id = %" PRId64, db->tenant);
    assert_int_equal(database_number(db, whose), long_ago);
    goes_back_and_forth(db, before, set_id);
    assert_int_equal(database_number(db, whose), new);
    database_begin(db);
    acts_ok(db, merge_into(&db->ctx, RECORD_CONTACT, new, &into, &found));
    database_commit(db);
    assert_false(found);
    database_free(db);
}

/* The one that stays was kept as a duplicate of the one that goes: it gets its keys. */
static void
lets_a_duplicate_stay(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t head = acts_company(db, "Acme", "acme.example");
    int64_t twin = acts_company(db, "Acme Twin", NULL);
    set(db, RECORD_COMPANY, twin,
        arena_printf(db->arena, "domain = 'acme.example', duplicate_of = %" PRId64, head));
    int64_t anna = acts_contact(db, "Anna", "Ek", "anna@acme.example", head);
    int64_t gone = acts_contact(db, "Gone", "Ek", "gone@acme.example", head);
    set(db, RECORD_CONTACT, gone, "deleted_at = now()");
    const char *before = acts_all(db);
    int64_t set_id = merge(db, RECORD_COMPANY, twin, head, 0);
    assert_string_equal(acts_value(db, RECORD_COMPANY, twin, "duplicate_of IS NULL"), "true");
    assert_string_equal(acts_value(db, RECORD_CONTACT, anna, "company_id"),
                        arena_printf(db->arena, "%" PRId64, twin));
    goes_back_and_forth(db, before, set_id);
    database_free(db);
}

static void
moves_the_people(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t stays = acts_company(db, "Acme", "acme.example");
    int64_t goes = acts_company(db, "Acme GmbH", "acme-gmbh.example");
    for (int i = 0; i < 3; i++)
        acts_contact(db, "Anna", arena_printf(db->arena, "Ek %d", i), NULL, i ? goes : stays);
    const char *before = acts_all(db);
    int64_t set_id = merge(db, RECORD_COMPANY, stays, goes, bit(RECORD_COMPANY, "domain"));
    assert_string_equal(acts_value(db, RECORD_COMPANY, stays, "domain"), "acme-gmbh.example");
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM contact WHERE tenant_id = "
                                         "%" PRId64 " AND company_id = %" PRId64,
                                         db->tenant, stays)),
        3);
    goes_back_and_forth(db, before, set_id);
    database_free(db);
}

/* Merged again into a third: old addresses lead to the end of the chain. */
static void
follows_several_merges(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t ids[3], into;
    bool found;
    for (int i = 0; i < 3; i++)
        ids[i] = acts_contact(db, "Anna", "Ek", arena_printf(db->arena, "a%d@x.example", i), 0);
    merge(db, RECORD_CONTACT, ids[1], ids[0], 0);
    merge(db, RECORD_CONTACT, ids[2], ids[1], 0);
    database_begin(db);
    acts_ok(db, merge_into(&db->ctx, RECORD_CONTACT, ids[0], &into, &found));
    assert_int_equal(into, ids[2]);
    struct merge look;
    assert_false(merge_read(&db->ctx, RECORD_CONTACT, ids[2], ids[2], &look));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    err_clear(&db->ctx);
    assert_false(merge_read(&db->ctx, RECORD_CONTACT, ids[2], ids[0], &look));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    assert_string_equal(acts_value(db, RECORD_CONTACT, ids[2], "other_emails"),
                        "a0@x.example, a1@x.example");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_two_contacts),
        cmocka_unit_test(lets_a_duplicate_stay),
        cmocka_unit_test(moves_the_people),
        cmocka_unit_test(follows_several_merges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
