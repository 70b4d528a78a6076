/* GET /{tenant}/campaigns/{id}/preview: what the campaign would write to a person, with the source of every
 * claim. Somebody of the campaign or any other contact; nothing is stored. */
#include <string.h>

#include "base/text.h"
#include "domain/sequence/campaign_channel.h"
#include "domain/audience/campaign_person.h"
#include "domain/generation/letter_preview.h"
#include "domain/query/record_row.h"
#include "domain/query/record_search.h"
#include "web/campaign/campaign_view.h"
#include "web/campaign/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { PEOPLE_SHOWN = 12, OTHERS_SHOWN = 6, SEARCH_MOST = 120, DETAILS = 2 };

struct preview {
    int64_t id, contact;
    const char *q;
};
static const struct param items[] = {
    PARAM_ID(struct preview, id),
    PARAM_ID_OR_NONE(struct preview, contact),
    PARAM_TEXT(struct preview, q, SEARCH_MOST, OPTIONAL),
};
const struct params campaign_preview_params = PARAMS(struct preview, items);

/* A line of the picker. */
static void
add_person(struct page *pg, struct tree_list *list, int64_t contact_id, const char *name,
           const char *detail, bool current)
{
    const struct preview *in = pg->params;
    struct tree *row = tree_row(list);
    tree_set(row, "name", name);
    tree_set(row, "detail", detail);
    tree_set(row, "path",
             view_url(pg->ctx->arena,
                      "/%s/campaigns/%" PRId64 "/preview?contact=%" PRId64 "&q=%s#letters",
                      pg->slug, in->id, contact_id, in->q));
    tree_set_bool(row, "current", current);
}

static const char *
joined(struct arena *arena, const char *a, const char *b)
{
    a = a ? a : "";
    b = b ? b : "";
    return *a && *b ? arena_printf(arena, "%s · %s", a, b) : *a ? a : b;
}

/* Those of the campaign who match. *shown: who is chosen, or the first of them; 0: nobody. */
static bool
fill_people(struct page *pg, int64_t *shown)
{
    const struct preview *in = pg->params;
    const struct campaign_person_wish wish = {
        .state = "", .search = in->q, .after = "", .most = PEOPLE_SHOWN};
    struct campaign_person *people;
    size_t n;
    if (!campaign_person_list(pg->ctx, in->id, &wish, &people, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Preview.people");
    *shown = in->contact || !n ? in->contact : people->contact_id;
    for (size_t i = 0; i < n; i++)
        add_person(pg, &list, people[i].contact_id, people[i].name,
                   joined(pg->ctx->arena, people[i].title, people[i].company),
                   people[i].contact_id == *shown);
    return true;
}

/* The name of a contact and what they do. */
static bool
read_contacts(struct page *pg, const int64_t *ids, size_t n_ids, struct record_row **rows,
              size_t *n)
{
    static const char *const details[DETAILS] = {"job_title", "company"};
    struct record_column *columns;
    size_t n_columns;
    return record_columns_named(pg->ctx, RECORD_CONTACT, details, DETAILS, &columns, &n_columns) &&
           record_rows_read(pg->ctx, RECORD_CONTACT, ids, n_ids, columns, n_columns, NULL, rows, n);
}

static const char *
detail_of(struct page *pg, const struct record_row *row)
{
    return joined(pg->ctx->arena, row->cells[1].text, row->cells[2].text);
}

/* Anybody else who matches. */
static bool
fill_others(struct page *pg)
{
    const struct preview *in = pg->params;
    const struct record_pair pair = {"q", in->q};
    struct record_query query = {.order = record_order_get(RECORD_CONTACT, "name"),
                                 .after = "",
                                 .before = "",
                                 .limit = OTHERS_SHOWN};
    struct record_found found;
    struct record_row *rows;
    size_t n;
    if (!*in->q)
        return true;
    if (!record_filter_read(pg->ctx, RECORD_CONTACT, &pair, 1, &query.filter) ||
        !record_search(pg->ctx, &query, &found)) {
        if (pg->ctx->err.kind != ERR_INPUT)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    if (!read_contacts(pg, found.ids, found.n, &rows, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Preview.others");
    for (size_t i = 0; i < n; i++)
        add_person(pg, &list, rows[i].id, rows[i].label, detail_of(pg, &rows[i]), false);
    return true;
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
add_piece(struct tree_list *list, const char *text, size_t claim)
{
    if (!*text)
        return;
    struct tree *row = tree_row(list);
    tree_set(row, "text", text);
    if (claim)
        tree_set_i64(row, "claim", (int64_t)claim);
}

/* The body in pieces, those that claim something with their number, and the sources. */
static void
fill_body(struct page *pg, struct tree *node, const struct letter *letter)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list parts = tree_list(node, "parts"), sources = tree_list(node, "sources");
    size_t at = 0, character = 0;
    for (size_t i = 0; i < letter->n_claims; i++) {
        const struct letter_claim *claim = &letter->claims[i];
        if (claim->start < character)
            continue;
        add_piece(&parts, piece(arena, letter->body, &at, claim->start - character), 0);
        add_piece(&parts, piece(arena, letter->body, &at, claim->end - claim->start), i + 1);
        character = claim->end;
        struct tree *row = tree_row(&sources);
        tree_set_i64(row, "n", (int64_t)i + 1);
        tree_set(row, "snippet", claim->snippet ? claim->snippet : "");
        if (claim->url &&
            (text_starts(claim->url, "https://") || text_starts(claim->url, "http://"))) {
            tree_set(row, "url", claim->url);
            tree_set(row, "page", strstr(claim->url, "://") + 3);
        }
        view_time(pg, row, "when", claim->at);
    }
    add_piece(&parts, letter->body + at, 0);
}

static void
fill_letter(struct page *pg, struct tree *row, const struct letter_preview *preview, size_t place)
{
    struct arena *arena = pg->ctx->arena;
    const struct letter_step *step = preview->step;
    const struct campaign_channel *channel = campaign_channel_of(step->channel);
    static const char *const angles[] = {"a problem", "a chance", "what a peer got from it"};
    tree_set_i64(row, "place", (int64_t)place);
    tree_set_i64(row, "position", step->position);
    tree_set(row, "label", step->label);
    tree_set(row, "icon", channel->icon);
    tree_set(row, "channel", channel->label);
    tree_set(row, "language", preview->language);
    tree_set(
        row, "voice",
        arena_printf(arena, "%s, %s, %s", campaign_label(campaign_languages, preview->language),
                     text_lower(arena, campaign_label(campaign_tones, preview->tone)),
                     text_lower(arena, campaign_label(campaign_formalities, preview->formality))));
    if (step->variants > 1)
        tree_set(row, "variant",
                 arena_printf(arena, "Variant %c: %s", (char)('A' + preview->variant - 1),
                              angles[preview->variant - 1]));
    tree_set_bool(row, "written", preview->written);
    if (!preview->written)
        return;
    tree_set(row, "subject", preview->letter.subject ? preview->letter.subject : "");
    tree_set(row, "characters", view_number(pg, (int64_t)text_count(preview->letter.body)));
    tree_set(row, "most", view_number(pg, step->max_length));
    fill_body(pg, row, &preview->letter);
}

static bool
fill_letters(struct page *pg, const struct letter_brief *brief, int64_t contact_id)
{
    struct record_row *rows;
    struct letter_preview *previews;
    size_t n;
    if (!letter_preview(pg->ctx, brief, contact_id, &previews, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Letters");
    for (size_t i = 0; i < n; i++)
        fill_letter(pg, tree_row(&list), &previews[i], i);
    if (!read_contacts(pg, &contact_id, 1, &rows, &n))
        return false;
    if (n) {
        tree_set(pg->view, "Preview.name", rows->label);
        tree_set(pg->view, "Preview.detail", detail_of(pg, rows));
        tree_set(pg->view, "Preview.path", record_view_path(pg, RECORD_CONTACT, contact_id));
    }
    return true;
}

bool
campaign_preview_page(struct page *pg)
{
    const struct preview *in = pg->params;
    struct campaign campaign;
    struct letter_brief brief;
    int64_t contact_id;
    if (!campaign_view_head(pg, in->id, &campaign) || !letter_brief_read(pg->ctx, in->id, &brief) ||
        !fill_people(pg, &contact_id) || !fill_others(pg))
        return false;
    const char *missing = letter_brief_missing(pg->ctx->arena, &brief);
    struct tree *node = tree_node(pg->view, "Preview");
    tree_set(node, "q", in->q);
    tree_set(node, "here", campaign_view_path(pg, in->id, "/preview"));
    tree_set(node, "steps", campaign_view_path(pg, in->id, "/steps"));
    tree_set(node, "settings", campaign_view_path(pg, in->id, "/settings"));
    tree_set_bool(node, "any", brief.n_steps > 0);
    tree_set_bool(node, "model", campaign.provider_id != 0);
    if (missing)
        tree_set(node, "missing", missing);
    return (!contact_id || fill_letters(pg, &brief, contact_id)) && reply_template(pg);
}
