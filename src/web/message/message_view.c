/* Messages as people read them. See message_view.h. */
#include "web/message/message_view.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "domain/sequence/campaign_channel.h"
#include "domain/message/message_version.h"
#include "domain/message/review.h"
#include "domain/record/country.h"
#include "domain/record/record_code.h"
#include "web/record/record_view.h"
#include "web/view.h"

enum { DAY_MS = 86400000 };

const char *
message_view_path(struct page *pg, int64_t message_id)
{
    return arena_printf(pg->ctx->arena, "%s/messages/%" PRId64, pg->base, message_id);
}

const char *
message_view_variant(struct page *pg, int64_t variant, const char *angle)
{
    const char *about = !strcmp(angle, "pain")          ? "their pain"
                        : !strcmp(angle, "opportunity") ? "an opportunity"
                                                        : "what others gained";
    return arena_printf(pg->ctx->arena, "Variant %c: %s", (char)('A' + variant - 1), about);
}

const char *
message_view_look(const char *state)
{
    return !strcmp(state, "approved")    ? "status-ok"
           : !strcmp(state, "rejected")  ? "status-bad"
           : !strcmp(state, "draft")     ? "status-warn"
           : !strcmp(state, "set_aside") ? ""
                                         : "status-info";
}

/* Where the paragraphs of a text are being put. */
struct paras {
    struct page *pg;
    struct tree_list list, parts;
    bool open;
};

/* Adds a piece, which may hold borders of paragraphs; claim 0: none. */
static void
add_piece(struct paras *paras, const char *text, size_t claim)
{
    while (*text) {
        if (!paras->open) {
            paras->parts = tree_list(tree_row(&paras->list), "parts");
            paras->open = true;
        }
        const char *border = strstr(text, "\n\n");
        size_t length = border ? (size_t)(border - text) : strlen(text);
        struct tree *row = tree_row(&paras->parts);
        tree_set(row, "text", arena_strndup(paras->pg->ctx->arena, text, length));
        text += length;
        /* The number stands behind the last piece of a claim. */
        if (claim) {
            tree_set(row, "marked", "1");
            if (!*text)
                tree_set_i64(row, "claim", (int64_t)claim);
        }
        if (border) {
            text += strspn(text, "\n");
            paras->open = false;
        }
    }
}

/* The next `n` characters of a text, from *at on. */
static const char *
piece(struct arena *arena, const char *text, size_t *at, size_t n)
{
    size_t from = *at, length = strlen(text);
    while (n-- && *at < length)
        (void)text_next(text, length, at);
    return arena_strndup(arena, text + from, *at - from);
}

static void
show_body(struct page *pg, const char *body, const struct message_claim *claims, size_t n)
{
    struct paras paras = {.pg = pg, .list = tree_list(pg->view, "Paras")};
    size_t at = 0, character = 0;
    for (size_t i = 0; i < n; i++) {
        add_piece(&paras, piece(pg->ctx->arena, body, &at, claims[i].start - character), 0);
        add_piece(&paras, piece(pg->ctx->arena, body, &at, claims[i].end - claims[i].start), i + 1);
        character = claims[i].end;
    }
    add_piece(&paras, body + at, 0);
}

/* "lumenfold.example/careers" */
static const char *
bare(const char *url)
{
    const char *at = strstr(url, "://");
    at = at ? at + 3 : url;
    return text_starts(at, "www.") ? at + 4 : at;
}

static void
show_evidence(struct page *pg, const struct message_claim *claims, size_t n)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Evidence");
    size_t sources = 0;
    for (size_t i = 0; i < n; i++) {
        const struct message_claim *claim = &claims[i];
        struct tree *row = tree_row(&list);
        const char *found = claim->snippet ? strstr(claim->snippet, claim->words) : NULL;
        tree_set_i64(row, "n", (int64_t)i + 1);
        if (found) {
            tree_set(row, "before",
                     arena_strndup(arena, claim->snippet, (size_t)(found - claim->snippet)));
            tree_set(row, "found", claim->words);
            tree_set(row, "after", found + strlen(claim->words));
        } else {
            tree_set(row, "before", claim->snippet ? claim->snippet : claim->words);
        }
        if (claim->url &&
            (text_starts(claim->url, "https://") || text_starts(claim->url, "http://"))) {
            tree_set(row, "url", claim->url);
            tree_set(row, "page", bare(claim->url));
            sources++;
        }
        view_time(pg, row, "when", claim->at);
    }
    tree_set(pg->view, "Message.sources",
             arena_printf(arena, "%zu claim%s, %zu with a page", n, n == 1 ? "" : "s", sources));
}

static void
show_state(struct page *pg, struct tree *node, const struct message *message)
{
    tree_set(node, "state", message->state);
    tree_set(node, "state_label", message_state_label(message->state));
    tree_set(node, "look", message_view_look(message->state));
    tree_set(node, "decided_by", message->decided_by ? message->decided_by : "Somebody");
    view_time(pg, node, "decided", message->decided_ms);
    if (message->reject_reason)
        tree_set(node, "reject_reason", message->reject_reason);
    if (message->trouble)
        tree_set(node, "trouble", message->trouble);
    if (message->holder)
        tree_set(node, "holder", message->holder);
    if (message->sent_ms) {
        view_time(pg, node, "sent", message->sent_ms);
        tree_set(node, "sent_by", message->sent_by ? message->sent_by : "");
        tree_set(node, "sent_via", message->sent_via ? message->sent_via : "");
    }
}

bool
message_view_text(struct page *pg, const struct message *message)
{
    struct arena *arena = pg->ctx->arena;
    struct message_claim *claims;
    size_t n;
    const char *barred;
    if (!message_version_claims(pg->ctx, message->body, message->claims, &claims, &n) ||
        !message_barred(pg->ctx, message, &barred))
        return false;
    const struct campaign_channel *channel = campaign_channel_of(message->channel);
    struct tree *node = tree_node(pg->view, "Message");
    tree_set_i64(node, "id", message->message_id);
    tree_set_i64(node, "version", message->version);
    tree_set(node, "path", message_view_path(pg, message->message_id));
    tree_set(node, "icon", channel ? channel->icon : "mail");
    tree_set(node, "channel", channel ? channel->label : message->channel);
    tree_set(node, "title",
             arena_printf(arena, "%s, step %" PRId64, message->label, message->position));
    tree_set(node, "variant", message_view_variant(pg, message->variant, message->angle));
    tree_set(node, "person", message->person ? message->person : "Nameless");
    tree_set(node, "campaign", message->campaign);
    tree_set(node, "campaign_path",
             arena_printf(arena, "%s/campaigns/%" PRId64, pg->base, message->campaign_id));
    tree_set(node, "to",
             !strcmp(message->channel, "email") && message->email ? message->email
             : message->person                                    ? message->person
                                                                  : "");
    tree_set(node, "lang", message->language);
    if (message->subject)
        tree_set(node, "subject", message->subject);
    if (barred)
        tree_set(node, "barred", barred);
    show_state(pg, node, message);
    show_body(pg, message->body, claims, n);
    show_evidence(pg, claims, n);
    return true;
}

bool
message_view_checks(struct page *pg, const struct message *message)
{
    struct message_check *checks;
    size_t n;
    if (!review_hints(pg->ctx, message, &checks, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Checks");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "text", checks[i].text);
        tree_set_bool(row, "warn", checks[i].warn);
    }
    return true;
}

/* "VP Engineering · Vilnius · score 89": what is known of it. */
static const char *
joined(struct arena *arena, const char *const *parts, size_t n)
{
    const char *out = "";
    for (size_t i = 0; i < n; i++)
        if (parts[i] && *parts[i])
            out = arena_printf(arena, "%s%s%s", out, *out ? " · " : "", parts[i]);
    return out;
}

static const char *
touched(struct page *pg, int64_t at, const char *whom)
{
    int64_t days = (clock_now_ms() - at) / DAY_MS;
    if (!at)
        return arena_printf(pg->ctx->arena, "No message to %s yet.", whom);
    return days < 1 ? arena_printf(pg->ctx->arena, "A message to %s today.", whom)
                    : arena_printf(pg->ctx->arena, "No message to %s in %" PRId64 " day%s.", whom,
                                   days, days == 1 ? "" : "s");
}

static void
show_company(struct page *pg, const struct review_card *card)
{
    struct arena *arena = pg->ctx->arena;
    struct tree *node = tree_node(pg->view, "Card.company");
    const struct record_choice *industry = record_code_get(&record_industries, card->industry),
                               *tier = record_code_get(&record_tiers, card->tier);
    const char *parts[] = {
        industry ? industry->label : NULL,
        card->employees ? arena_printf(arena, "%s people", card->employees) : NULL,
        tier ? tier->label : NULL,
        card->scored ? arena_printf(arena, "score %" PRId64, card->score) : NULL};
    tree_set(node, "name", card->company);
    tree_set(node, "path", record_view_path(pg, RECORD_COMPANY, card->company_id));
    tree_set(node, "initials", view_initials(arena, card->company));
    tree_set_i64(node, "avatar", card->company_id % 6 + 1);
    tree_set(node, "about", joined(arena, parts, sizeof parts / sizeof *parts));
    if (card->description)
        tree_set(node, "description", card->description);
    tree_set(node, "touched", touched(pg, card->company_touch_ms, "this company"));
}

bool
message_view_card(struct page *pg, const struct message *message)
{
    struct review_card card;
    struct arena *arena = pg->ctx->arena;
    if (!review_card(pg->ctx, message->contact_id, &card))
        return false;
    struct tree *node = tree_node(pg->view, "Card.person");
    const struct country *country = card.country ? country_by_code(card.country) : NULL;
    const char *parts[] = {card.job_title, card.city, country ? country->name : NULL};
    const char *name = card.person ? card.person : "Nameless";
    tree_set(node, "name", name);
    tree_set(node, "path", record_view_path(pg, RECORD_CONTACT, card.contact_id));
    tree_set(node, "initials", view_initials(arena, name));
    tree_set_i64(node, "avatar", card.contact_id % 6 + 1);
    tree_set(node, "about", joined(arena, parts, sizeof parts / sizeof *parts));
    if (card.notes)
        tree_set(node, "notes", card.notes);
    tree_set(node, "touched", touched(pg, card.touch_ms, "this person"));
    if (card.company)
        show_company(pg, &card);
    return true;
}

bool
message_view_variants(struct page *pg, const struct message *message, const char *queue)
{
    struct review_variant *rows;
    size_t n;
    if (!review_variants(pg->ctx, message->message_id, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Variants");
    tree_set_bool(pg->view, "Message.choose", n && !strcmp(message->variant_mode, "choose"));
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", rows[i].message_id);
        tree_set_i64(row, "version", rows[i].version);
        tree_set(row, "queue",
                 arena_printf(pg->ctx->arena, "%s%cat=%" PRId64, queue,
                              strchr(queue, '?') ? '&' : '?', rows[i].message_id));
        tree_set(row, "label", message_view_variant(pg, rows[i].variant, rows[i].angle));
        tree_set(row, "state", rows[i].state);
        tree_set(row, "state_label", message_state_label(rows[i].state));
        tree_set(row, "look", message_view_look(rows[i].state));
        tree_set(row, "path", message_view_path(pg, rows[i].message_id));
        if (rows[i].subject)
            tree_set(row, "subject", rows[i].subject);
        tree_set(row, "body", rows[i].body);
    }
    return true;
}

void
message_view_reasons(struct page *pg)
{
    for (const struct message_reason *one = message_reasons; one->code; one++)
        view_option(pg, "code", one->code, one->label);
}
