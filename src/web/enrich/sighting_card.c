/* POST /{tenant}/contacts/{id}/employment: a person says whether somebody works there; and the card of
 * where they were seen. See sighting_card.h. */
#include "web/enrich/sighting_card.h"

#include <string.h>

#include "base/text.h"
#include "domain/enrich/people_store.h"
#include "web/enrich/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

static const char *const answers[] = {"there", "left", NULL};
struct act {
    int64_t id;
    const char *is;
};
static const struct param items[] = {
    PARAM_ID(struct act, id),
    PARAM_CHOICE(struct act, is, answers, REQUIRED),
};
const struct params contact_employment_params = PARAMS(struct act, items);

static const struct {
    const char *kind, *state, *about;
} states[] = {
    [PEOPLE_EMPLOYMENT_UNKNOWN] = {"none", "Not known",
                                   "No page of the company they are at now shows them."                                 },
    [PEOPLE_EMPLOYMENT_THERE] = {"ok",   "Works there",   "A page of the company shows them."                         },
    [PEOPLE_EMPLOYMENT_PROBABLY_LEFT] =
        {"warn", "Probably left",
                                   "They are gone from every page that showed them, at two visits. Nothing was deleted."},
    [PEOPLE_EMPLOYMENT_LEFT] = {"bad",  "Left",          "Somebody here said so."                                    },
};

/* An address as people read it. */
static const char *
shown(const char *url)
{
    const char *at = strstr(url, "://");
    at = at ? at + 3 : url;
    return text_starts(at, "www.") ? at + 4 : at;
}

bool
sighting_card_show(struct page *pg, const struct record *record)
{
    struct people_sighting *sightings;
    size_t n;
    int64_t employment, seen_ms;
    if (!people_store_employment(pg->ctx, record->record_id, &employment, &seen_ms) ||
        !people_store_sightings(pg->ctx, record->record_id, &sightings, &n))
        return false;
    if ((n == 0 && employment == 0) || employment < 0 || employment > PEOPLE_EMPLOYMENT_LEFT)
        return true;
    struct tree *node = tree_node(pg->view, "Sighting");
    tree_set_bool(node, "shown", true);
    tree_set(node, "kind", states[employment].kind);
    tree_set(node, "state", states[employment].state);
    tree_set(node, "about", states[employment].about);
    tree_set(node, "path", record_view_below(pg, record, "/employment"));
    tree_set_bool(node, "may_stay", employment != PEOPLE_EMPLOYMENT_THERE);
    tree_set_bool(node, "may_leave", employment != PEOPLE_EMPLOYMENT_LEFT);
    struct tree_list list = tree_list(node, "pages");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "url", sightings[i].url);
        tree_set(row, "shown", shown(sightings[i].url));
        tree_set(row, "title", sightings[i].title ? sightings[i].title : "");
        tree_set_bool(row, "missed", sightings[i].missed > 0);
        view_time(pg, row, "seen", sightings[i].seen_ms);
    }
    return true;
}

bool
contact_employment_act(struct page *pg)
{
    const struct act *act = pg->params;
    bool left = !strcmp(act->is, "left");
    if (!people_store_say(pg->ctx, act->id,
                          left ? PEOPLE_EMPLOYMENT_LEFT : PEOPLE_EMPLOYMENT_THERE))
        return false;
    reply_flash(pg, "ok",
                left ? "Noted: they have left. No page changes that."
                     : "Noted: they work there. Pages are looked at anew from here.",
                NULL, NULL);
    return reply_redirect_to(pg, record_view_path(pg, RECORD_CONTACT, act->id));
}
