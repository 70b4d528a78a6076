/* FastCGI: the loop that takes requests from nginx. Called by main. */
#ifndef LEADGEN_WEB_FCGI_H
#define LEADGEN_WEB_FCGI_H

#include "web/web.h"

/* Serves on descriptor 0 until SIGTERM; a running request is finished. False: not started by
 * spawn-fcgi, or the library fails. */
bool fcgi_serve(struct web *web);

#endif
