/* TLS over a connected socket that never blocks, as mail servers speak it to each other: encrypted, with
 * whatever certificate the other side shows. Called by smtp.c. Proves nobody's name; not for secrets. */
#ifndef LEADGEN_BASE_OSSL_TLS_H
#define LEADGEN_BASE_OSSL_TLS_H

#include <stddef.h>

struct ossl_tls;

enum ossl_tls_result {
    OSSL_TLS_DONE,
    OSSL_TLS_READS,  /* again, when the socket can be read */
    OSSL_TLS_WRITES, /* again, when it can be written to */
    OSSL_TLS_CLOSED  /* the other side has ended it, or speaks no TLS */
};

/* A client on the socket, which stays the caller's; `name` is told to the server, NULL: none. NULL when
 * there is none to be had. Ends with ossl_tls_free. */
struct ossl_tls *ossl_tls_new(int fd, const char *name);
void ossl_tls_free(struct ossl_tls *tls); /* NULL is allowed */

/* The handshake, until it is done. */
enum ossl_tls_result ossl_tls_shake(struct ossl_tls *tls);

/* One piece; *n gets the bytes taken. A read is to be repeated until it wants the socket: what came may
 * lie decrypted already. */
enum ossl_tls_result ossl_tls_read(struct ossl_tls *tls, char *bytes, size_t size, size_t *n);
enum ossl_tls_result ossl_tls_write(struct ossl_tls *tls, const char *bytes, size_t length,
                                    size_t *n);

#endif
