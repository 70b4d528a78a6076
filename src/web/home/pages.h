/* The start page of a workspace. */
#ifndef LEADGEN_WEB_HOME_PAGES_H
#define LEADGEN_WEB_HOME_PAGES_H

#include "web/web.h"

page_fn home_page;

#endif
