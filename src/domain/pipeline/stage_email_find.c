/* The stage "email_find": looks for the addresses of contacts who have none. See stage.h; the work is
 * email's. */
#include "domain/pipeline/stage_email_find.h"

#include <time.h>

#include "base/db.h"
#include "domain/email/email_find.h"
#include "domain/email/email_tools.h"

enum { ATTEMPTS = 4, ROUNDS = 20 };

static const struct email_wanted *
wanted_of(const struct email_finding *finding, int64_t contact_id)
{
    for (size_t i = 0; i < finding->n; i++)
        if (finding->of[i].contact_id == contact_id)
            return &finding->of[i];
    return NULL;
}

static void
answer_guess(struct ctx *ctx, struct stage_item *item, const struct email_wanted *wanted)
{
    if (!wanted->n) {
        stage_end(ctx, item, STAGE_NO_MATCH, "no_candidate",
                  "None of the addresses that could be built for this name is free and allowed.");
        return;
    }
    const struct email_candidate *first = &wanted->candidates[0];
    if (!first->samples) {
        stage_end(ctx, item, STAGE_PARTIAL, "guess",
                  "Only a guess: %s, %d %%. No address of a colleague is known.",
                  wanted->subjects[0].address, (int)(wanted->subjects[0].score.p * 100 + 0.5));
        return;
    }
    stage_end(ctx, item, STAGE_PARTIAL, "guess",
              "Only a guess: %s, %d %% by the pattern %s (%d of %d known addresses there).",
              wanted->subjects[0].address, (int)(wanted->subjects[0].score.p * 100 + 0.5),
              email_pattern_name(first->pattern), first->matching, first->samples);
}

static void
answer(struct ctx *ctx, struct stage_item *item, const struct email_wanted *wanted)
{
    switch (wanted ? wanted->end : EMAIL_FIND_NO_DOMAIN) {
    case EMAIL_FIND_HAS_ONE:
        stage_end(ctx, item, STAGE_DONE, NULL, "There is an address already.");
        return;
    case EMAIL_FIND_NO_DOMAIN:
        stage_end(ctx, item, STAGE_NO_MATCH, "no_domain",
                  "There is no company, or nobody knows its domain.");
        return;
    case EMAIL_FIND_NO_MAIL:
        stage_end(ctx, item, STAGE_NO_MATCH, "no_mail", "%s takes no mail.", wanted->domain->name);
        return;
    case EMAIL_FIND_NO_NAME:
        stage_end(ctx, item, STAGE_NO_MATCH, "no_name",
                  "It takes a first and a last name in Latin letters to build an address.");
        return;
    case EMAIL_FIND_ON_SITE:
        stage_end(ctx, item, STAGE_DONE, NULL, "It stands on %s.", wanted->page_url);
        return;
    case EMAIL_FIND_VERIFIED:
        stage_end(ctx, item, STAGE_DONE, NULL,
                  "Built by the pattern %s, and the mail server takes it.",
                  email_pattern_name(wanted->candidates[0].pattern));
        return;
    case EMAIL_FIND_GUESSED:
        answer_guess(ctx, item, wanted);
        return;
    case EMAIL_FIND_OPEN:
    case EMAIL_FIND_UNKNOWN:
        stage_end(ctx, item, item->attempts < ATTEMPTS ? STAGE_RETRY : STAGE_FAILED, "dns",
                  "The DNS gives no answer about the company's domain.");
        return;
    }
}

static bool
ask(struct ctx *ctx, struct stage_batch *batch, const struct email_tools *tools,
    struct email_finding *finding)
{
    const struct timespec pause = {EMAIL_PROBE_PAUSE, 500000000};
    const struct email_prober *prober = tools->probe ? &tools->prober : NULL;
    size_t waiting = 1;
    for (int i = 0; i < ROUNDS && waiting && !batch->stop; i++) {
        if (i > 0)
            (void)nanosleep(&pause, NULL); /* a signal ends it early, and then must_end is true */
        if (!email_find_ask(ctx, tools->dns, prober, finding, &waiting) || !stage_alive(ctx, batch))
            return false;
    }
    email_find_settle(ctx->arena, finding);
    return true;
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct email_finding *finding = ARENA_NEW(ctx->arena, struct email_finding);
    struct email_setting setting;
    struct email_tools tools;
    if (!stage_begin(ctx, batch) || !email_setting_read(ctx, &setting) ||
        !email_find_read(ctx, stage_ids(ctx, batch), batch->n_items, finding) || !db_commit(ctx) ||
        !email_tools_make(ctx, &setting, &tools) || !stage_alive(ctx, batch) ||
        !ask(ctx, batch, &tools, finding))
        return false;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        answer(ctx, item, wanted_of(finding, item->record_id));
        item->own = finding;
    }
    return true;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    const struct email_finding *finding = batch->items[0].own;
    struct email_finding part = *finding;
    part.of = ARENA_ARRAY(ctx->arena, batch->n_items, struct email_wanted);
    part.n = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct email_wanted *wanted = wanted_of(finding, batch->items[i].record_id);
        if (wanted)
            part.of[part.n++] = *wanted;
    }
    return email_find_write(ctx, &part);
}

static const char *const none[] = {NULL};
static const char *const soft[] = {"people", NULL};

const struct stage stage_email_find = {
    .name = "email_find",
    .label = "E-mail finding",
    .about = "Looks for the addresses of people who have none: on the company's pages, else by the "
             "pattern of their colleagues, as a guess.",
    .entity = RECORD_CONTACT,
    .hard = none,
    .soft = soft,
    .batch = 100,
    .lease_seconds = 120,
    .max_attempts = ATTEMPTS,
    .work = work,
    .write = write,
};
