/* What the handlers of campaigns share: the path with a campaign and a body, its steps as JSON, small
 * answers. Called by the api_*_page.c of campaigns and messages. */
#ifndef LEADGEN_WEB_API_CAMPAIGN_H
#define LEADGEN_WEB_API_CAMPAIGN_H

#include "domain/pipeline/pipeline_run.h"
#include "domain/sequence/campaign_step.h"
#include "web/api/api_body.h"
#include "web/api/api_json.h"

enum { API_OK = 200, API_CREATED = 201 };

/* Of api_one_params, api_one_body_params and api_body_params. */
struct api_one {
    int64_t id;
    struct span body;
};

/* NOT_FOUND: there is no such campaign here. */
MUST_CHECK bool api_campaign_there(struct page *pg, int64_t id);

/* A step; own: of a campaign, so that it has an id and messages. Its examples are read anew: INPUT. */
MUST_CHECK bool api_step_json(struct page *pg, const struct campaign_step *step, bool own,
                              struct jsn **out);

/* All steps of a campaign, as an array. */
MUST_CHECK bool api_step_all(struct page *pg, int64_t campaign_id, struct jsn **out);

/* A message with its texts and claims, and answering with it. NOT_FOUND. */
MUST_CHECK bool api_message_json(struct page *pg, int64_t id, struct jsn **out);
MUST_CHECK bool api_message_show(struct page *pg, int64_t id);

/* A run and how it is getting on. */
struct jsn *api_run_json(struct arena *arena, const struct pipeline_run *run);

/* NOT_FOUND: the campaign has no such conflict. */
MUST_CHECK bool api_conflict_there(struct page *pg, int64_t campaign_id, int64_t conflict_id);

#endif
