/* Messages on a real database: decisions and their gates, sent by hand, lists, counts, all of a list. */
#include "domain/message/messages.h"

#include "domain/message/message.h"
#include "domain/message/message_version.h"

struct scene {
    struct people *p;
    int64_t campaign, mail, invite, alma, bert;
};

static struct scene
scene_new(const char *mode)
{
    struct scene s = {.p = people_new()};
    if (!s.p)
        return s;
    s.campaign = messages_campaign(s.p, "Spring", mode);
    s.mail = messages_step(s.p, s.campaign, 1, "email");
    s.invite = messages_step(s.p, s.campaign, 2, "linkedin_connect");
    s.alma = messages_person(s.p, s.campaign, "Alma", 80);
    s.bert = messages_person(s.p, s.campaign, "Bert", 40);
    return s;
}

static int64_t
count_of(struct scene *s, const char *column)
{
    return people_number(s->p, "SELECT %s FROM campaign_count WHERE campaign_id = %" PRId64, column,
                         s->campaign);
}

static void
people_approve_and_reject(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t one = messages_draft(p, s.mail, s.alma, 1, "Dear Alma, shall we talk?"),
            two = messages_draft(p, s.mail, s.bert, 1, "Dear Bert, shall we talk?");
    struct message message;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_get(&p->app, one, &message));
    assert_string_equal(message.person, "Alma Tester");
    assert_string_equal(message.company, "Alma Works");
    assert_string_equal(message.subject, "Hello there");
    assert_string_equal(message.body, "Dear Alma, shall we talk?");
    assert_int_equal(message.rank, 80);
    assert_ok(p, message_approve(&p->app, one, 1));
    people_commit(p);
    assert_int_equal(messages_is(p, one, "state = 'approved' AND approved_version = 1"), 1);
    assert_int_equal(count_of(&s, "approved"), 1);
    /* Too late. */
    people_begin(p, ADA, p->kestrel);
    assert_false(message_approve(&p->app, one, 1));
    assert_string_equal(p->app.err.message,
                        "ed approved this message before you. That decision stands.");
    /* Rejecting needs a reason. */
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_reject(&p->app, two, "generic", "no"), ERR_INPUT);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_reject(&p->app, two, "because", "not good"), ERR_INPUT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_reject(&p->app, two, "generic", "could be anybody"));
    people_commit(p);
    assert_int_equal(
        messages_is(p, two, "state = 'rejected' AND reject_reason = 'could be anybody'"), 1);
    assert_int_equal(
        people_number(p,
                      "SELECT count(*) FROM message_feedback WHERE message_id = %" PRId64
                      " AND action = 'rejected' AND reasons = '{generic}' AND user_id = %" PRId64,
                      two, p->ids[ED]),
        1);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_reopen(&p->app, two));
    assert_ok(p, message_approve(&p->app, two, 1));
    people_commit(p);
    /* Others see nothing of it. */
    people_begin(p, BO, p->atlas);
    assert_refused(p, message_get(&p->app, one, &message), ERR_NOT_FOUND);
    people_begin(p, BO, p->atlas);
    assert_refused(p, message_reopen(&p->app, one), ERR_NOT_FOUND);
    people_free(p);
}

static void
what_cannot_go_out_is_not_approved(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    char body[400];
    memset(body, 'x', sizeof body);
    body[301] = '\0';
    int64_t longer = messages_draft(p, s.invite, s.alma, 1, body),
            one = messages_draft(p, s.mail, s.bert, 1, "Dear Bert");
    people_begin(p, ED, p->kestrel);
    assert_false(message_approve(&p->app, longer, 1));
    assert_string_equal(
        p->app.err.message,
        "The text has 301 characters, a LinkedIn invitation takes 300. Shorten it first.");
    people_number(p,
                  "UPDATE contact SET status = 'disqualified' WHERE contact_id = %" PRId64
                  " RETURNING contact_id",
                  s.bert);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_approve(&p->app, one, 1), ERR_CONFLICT);
    people_number(
        p, "UPDATE contact SET status = NULL WHERE contact_id = %" PRId64 " RETURNING contact_id",
        s.bert);
    people_number(p,
                  "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (%" PRId64
                  ", 'domain', 'bert.example', 'asked not to') RETURNING suppression_id",
                  p->kestrel);
    people_begin(p, ED, p->kestrel);
    assert_false(message_approve(&p->app, one, 1));
    assert_non_null(strstr(p->app.err.message, "suppression list: asked not to"));
    people_free(p);
}

static void
one_variant_is_chosen(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t a = messages_draft(p, s.mail, s.alma, 1, "Text A"),
            b = messages_draft(p, s.mail, s.alma, 2, "Text B"),
            other = messages_draft(p, s.invite, s.alma, 2, "Another step");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, b, 1));
    people_commit(p);
    assert_int_equal(messages_is(p, a, "state = 'set_aside'"), 1);
    assert_int_equal(messages_is(p, other, "state = 'draft'"), 1);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_reopen(&p->app, b));
    people_commit(p);
    assert_int_equal(messages_is(p, a, "state = 'draft'"), 1);
    /* Split: each stays for itself. */
    people_number(p,
                  "UPDATE campaign SET variant_mode = 'split' WHERE campaign_id = %" PRId64
                  " RETURNING campaign_id",
                  s.campaign);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, b, 1));
    people_commit(p);
    assert_int_equal(messages_is(p, a, "state = 'draft'"), 1);
    people_free(p);
}

static void
sent_by_hand_counts_as_contact(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t one = messages_draft(p, s.mail, s.alma, 1, "Dear Alma");
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_send_by_hand(&p->app, one, "email"), ERR_CONFLICT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, one, 1));
    assert_ok(p, message_send_by_hand(&p->app, one, "linkedin"));
    people_commit(p);
    assert_int_equal(messages_is(p, one, "state = 'sent' AND sent_via = 'linkedin'"), 1);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM contact_touch WHERE contact_id = %" PRId64
                                   " AND channel = 'linkedin'",
                                   s.alma),
                     1);
    /* What was sent keeps its text. */
    struct message_text text = {.subject = "Other", .body = "Other", .origin = "model"};
    int64_t version;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_version_add(&p->app, one, 0, &text, &version), ERR_CONFLICT);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_reopen(&p->app, one), ERR_CONFLICT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_unsend(&p->app, one));
    people_commit(p);
    assert_int_equal(messages_is(p, one, "state = 'approved' AND sent_at IS NULL"), 1);
    assert_int_equal(
        people_number(p, "SELECT count(*) FROM contact_touch WHERE contact_id = %" PRId64, s.alma),
        0);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_unsend(&p->app, one), ERR_CONFLICT);
    people_free(p);
}

/* Approved, a campaign is a finished text: nothing in it becomes open again before it is taken back. */
static void
an_approved_campaign_takes_no_drafts(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t one = messages_draft(p, s.mail, s.alma, 1, "Dear Alma"), version;
    struct message_text text = {.subject = "Other", .body = "Other", .origin = "model"};
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, one, 1));
    people_commit(p);
    people_number(p,
                  "WITH c AS (INSERT INTO campaign_check (tenant_id, campaign_id, people) VALUES "
                  "(%" PRId64 ", %" PRId64 ", 2) RETURNING check_id) UPDATE campaign SET check_id "
                  "= c.check_id, state = 'approved' FROM c WHERE campaign_id = %" PRId64
                  " RETURNING campaign_id",
                  p->kestrel, s.campaign, s.campaign);
    people_begin(p, ED, p->kestrel);
    assert_false(message_reopen(&p->app, one));
    assert_int_equal(p->app.err.kind, ERR_CONFLICT);
    assert_non_null(strstr(p->app.err.message, "takes no drafts"));
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_version_add(&p->app, one, 0, &text, &version), ERR_CONFLICT);
    people_number(p,
                  "UPDATE campaign SET state = 'review' WHERE campaign_id = %" PRId64
                  " RETURNING campaign_id",
                  s.campaign);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_reopen(&p->app, one));
    people_commit(p);
    people_free(p);
}

static int64_t
listed(struct people *p, const struct message_filter *filter, const char *people)
{
    struct message_row *rows;
    struct message_counts counts;
    size_t n;
    char found[200] = "";
    people_begin(p, VI, p->kestrel);
    assert_ok(p, message_list(&p->app, filter, 0, 50, &rows, &n));
    assert_ok(p, message_count(&p->app, filter, &counts));
    for (size_t i = 0; i < n; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%.4s%" PRId64 " ",
                 rows[i].person, rows[i].position);
    if (strcmp(found, people) != 0)
        fail_msg("listed: %s, not %s", found, people);
    people_commit(p);
    return counts.total;
}

static void
lists_are_narrowed(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t one = messages_draft(p, s.mail, s.alma, 1, "A");
    messages_draft(p, s.invite, s.alma, 1, "B");
    messages_draft(p, s.mail, s.bert, 1, "C");
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_approve(&p->app, one, 1));
    people_commit(p);
    const char *approved[] = {"approved", NULL}, *mails[] = {"email", NULL};
    int64_t steps[] = {s.invite, 0};
    assert_int_equal(listed(p, &(struct message_filter){0}, "Bert1 Alma2 Alma1 "), 3);
    assert_int_equal(listed(p, &(struct message_filter){.states = approved}, "Alma1 "), 3);
    assert_int_equal(listed(p, &(struct message_filter){.channels = mails}, "Bert1 Alma1 "), 2);
    assert_int_equal(listed(p, &(struct message_filter){.step_ids = steps}, "Alma2 "), 1);
    assert_int_equal(listed(p, &(struct message_filter){.search = "BERT w"}, "Bert1 "), 1);
    assert_int_equal(listed(p, &(struct message_filter){.search = "hello"}, "Bert1 Alma1 "), 2);
    assert_int_equal(listed(p, &(struct message_filter){.contact_id = s.alma}, "Alma2 Alma1 "), 2);
    assert_int_equal(listed(p, &(struct message_filter){.campaign_id = s.campaign + 1}, ""), 0);
    people_free(p);
}

static void
all_of_a_list_are_decided(void **state)
{
    (void)state;
    struct scene s = scene_new("choose");
    if (!s.p)
        return;
    struct people *p = s.p;
    char body[400];
    memset(body, 'x', sizeof body);
    body[301] = '\0';
    int64_t a = messages_draft(p, s.mail, s.alma, 1, "A"),
            b = messages_draft(p, s.mail, s.alma, 2, "B"),
            longer = messages_draft(p, s.invite, s.alma, 1, body),
            c = messages_draft(p, s.mail, s.bert, 1, "C");
    struct message_bulk_done done;
    struct message_filter all = {.campaign_id = s.campaign}, bert = {.search = "bert"};
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_bulk(&p->app, &all, "approve", "", 3, &done), ERR_CONFLICT);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, message_bulk(&p->app, &bert, "reject", "no", 1, &done), ERR_INPUT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_bulk(&p->app, &bert, "reject", "wrong people", 1, &done));
    assert_int_equal(done.done, 1);
    people_commit(p);
    assert_int_equal(messages_is(p, c, "state = 'rejected'"), 1);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_bulk(&p->app, &all, "approve", "", 3, &done));
    people_commit(p);
    assert_int_equal(done.done, 1);
    assert_int_equal(done.unfit, 2);
    assert_int_equal(done.barred, 0);
    assert_int_equal(messages_is(p, a, "state = 'approved'"), 1);
    assert_int_equal(messages_is(p, b, "state = 'set_aside'"), 1);
    assert_int_equal(messages_is(p, longer, "state = 'draft'"), 1);
    people_free(p);
}

static void
nobody_who_is_barred_is_approved_with_the_others(void **state)
{
    (void)state;
    struct scene s = scene_new("split");
    if (!s.p)
        return;
    struct people *p = s.p;
    int64_t carl = messages_person(p, s.campaign, "Carl", 20),
            alma = messages_draft(p, s.mail, s.alma, 1, "A"),
            bert = messages_draft(p, s.mail, s.bert, 1, "B"),
            invite = messages_draft(p, s.invite, s.bert, 1, "B"),
            out = messages_draft(p, s.mail, carl, 1, "C");
    struct message_filter all = {.campaign_id = s.campaign};
    struct message_bulk_done done;
    people_number(p,
                  "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (%" PRId64
                  ", 'domain', 'bert.example', 'asked not to') RETURNING suppression_id",
                  p->kestrel);
    people_number(p,
                  "UPDATE contact SET status = 'disqualified' WHERE contact_id = %" PRId64
                  " RETURNING contact_id",
                  carl);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_bulk(&p->app, &all, "approve", "", 4, &done));
    people_commit(p);
    assert_int_equal(done.done, 1);
    assert_int_equal(done.barred, 3);
    assert_int_equal(done.unfit, 0);
    assert_int_equal(messages_is(p, alma, "state = 'approved'"), 1);
    assert_int_equal(messages_is(p, bert, "state = 'draft'"), 1);
    assert_int_equal(messages_is(p, invite, "state = 'draft'"), 1);
    assert_int_equal(messages_is(p, out, "state = 'draft'"), 1);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, message_bulk(&p->app, &all, "reject", "not to them", 3, &done));
    people_commit(p);
    assert_int_equal(done.done, 3);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_approve_and_reject),
        cmocka_unit_test(what_cannot_go_out_is_not_approved),
        cmocka_unit_test(one_variant_is_chosen),
        cmocka_unit_test(sent_by_hand_counts_as_contact),
        cmocka_unit_test(an_approved_campaign_takes_no_drafts),
        cmocka_unit_test(lists_are_narrowed),
        cmocka_unit_test(all_of_a_list_are_decided),
        cmocka_unit_test(nobody_who_is_barred_is_approved_with_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
