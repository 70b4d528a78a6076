/* What programs send: one JSON object, checked against the same kind of specification as forms are
 * (params.h), so that types, limits and unknown members are refused in one place and the document can
 * describe them. Called by the handlers of /api/v1; knows nothing of what the members mean. */
#ifndef LEADGEN_WEB_API_BODY_H
#define LEADGEN_WEB_API_BODY_H

#include "base/json.h"
#include "web/params.h"
#include "web/web.h"

/* struct param_texts: 1 to `most` ids, sent as whole numbers; api_body_ids makes numbers of them. */
#define API_IDS(type, member, most)                                                                \
    PARAM_ITEM(type, member, PARAM_TYPE_TEXTS, struct param_texts : 0, 1, most, REQUIRED, NULL)
/* struct span, not filled: an array of at most `most` objects that the handler reads itself; `schema`
 * (a list of one name) is what the document calls such an object. */
#define API_OBJECTS(type, member, most, presence, schema)                                          \
    PARAM_ITEM(type, member, PARAM_TYPE_BODY, struct span : 0, 0, most, presence, schema)

/* The object that was sent; an empty body is an empty one. INPUT: it is none. */
MUST_CHECK bool api_body_object(struct page *pg, struct span body, struct jsn **object);

/* Makes the struct of `params` out of the object's members; null is as good as not sent. INPUT names the
 * member, with `prefix` ("steps.2.") before it: unknown, of the wrong type, or what params_bind refuses. */
MUST_CHECK bool api_body_take(struct page *pg, const char *prefix, const struct jsn *object,
                              const struct params *params, void *out);

/* The same for the members that were sent; the others stay as they are in `onto`. null empties. */
MUST_CHECK bool api_body_patch(struct page *pg, const char *prefix, const struct jsn *object,
                               const struct params *params, void *onto);

/* api_body_object and api_body_take in one. */
MUST_CHECK bool api_body_read(struct page *pg, struct span body, const struct params *params,
                              void *out);

/* For what takes no members. INPUT: there is one. */
MUST_CHECK bool api_body_nothing(struct page *pg, struct span body);

/* Whether the object has the member, null or not. */
bool api_body_has(const struct jsn *object, const char *name);

/* The numbers of an API_IDS. */
int64_t *api_body_ids(struct arena *arena, const struct param_texts *texts);

/* Gives `ok` back; after an error on the field `from`, or "….from", it is one on `to`. */
bool api_body_named(struct page *pg, bool ok, const char *from, const char *to);

#endif
