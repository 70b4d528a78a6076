/* The text of sql/seed/icp.json, line by line, made into C by the makefile. Read by icp_model.c. */
#ifndef LEADGEN_SCORING_ICP_DEFAULT_H
#define LEADGEN_SCORING_ICP_DEFAULT_H

#include <stddef.h>

extern const char *const icp_default[];
extern const size_t icp_default_n;

#endif
