/* The first half of SMTP: asks mail servers whether they would take recipients, and leaves before any
 * mail is sent. Many conversations side by side. Called by domain/email (email_probe.c), from batch
 * only: web's ctx refuses it. Sends no mail, encrypts only where a server demands it (RFC 3207), and
 * calls public addresses only unless the options say otherwise (tests). */
#ifndef LEADGEN_BASE_SMTP_H
#define LEADGEN_BASE_SMTP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { SMTP_TEXT_SIZE = 240, SMTP_RECIPIENTS_MAX = 16 };

/* One reply of a server. */
struct smtp_reply {
    int code;                  /* 250; 0: none came */
    char text[SMTP_TEXT_SIZE]; /* of all its lines, cut off; printable */
};

/* How a conversation ended. */
enum smtp_end {
    SMTP_OPEN,
    SMTP_THROUGH,     /* every recipient was asked, or the first was taken and `first_decides` */
    SMTP_TURNED_AWAY, /* the server refused before the recipients; `last` says why */
    SMTP_CLOSED,      /* the server hung up */
    SMTP_TIMEOUT,
    SMTP_UNREACHABLE,
    SMTP_NONSENSE, /* what came is not SMTP */
    SMTP_FORBIDDEN /* the address is not public: nobody was called */
};

/* One conversation. */
struct smtp_call {
    const char *address; /* IP, as text */
    const char *host;    /* the server's name, told to it when it encrypts; NULL: none */
    const char *helo;    /* our name */
    const char *const *recipients;
    size_t n_recipients; /* at most SMTP_RECIPIENTS_MAX */
    bool first_decides;  /* when the first recipient is taken, ask for no more */

    enum smtp_end end;
    struct smtp_reply replies[SMTP_RECIPIENTS_MAX]; /* by recipient */
    struct smtp_reply last;                         /* the last one that was none of these */
};

struct smtp_options {
    int port;           /* 0: 25 */
    int reply_ms;       /* patience for one reply; 0: 10000 */
    int call_ms;        /* for a whole conversation; 0: 45000 */
    bool allow_private; /* tests: servers on this machine */
};

/* Holds all conversations, side by side. False only on BUG; each call says how it ended. */
MUST_CHECK bool smtp_ask(struct ctx *ctx, const struct smtp_options *options,
                         struct smtp_call *calls, size_t n);

enum smtp_read { SMTP_READ_MORE, SMTP_READ_ONE, SMTP_READ_NONSENSE };

/* Takes one reply, of one or more lines, from the beginning of what has come; *used gets its length.
 * Pure. */
enum smtp_read smtp_reply_read(const char *bytes, size_t length, struct smtp_reply *out,
                               size_t *used);

#endif
