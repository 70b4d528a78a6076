/* THE registry of stages, in the order in which a record passes through them. See stage.h. */
#include "domain/pipeline/stage.h"

const struct stage *const stages[] = {
    NULL,
};
