/* GET /{tenant}/companies/{id}/website: what a company's web site says of it, with the page and the
 * words, what it is built with, and the pages that were read. */
#include <string.h>

#include "base/text.h"
#include "domain/crawl/page_store.h"
#include "domain/record/record_fact.h"
#include "domain/site/company_technology.h"
#include "web/record/record_page.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/site/pages.h"
#include "web/view.h"

enum { SECOND = 1000 };

struct asked {
    struct record_where where;
};
static const struct param items[] = {RECORD_WHERE(struct asked)};
const struct params company_site_params = PARAMS(struct asked, items);

static void
show_end(struct tree *row, const char *badge, const char *words)
{
    tree_set(row, "badge", badge);
    tree_set(row, "end", words);
}

/* What became of a fact, by what the record holds now. */
static void
show_fact(struct page *pg, struct tree *row, const struct record *record,
          const struct record_fact *fact)
{
    size_t n;
    size_t place = (size_t)(fact->field - record_fields(record->entity, &n));
    const char *now = record->values[place];
    tree_set(row, "label", fact->field->label);
    tree_set(row, "value", record_view_value(record, fact->field, fact->value));
    tree_set_i64(row, "confidence", fact->confidence);
    tree_set(row, "url", fact->url ? fact->url : "");
    tree_set(row, "snippet", fact->snippet ? fact->snippet : "");
    view_time(pg, row, "seen", fact->seen_ms);
    switch (fact->kind) {
    case RECORD_FACT_HINT:
        show_end(row, "", "A hint only");
        break;
    case RECORD_FACT_UNSURE:
        show_end(row, " badge-warn", "Pages contradict each other");
        break;
    case RECORD_FACT_TAKEN:
        show_end(row, " badge-warn", "Another company has it");
        break;
    case RECORD_FACT_VALUE:
        if (!now)
            show_end(row, "", "Left blank");
        else if (!strcmp(now, fact->value))
            show_end(row, " badge-ok", "In the record");
        else
            show_end(row, " badge-warn", "The record keeps another value");
        if (now && strcmp(now, fact->value) != 0)
            tree_set(row, "yours", record_view_value(record, fact->field, now));
        break;
    }
}

static bool
show_facts(struct page *pg, const struct record *record)
{
    struct record_fact *facts;
    size_t n;
    if (!record_fact_list(pg->ctx, RECORD_COMPANY, record->record_id, &facts, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Facts");
    for (size_t i = 0; i < n; i++)
        show_fact(pg, tree_row(&list), record, &facts[i]);
    return true;
}

static bool
show_technologies(struct page *pg, int64_t company_id)
{
    struct company_technology *built;
    size_t n;
    if (!company_technology_list(pg->ctx, company_id, &built, &n))
        return false;
    struct tree_list groups = tree_list(pg->view, "Built"), of = {0};
    tree_set(pg->view, "Site.technologies", view_number(pg, (int64_t)n));
    for (size_t i = 0; i < n; i++) {
        if (!i || built[i].group != built[i - 1].group) {
            struct tree *group = tree_row(&groups);
            tree_set(group, "label", technology_group_label(built[i].group));
            of = tree_list(group, "of");
        }
        struct tree *row = tree_row(&of);
        tree_set(row, "name", built[i].name);
        tree_set(row, "version", built[i].version);
        tree_set(row, "url", built[i].url);
        tree_set(row, "evidence", built[i].evidence);
        view_time(pg, row, "seen", built[i].seen_ms);
    }
    return true;
}

static bool
show_pages(struct page *pg, int64_t company_id)
{
    struct page_stored *pages;
    size_t n;
    if (!page_store_read(pg->ctx, &company_id, 1, PAGE_WANTS_HEAD | PAGE_WANTS_GONE, &pages, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Read");
    tree_set(pg->view, "Site.pages", view_number(pg, (int64_t)n));
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "url", pages[i].url);
        tree_set(row, "title", pages[i].title ? pages[i].title : pages[i].url);
        tree_set(row, "kind",
                 text_title(pg->ctx->arena, page_kind_name((enum page_kind)pages[i].kind)));
        tree_set(row, "language", pages[i].language ? pages[i].language : "");
        tree_set_i64(row, "status", pages[i].http_status);
        tree_set_bool(row, "gone", pages[i].gone);
        view_time(pg, row, "read", pages[i].checked_at * SECOND);
        view_time(pg, row, "changed", pages[i].changed_at * SECOND);
    }
    return true;
}

static bool
show_site(struct page *pg, int64_t company_id)
{
    static const struct {
        const char *state, *badge, *label;
    } states[] = {
        {"done",    " badge-ok",   "Read"        },
        {"partial", " badge-warn", "Read in part"},
        {"failed",  " badge-bad",  "Not reached" },
        {"moved",   " badge-warn", "Moved"       },
        {"parked",  " badge-warn", "Parked"      },
    };
    struct site_stored *sites;
    size_t n;
    if (!page_store_sites(pg->ctx, &company_id, 1, &sites, &n))
        return false;
    if (!n)
        return true;
    struct tree *site = tree_node(pg->view, "Site");
    tree_set(site, "host", sites->host);
    tree_set(site, "message", sites->message ? sites->message : "");
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i].state, sites->state)) {
            tree_set(site, "badge", states[i].badge);
            tree_set(site, "state", states[i].label);
        }
    view_time(pg, site, "crawled", sites->crawled_at * SECOND);
    view_time(pg, site, "next", sites->next_crawl_at * SECOND);
    return true;
}

bool
company_site_page(struct page *pg)
{
    const struct asked *ask = pg->params;
    struct record record;
    bool answered;
    if (!record_page_open(pg, RECORD_COMPANY, ask->where.id, &record, &answered))
        return false;
    return answered || (show_site(pg, record.record_id) && show_facts(pg, &record) &&
                        show_technologies(pg, record.record_id) &&
                        show_pages(pg, record.record_id) && reply_template(pg));
}
