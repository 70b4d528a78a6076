/* The route table: every page of the product, one row each. */
#ifndef LEADGEN_WEB_ROUTES_H
#define LEADGEN_WEB_ROUTES_H

#include "web/web.h"

extern const struct route routes[];
extern const size_t n_routes;

#endif
