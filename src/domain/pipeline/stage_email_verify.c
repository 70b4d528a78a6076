/* The stage "email_verify": checks the addresses that contacts have. See stage.h; the work is email's. */
#include "domain/pipeline/stage_email_verify.h"

#include <time.h>

#include "base/db.h"
#include "domain/email/email_tools.h"
#include "domain/email/email_verify.h"

enum { ATTEMPTS = 4, ROUNDS = 20 };

static const struct email_subject *
subject_of(const struct email_verifying *all, int64_t contact_id)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->of[i].contact_id == contact_id)
            return &all->of[i];
    return NULL;
}

static void
answer(struct ctx *ctx, struct stage_item *item, const struct email_subject *subject)
{
    if (!subject || !subject->address) {
        stage_end(ctx, item, STAGE_NO_MATCH, "no_address", "There is no address to check.");
        return;
    }
    bool last = item->attempts >= ATTEMPTS;
    int percent = (int)(subject->score.p * 100 + 0.5);
    if (subject->evidence.route == EMAIL_ROUTE_UNKNOWN) {
        stage_end(ctx, item, last ? STAGE_PARTIAL : STAGE_RETRY, "dns",
                  "The DNS gives no answer about %s.", subject->domain->name);
    } else if (subject->waiting) {
        /* left open: its turn with the server has not come, which is no attempt */
    } else if (subject->evidence.answer == EMAIL_ANSWER_LATER) {
        stage_end(ctx, item, last ? STAGE_PARTIAL : STAGE_RETRY, "greylisted",
                  "The mail server %s asked to come back later.", subject->domain->host);
        item->retry_seconds = EMAIL_PROBE_LATER;
    } else {
        stage_end(ctx, item, STAGE_DONE, NULL, "%s Estimate: %d %%.",
                  email_score_about(subject->score.state), percent);
    }
}

/* Asks the mail servers, one conversation with each at a time. */
static bool
probe(struct ctx *ctx, struct stage_batch *batch, const struct email_tools *tools,
      struct email_verifying *all)
{
    const struct timespec pause = {EMAIL_PROBE_PAUSE, 500000000};
    size_t waiting = 1;
    for (int i = 0; i < ROUNDS && waiting && !batch->stop; i++) {
        if (i > 0)
            (void)nanosleep(&pause, NULL); /* a signal ends it early, and then must_end is true */
        if (!email_probe_ask(ctx, &tools->prober, all, &waiting) || !stage_alive(ctx, batch))
            return false;
    }
    return true;
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct email_verifying *all = ARENA_NEW(ctx->arena, struct email_verifying);
    struct email_setting setting;
    struct email_tools tools;
    if (!stage_begin(ctx, batch) || !email_setting_read(ctx, &setting) ||
        !email_verify_read(ctx, stage_ids(ctx, batch), batch->n_items, all) || !db_commit(ctx) ||
        !email_tools_make(ctx, &setting, &tools) || !stage_alive(ctx, batch) ||
        !email_verify_ask(ctx, tools.dns, all) || (tools.probe && !probe(ctx, batch, &tools, all)))
        return false;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        answer(ctx, item, subject_of(all, item->record_id));
        item->own = all;
    }
    return true;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    const struct email_verifying *all = batch->items[0].own;
    struct email_verifying part = *all;
    part.of = ARENA_ARRAY(ctx->arena, batch->n_items, struct email_subject);
    part.n = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct email_subject *subject = subject_of(all, batch->items[i].record_id);
        if (subject)
            part.of[part.n++] = *subject;
    }
    return email_verify_write(ctx, &part, NULL);
}

static const char *const none[] = {NULL}, *const find[] = {"email_find", NULL};

const struct stage stage_email_verify = {
    .name = "email_verify",
    .label = "E-mail verification",
    .about =
        "Checks each address: its form, whether its domain takes mail, and, where you switched it "
        "on, what the mail server says.",
    .entity = RECORD_CONTACT,
    .hard = none,
    .soft = find,
    .batch = 500,
    .lease_seconds = 120,
    .max_attempts = ATTEMPTS,
    .work = work,
    .write = write,
};
