/* E-mail addresses: what of a cell is an address, and what kind of address it is.
 * Called by import, by the forms, by matching and by the suppression gate. Pure: asks no server.
 *
 * The policy is what real mail systems accept, not all that RFC 5322 allows. An address is
 * - a local part of atoms with single dots between them, at most 64 bytes: no quoted local part,
 *   comment, folded or other white space, control character; neither display name nor brackets;
 * - "@", and a public domain name: at least one dot, labels of at most 63 bytes of letters, digits
 *   and inner hyphens, an ending of at least two characters that is no number; no IP literal, no
 *   dot at the end, no label with hyphens third and fourth except "xn--" (no registry gives them
 *   out), no ending that never leaves a network (.local, .onion, .arpa, .invalid ...). The names
 *   kept for tests (.test, .example) count as public: demos and rehearsals live there;
 * - at most 254 bytes in all. The domain is made ASCII (IDNA by UTS #46).
 * A local part beyond ASCII (SMTPUTF8: letters, digits and marks of any script) is valid mail though
 * few servers take it: it is read, brought to NFC, and flagged. The key is the whole address in
 * lower case: no mail provider of weight tells capitals apart. Whether a domain exists is for the
 * DNS to say (domain/email). A cell (email_address_read) may wrap an address in more; a value that
 * must be one (email_address_exact) may not. */
#ifndef LEADGEN_DOMAIN_EMAIL_ADDRESS_H
#define LEADGEN_DOMAIN_EMAIL_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum email_verdict {
    EMAIL_OK,
    EMAIL_NONE,       /* empty, or a word for nothing */
    EMAIL_NO_AT,      /* no "@" in it */
    EMAIL_BAD_LOCAL,  /* the part before "@" is none that mail systems accept */
    EMAIL_BAD_DOMAIN, /* the part behind "@" is no domain */
    EMAIL_TOO_LONG
};

struct email_address {
    const char *address;      /* lower case, domain in ASCII: store it, match by it */
    const char *local;        /* before "@" */
    const char *domain;       /* behind "@" */
    const char *display_name; /* from `Jane Doe <jane@x.com>`; "" when none */
    const char *suggestion;   /* a whole address when the domain looks mistyped; "" when not */
    bool role;                /* info@, sales@: a desk, not a person */
    bool free_mail;           /* gmail.com, seznam.cz: says nothing about a company */
    bool disposable;          /* thrown away after minutes */
    bool utf8_local;          /* needs SMTPUTF8 */
};

/* Reads the first address of a cell: "Name <a@b>", "mailto:", trailing punctuation and several in
 * one cell are understood. When none is valid the verdict is of the first that looks like one. */
enum email_verdict email_address_read(struct arena *arena, const char *text,
                                      struct email_address *out);

/* Reads a text that has to be one address and nothing else, by the policy to the letter. When it is
 * none, out->suggestion may still say what was meant. */
enum email_verdict email_address_exact(struct arena *arena, const char *text,
                                       struct email_address *out);

/* All valid addresses of a cell, in order, without repeats; at most `max`. Returns how many. */
size_t email_address_list(struct arena *arena, const char *text, struct email_address *out,
                          size_t max);

/* Why a value is no address, as a sentence for people; "" for EMAIL_OK. */
const char *email_address_reason(enum email_verdict verdict);

#endif
