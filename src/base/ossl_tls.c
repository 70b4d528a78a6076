/* TLS over OpenSSL. See ossl_tls.h. */
#include "base/ossl_tls.h"

#include <errno.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct ossl_tls {
    SSL_CTX *ctx;
    SSL *ssl;
    BIO_METHOD *way;
    int fd;
};

/* --- the socket ---------------------------------------------------------------------------- */

/* OpenSSL's own writes raise SIGPIPE when the other side has gone. */
static int
put(BIO *bio, const char *bytes, int length)
{
    const struct ossl_tls *tls = BIO_get_data(bio);
    ssize_t n = send(tls->fd, bytes, (size_t)length, MSG_NOSIGNAL);
    BIO_clear_retry_flags(bio);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        BIO_set_retry_write(bio);
    return (int)n;
}

static int
get(BIO *bio, char *bytes, int size)
{
    const struct ossl_tls *tls = BIO_get_data(bio);
    ssize_t n = recv(tls->fd, bytes, (size_t)size, 0);
    BIO_clear_retry_flags(bio);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        BIO_set_retry_read(bio);
    return (int)n;
}

static long
control(BIO *bio, int command, long number, void *arg)
{
    (void)bio;
    (void)number;
    (void)arg;
    return command == BIO_CTRL_FLUSH;
}

static bool
set_socket(struct ossl_tls *tls)
{
    tls->way = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "socket");
    if (!tls->way || BIO_meth_set_write(tls->way, put) != 1 ||
        BIO_meth_set_read(tls->way, get) != 1 || BIO_meth_set_ctrl(tls->way, control) != 1)
        return false;
    BIO *bio = BIO_new(tls->way);
    if (!bio)
        return false;
    BIO_set_data(bio, tls);
    BIO_set_init(bio, 1);
    SSL_set_bio(tls->ssl, bio, bio);
    return true;
}

/* The library's macro casts const away: it gets a copy. */
static bool
set_name(const struct ossl_tls *tls, const char *name)
{
    char host[TLSEXT_MAXLEN_host_name + 1];
    if (strlen(name) >= sizeof host)
        return false;
    memcpy(host, name, strlen(name) + 1);
    return SSL_set_tlsext_host_name(tls->ssl, host) == 1;
}

/* --- the conversation ---------------------------------------------------------------------- */

void
ossl_tls_free(struct ossl_tls *tls)
{
    if (!tls)
        return;
    SSL_free(tls->ssl);
    SSL_CTX_free(tls->ctx);
    BIO_meth_free(tls->way);
    free(tls);
}

struct ossl_tls *
ossl_tls_new(int fd, const char *name)
{
    struct ossl_tls *tls = calloc(1, sizeof *tls);
    if (!tls)
        abort(); /* out of memory */
    tls->fd = fd;
    tls->ctx = SSL_CTX_new(TLS_client_method());
    if (tls->ctx) {
        SSL_CTX_set_verify(tls->ctx, SSL_VERIFY_NONE, NULL);
        SSL_CTX_set_mode(tls->ctx, SSL_MODE_ENABLE_PARTIAL_WRITE);
        tls->ssl = SSL_new(tls->ctx);
    }
    if (!tls->ssl || !set_socket(tls) || (name && !set_name(tls, name))) {
        ossl_tls_free(tls);
        return NULL;
    }
    SSL_set_connect_state(tls->ssl);
    return tls;
}

static enum ossl_tls_result
result_of(const struct ossl_tls *tls, int returned)
{
    int error = SSL_get_error(tls->ssl, returned);
    ERR_clear_error();
    switch (error) {
    case SSL_ERROR_NONE:
        return OSSL_TLS_DONE;
    case SSL_ERROR_WANT_READ:
        return OSSL_TLS_READS;
    case SSL_ERROR_WANT_WRITE:
        return OSSL_TLS_WRITES;
    default:
        return OSSL_TLS_CLOSED;
    }
}

enum ossl_tls_result
ossl_tls_shake(struct ossl_tls *tls)
{
    ERR_clear_error();
    return result_of(tls, SSL_do_handshake(tls->ssl));
}

enum ossl_tls_result
ossl_tls_read(struct ossl_tls *tls, char *bytes, size_t size, size_t *n)
{
    *n = 0;
    ERR_clear_error();
    return result_of(tls, SSL_read_ex(tls->ssl, bytes, size, n));
}

enum ossl_tls_result
ossl_tls_write(struct ossl_tls *tls, const char *bytes, size_t length, size_t *n)
{
    *n = 0;
    ERR_clear_error();
    return result_of(tls, SSL_write_ex(tls->ssl, bytes, length, n));
}
