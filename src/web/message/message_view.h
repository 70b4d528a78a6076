/* What the pages of messages share: a message with its sources, its hints, its person, its texts and
 * variants as values of the template. Called by the handlers of web/message. */
#ifndef LEADGEN_WEB_MESSAGE_VIEW_H
#define LEADGEN_WEB_MESSAGE_VIEW_H

#include "domain/message/message.h"
#include "web/web.h"

/* Message.*, Paras, Evidence: the message as it reads, its state and its sources. */
MUST_CHECK bool message_view_text(struct page *pg, const struct message *message);

/* Checks: hints about the text. */
MUST_CHECK bool message_view_checks(struct page *pg, const struct message *message);

/* Card.*: person and company. */
MUST_CHECK bool message_view_card(struct page *pg, const struct message *message);

/* Versions: at most `most` texts, newest first, each with what it changed; Diff: of the newest. */
MUST_CHECK bool message_view_versions(struct page *pg, const struct message *message, size_t most);

/* Variants: the other ones, with their texts and their places in the queue at that path. */
MUST_CHECK bool message_view_variants(struct page *pg, const struct message *message,
                                      const char *queue);

/* Again.*, Form.language, .formality, .tone: how a draft can be written again and what it costs at most;
 * nothing where it cannot. */
MUST_CHECK bool message_view_rewrite(struct page *pg, const struct message *message);

/* Whether that job still writes the message again. */
MUST_CHECK bool message_view_rewriting(struct page *pg, int64_t message_id, int64_t job_id,
                                       bool *active);

/* Form.code.options and Form.reasons: why a text is not right. */
void message_view_reasons(struct page *pg);

/* "Variant A: their pain" */
const char *message_view_variant(struct page *pg, int64_t variant, const char *angle);
/* Class of a state: "status-ok", ... */
const char *message_view_look(const char *state);

/* Path of a message: "/kestrel/messages/812". */
const char *message_view_path(struct page *pg, int64_t message_id);

#endif
