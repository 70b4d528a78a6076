/* What template.c and template_tree.c share: nobody else includes this. */
#ifndef LEADGEN_BASE_TEMPLATE_PRIVATE_H
#define LEADGEN_BASE_TEMPLATE_PRIVATE_H

#include "base/template.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wstrict-prototypes"
#include <ClearSilver.h>
#pragma GCC diagnostic pop

/* A tree as the library reads it. */
static inline HDF *
tree_hdf(struct tree *tree)
{
    return (HDF *)(void *)tree;
}

/* A tree whose values are escaped as `mode` says: "html" or "none". */
struct tree *tree_with_mode(struct arena *arena, const char *mode);

#endif
