/* THE registry of stages, in the order in which a record passes through them. See stage.h. */
#include "domain/pipeline/stage.h"

#include "domain/pipeline/stage_crawl.h"
#include "domain/pipeline/stage_email_find.h"
#include "domain/pipeline/stage_email_verify.h"
#include "domain/pipeline/stage_facts.h"
#include "domain/pipeline/stage_people.h"
#include "domain/pipeline/stage_score.h"
#include "domain/pipeline/stage_triage.h"
#include "domain/pipeline/stage_write.h"

/* clang-format off */
const struct stage *const stages[] = {
    &stage_crawl,
    &stage_facts,
    &stage_score,
    &stage_triage,
    &stage_people,
    &stage_email_find,
    &stage_email_verify,
    &stage_write,
    NULL,
};
/* clang-format on */
