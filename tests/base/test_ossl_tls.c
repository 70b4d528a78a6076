/* TLS over a socket: the handshake in steps, words both ways, the end, and what is no TLS. */
#include "support/test.h"

#include "base/ossl_tls.h"
#include "support/mail_server.h"

static void
open_pair(int fds[2])
{
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
}

static void
speaks(void **state)
{
    (void)state;
    int fds[2];
    char in[32] = "";
    size_t n;
    open_pair(fds);
    SSL_CTX *ctx = mail_server_tls();
    SSL *server = SSL_new(ctx);
    assert_int_equal(SSL_set_fd(server, fds[1]), 1);
    struct ossl_tls *client = ossl_tls_new(fds[0], "mx.example");
    assert_non_null(client);
    enum ossl_tls_result result = OSSL_TLS_READS;
    for (int step = 0; step < 20 && result != OSSL_TLS_DONE; step++) {
        result = ossl_tls_shake(client);
        assert_int_not_equal(result, OSSL_TLS_CLOSED);
        (void)SSL_accept(server);
    }
    assert_int_equal(result, OSSL_TLS_DONE);
    assert_string_equal(SSL_get_servername(server, TLSEXT_NAMETYPE_host_name), "mx.example");
    assert_int_equal(ossl_tls_read(client, in, sizeof in, &n), OSSL_TLS_READS);
    assert_int_equal(ossl_tls_write(client, "EHLO", 4, &n), OSSL_TLS_DONE);
    assert_int_equal(n, 4);
    assert_int_equal(SSL_read(server, in, sizeof in), 4);
    assert_int_equal(SSL_write(server, "250 OK", 6), 6);
    assert_int_equal(ossl_tls_read(client, in, sizeof in, &n), OSSL_TLS_DONE);
    assert_int_equal(n, 6);
    assert_memory_equal(in, "250 OK", 6);
    SSL_free(server);
    SSL_CTX_free(ctx);
    close(fds[1]);
    assert_int_equal(ossl_tls_read(client, in, sizeof in, &n), OSSL_TLS_CLOSED);
    assert_int_equal(ossl_tls_write(client, "QUIT", 4, &n), OSSL_TLS_CLOSED); /* and no signal */
    ossl_tls_free(client);
    close(fds[0]);
}

static void
refuses_what_is_none(void **state)
{
    (void)state;
    int fds[2];
    open_pair(fds);
    struct ossl_tls *client = ossl_tls_new(fds[0], NULL);
    assert_int_equal(ossl_tls_shake(client), OSSL_TLS_READS);
    assert_int_equal(send(fds[1], "250 in the clear\r\n", 18, 0), 18);
    assert_int_equal(ossl_tls_shake(client), OSSL_TLS_CLOSED);
    ossl_tls_free(client);
    ossl_tls_free(NULL);
    close(fds[0]);
    close(fds[1]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(speaks),
        cmocka_unit_test(refuses_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
