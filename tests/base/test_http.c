/* Fetching: what a sound server gives, and how every kind of misbehaviour ends. The server stands on
 * loopback, so only the names of the operator's file lead to it. */
#include "support/test.h"

#include <time.h>

#include "base/conf.h"
#include "base/http.h"
#include "support/hostile_web.h"

struct client {
    struct hostile_web web;
    struct arena *arena;
    struct ctx ctx;
    struct conf conf;
    struct http *http;
    char file[64];
};

static int
open_client(void **state)
{
    static struct client client;
    memset(&client, 0, sizeof client);
    client.web = hostile_web_start();
    client.arena = client.ctx.arena = arena_new();
    snprintf(client.file, sizeof client.file, "/tmp/leadgen-test-http-XXXXXX");
    int fd = mkstemp(client.file);
    FILE *file = fdopen(fd, "w");
    fprintf(file, "# ours\n\nweb.example:80:127.0.0.1:%d\nclosed.example:80:127.0.0.1:1\n",
            client.web.port);
    fclose(file);
    client.conf.resolve = client.file;
    client.conf.agent_url = "https://leads.example/";
    client.ctx.conf = &client.conf;
    const struct http_limits limits = {.running = 16, .turns = 2};
    if (!http_open(&client.ctx, client.arena, &limits, &client.http))
        fail_msg("%s", client.ctx.err.message);
    *state = &client;
    return 0;
}

static int
close_client(void **state)
{
    struct client *client = *state;
    arena_free(client->arena);
    hostile_web_stop(&client->web);
    unlink(client->file);
    return 0;
}

static struct http_answer *
fetch(struct client *client, const struct http_request *request)
{
    struct http_answer *answer;
    if (!http_fetch(&client->ctx, client->http, client->arena, request, &answer))
        fail_msg("%s", client->ctx.err.message);
    return answer;
}

static void
reads_an_answer(void **state)
{
    struct http_answer *answer =
        fetch(*state, &(struct http_request){.url = "http://WEB.example/#top"});
    assert_int_equal(answer->end, HTTP_ANSWERED);
    assert_int_equal(answer->status, 200);
    assert_string_equal(answer->url, "http://web.example/");
    assert_string_equal(answer->content_type, "text/html; charset=utf-8");
    assert_non_null(strstr(answer->body, "We build engines"));
    assert_int_equal(answer->length, strlen(answer->body));
    assert_true(answer->n_headers >= 2);
    assert_null(answer->message);
}

static void
says_who_asks(void **state)
{
    struct http_answer *answer =
        fetch(*state, &(struct http_request){.url = "http://web.example/agent"});
    assert_non_null(strstr(answer->body, "User-Agent: leadgen/"));
    assert_non_null(strstr(answer->body, "(+https://leads.example/)"));
}

static void
asks_again_only_for_what_changed(void **state)
{
    struct http_answer *first =
        fetch(*state, &(struct http_request){.url = "http://web.example/same"});
    assert_string_equal(first->etag, "\"v1\"");
    struct http_answer *second = fetch(
        *state, &(struct http_request){.url = "http://web.example/same", .etag = first->etag});
    assert_int_equal(second->status, 304);
    assert_int_equal(second->length, 0);
}

static void
ends_every_fault(void **state)
{
    static const char *const html[] = {"text/html", "application/xhtml", NULL};
    static const struct {
        const char *url;
        enum http_end end;
        int status;
    } cases[] = {
        {"http://web.example/huge",       HTTP_TOO_LARGE, 200},
        {"http://web.example/bomb",       HTTP_TOO_LARGE, 200},
        {"http://web.example/headers",    HTTP_TOO_LARGE, 200},
        {"http://web.example/never",      HTTP_TIMEOUT,   0  },
        {"http://web.example/drip",       HTTP_TIMEOUT,   200},
        {"http://web.example/drip-head",  HTTP_TIMEOUT,   200},
        {"http://web.example/pdf",        HTTP_TYPE,      200},
        {"http://web.example/garbage",    HTTP_BROKEN,    0  },
        {"http://web.example/hangup",     HTTP_BROKEN,    0  },
        {"http://web.example/bad-gzip",   HTTP_BROKEN,    200},
        {"http://web.example/short",      HTTP_ANSWERED,  200},
        {"http://web.example/long",       HTTP_ANSWERED,  200},
        {"http://web.example/nested",     HTTP_ANSWERED,  200},
        {"http://web.example/charset",    HTTP_ANSWERED,  200},
        {"http://closed.example/",        HTTP_CONNECT,   0  },
        {"http://web.example:81/",        HTTP_DNS,       0  },
        {"http://127.0.0.1/",             HTTP_BLOCKED,   0  },
        {"http://127.0.0.1:%d/",          HTTP_BLOCKED,   0  },
        {"http://2130706433:%d/",         HTTP_BLOCKED,   0  },
        {"http://0x7f.1:%d/",             HTTP_BLOCKED,   0  },
        {"http://localhost:%d/",          HTTP_BLOCKED,   0  },
        {"http://0:%d/",                  HTTP_BLOCKED,   0  },
        {"http://0.0.0.0:%d/",            HTTP_BLOCKED,   0  },
        {"http://[::1]:%d/",              HTTP_BLOCKED,   0  },
        {"http://[::ffff:127.0.0.1]:%d/", HTTP_BLOCKED,   0  },
        {"http://169.254.169.254/",       HTTP_BLOCKED,   0  },
        {"http://10.1.2.3/",              HTTP_BLOCKED,   0  },
        {"http://[64:ff9b::7f00:1]/",     HTTP_BLOCKED,   0  },
        {"file:///etc/passwd",            HTTP_ADDRESS,   0  },
        {"gopher://127.0.0.1/",           HTTP_ADDRESS,   0  },
        {"http://",                       HTTP_ADDRESS,   0  },
    };
    struct client *client = *state;
    time_t begin = time(NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char url[128];
        size_t at = strcspn(cases[i].url, "%");
        snprintf(url, sizeof url, "%.*s", (int)at, cases[i].url);
        if (cases[i].url[at])
            snprintf(url + at, sizeof url - at, "%d/secret", client->web.port);
        struct http_answer *answer =
            fetch(client, &(struct http_request){
                              .url = url, .types = html, .seconds = 3, .max_body = 1024 * 1024});
        if (answer->end != cases[i].end || answer->status != cases[i].status)
            fail_msg("%s: %s with %d", url, http_end_name(answer->end), answer->status);
        assert_int_equal(answer->message != NULL, answer->end != HTTP_ANSWERED);
    }
    assert_true(time(NULL) - begin < 30);
    assert_int_equal(*client->web.secrets, 0);
}

static void
follows_no_redirect(void **state)
{
    struct http_answer *answer =
        fetch(*state, &(struct http_request){.url = "http://web.example/redirect?../a%20b#c"});
    assert_int_equal(answer->status, 302);
    assert_string_equal(answer->location, "http://web.example/a%20b");
    answer = fetch(*state,
                   &(struct http_request){.url = "http://web.example/redirect?file:///etc/passwd"});
    assert_null(answer->location);
    answer = fetch(*state, &(struct http_request){.url = "http://web.example/busy"});
    assert_int_equal(answer->retry_seconds, 120);
}

/* Floods and good pages at the same time: all of them end, and memory stays small. */
static void
shares_memory(void **state)
{
    struct client *client = *state;
    int started = 0, good = 0, ended = 0;
    while (ended < 200) {
        while (started < 200 && http_room(client->http)) {
            static const char *const urls[] = {"http://web.example/huge", "http://web.example/ok",
                                               "http://web.example/bomb"};
            /* patience: with valgrind the server is slow to take so many at once */
            struct http_request request = {.url = urls[started++ % 3],
                                           .max_body = 4 * 1024 * 1024,
                                           .connect_seconds = 300,
                                           .seconds = 300};
            assert_true(http_start(&client->ctx, client->http, client->arena, &request));
        }
        struct http_answer *answer;
        assert_true(http_next(&client->ctx, client->http, 1000, &answer));
        if (!answer)
            continue;
        ended++;
        good += answer->end == HTTP_ANSWERED;
        if (answer->end != HTTP_ANSWERED && answer->end != HTTP_TOO_LARGE)
            fail_msg("%s: %s", answer->url, answer->message);
    }
    assert_int_equal(good, 67);
    test_memory_below(96);
}

static void
refuses_pages_and_bad_files(void **state)
{
    struct client *client = *state;
    struct http *other;
    client->ctx.no_outside = true;
    assert_false(http_open(&client->ctx, client->arena, NULL, &other));
    assert_int_equal(client->ctx.err.kind, ERR_BUG);
    err_clear(&client->ctx);
    assert_false(http_start(&client->ctx, client->http, client->arena,
                            &(struct http_request){.url = "http://web.example/"}));
    assert_int_equal(client->ctx.err.kind, ERR_BUG);
    err_clear(&client->ctx);
    client->ctx.no_outside = false;
    FILE *file = fopen(client->file, "w");
    fprintf(file, "web.example:80:[::1]:8080\nweb.example:eighty:127.0.0.1\n");
    fclose(file);
    assert_false(http_open(&client->ctx, client->arena, NULL, &other));
    assert_int_equal(client->ctx.err.kind, ERR_INPUT);
    assert_non_null(strstr(client->ctx.err.message, "line 2"));
    err_clear(&client->ctx);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_an_answer),
        cmocka_unit_test(says_who_asks),
        cmocka_unit_test(asks_again_only_for_what_changed),
        cmocka_unit_test(ends_every_fault),
        cmocka_unit_test(follows_no_redirect),
        cmocka_unit_test(shares_memory),
        cmocka_unit_test(refuses_pages_and_bad_files),
    };
    return cmocka_run_group_tests(tests, open_client, close_client);
}
