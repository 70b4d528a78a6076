/* Requests to the three services and their answers over real HTTP, with and without schemas. With
 * MODEL_SPEC=PORT,PORT,PORT they pass through proxies that hold both sides against the services' own
 * specifications (tests/browser/models.spec.mjs). */
#include "support/test.h"
#include "domain/provider/model_letters.h"
#include "domain/provider/model_sim.h"

#include "base/conf.h"
#include "base/json.h"
#include "domain/provider/model_answer.h"

struct scene {
    struct arena *arena;
    struct conf conf;
    struct ctx ctx;
    struct http *http;
    struct model_sim sim;
    char file[64];
};

static const struct {
    const char *kind, *base_url;
} services[] = {
    {MODEL_ANTHROPIC,  "http://one.example"   },
    {MODEL_OPENAI,     "http://two.example/v1"},
    {MODEL_PERPLEXITY, "http://three.example" },
};

static bool
open_scene(struct scene *scene)
{
    long ports[3];
    const char *given = getenv("MODEL_SPEC");
    *scene = (struct scene){.arena = arena_new()};
    if (!given) {
        scene->sim = model_sim_start("0");
        ports[0] = ports[1] = ports[2] = scene->sim.port;
    } else {
        char *rest = NULL;
        for (size_t i = 0; i < 3; i++, given = *rest ? rest + 1 : rest)
            ports[i] = strtol(given, &rest, 10);
    }
    if (!ports[0]) {
        arena_free(scene->arena);
        return false;
    }
    snprintf(scene->file, sizeof scene->file, "/tmp/leadgen-test-model-XXXXXX");
    FILE *file = fdopen(mkstemp(scene->file), "w");
    fprintf(file, "one.example:80:127.0.0.1:%ld\ntwo.example:80:127.0.0.1:%ld\n", ports[0],
            ports[1]);
    fprintf(file, "three.example:80:127.0.0.1:%ld\n", ports[2]);
    fclose(file);
    scene->conf = (struct conf){.resolve = scene->file, .agent_url = "https://leads.example/"};
    scene->ctx = (struct ctx){.arena = scene->arena, .conf = &scene->conf};
    assert_true(http_open(&scene->ctx, scene->arena,
                          &(struct http_limits){.running = 1, .turns = 1}, &scene->http));
    return true;
}

static void
close_scene(struct scene *scene)
{
    model_sim_stop(&scene->sim);
    unlink(scene->file);
    arena_free(scene->arena);
}

static struct http_answer *
ask(struct scene *scene, size_t s, const struct model_settings *settings, const char *key,
    const struct model_prompt *prompt)
{
    struct model_request request;
    struct http_answer *answer;
    model_vendor_named(services[s].kind)
        ->request(scene->arena, services[s].base_url, settings, key, prompt->system, prompt->user,
                  &request);
    const struct http_request asked = {.url = request.url,
                                       .method = "POST",
                                       .headers = request.headers,
                                       .body = request.body,
                                       .body_length = strlen(request.body),
                                       .max_body = MODEL_ANSWER_MAX,
                                       .seconds = 20};
    if (!http_fetch(&scene->ctx, scene->http, scene->arena, &asked, &answer) ||
        answer->end != HTTP_ANSWERED)
        fail_msg("%s: %s", services[s].kind, scene->ctx.err.message);
    return answer;
}

static void
letters_pass_both_ways(void **state)
{
    (void)state;
    struct scene scene;
    if (!open_scene(&scene))
        return;
    struct letter_request request = model_letters_request();
    struct model_prompt prompt;
    model_prompt(scene.arena, &request, NULL, 0, &prompt);
    for (size_t s = 0; s < 3; s++)
        for (int way = 0; way < (s == 2 ? 3 : 2); way++) {
            const struct model_settings settings = {
                .model = "sim-good", .max_tokens = 2000, .schema = way != 1, .search = way == 2};
            struct http_answer *answer = ask(&scene, s, &settings, MODEL_SIM_KEY, &prompt);
            struct model_raw raw;
            struct letter letter;
            struct model_fault fault;
            if (answer->status != 200)
                fail_msg("%s: %d %s", services[s].kind, answer->status, answer->body);
            if (!model_vendor_named(services[s].kind)
                     ->answer(&scene.ctx, answer->body, answer->length, &raw))
                fail_msg("%s: %s", services[s].kind, scene.ctx.err.message);
            assert_true(raw.usage.input + raw.usage.cached + raw.usage.written > 100);
            assert_true(raw.usage.output > 10);
            assert_int_equal(raw.n_citations, way == 2);
            assert_int_equal(raw.usage.cost_micros >= 0, s == 2);
            if (!model_answer(scene.arena, raw.text, &request, &prompt, raw.citations,
                              raw.n_citations, &letter, &fault))
                fail_msg("%s: %s", services[s].kind, fault.message);
            assert_true(letter.n_claims > 0);
        }
    close_scene(&scene);
}

/* What is reserved for a letter counts on this: no service is asked without an end to its answer. */
static void
every_request_bounds_its_answer(void **state)
{
    (void)state;
    static const char *const bounds[][2] = {
        {"max_tokens",        "max_tokens"           },
        {"max_tokens",        "max_completion_tokens"},
        {"max_output_tokens", "max_output_tokens"    },
    };
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    for (size_t s = 0; s < 3; s++)
        for (int schema = 0; schema < 2; schema++) {
            const struct model_settings settings = {
                .model = "m", .max_tokens = 1234, .schema = schema};
            struct model_request request;
            struct jsn *root;
            model_vendor_named(services[s].kind)
                ->request(arena, services[s].base_url, &settings, "k", "Write.", "To Ann.",
                          &request);
            assert_true(jsn_read(&ctx, arena, request.body, strlen(request.body), &root));
            assert_int_equal(jsn_as_int(jsn_get(root, bounds[s][schema]), 0), 1234);
        }
    arena_free(arena);
}

static void
refusals_say_why(void **state)
{
    (void)state;
    static const struct {
        const char *model, *key, *says;
        int status;
    } cases[] = {
        {"sim-good", "another",     "invalid key",   401},
        {"sim-400",  MODEL_SIM_KEY, "no such model", 400},
        {"sim-429",  MODEL_SIM_KEY, "slow down",     429},
    };
    struct scene scene;
    if (!open_scene(&scene))
        return;
    struct letter_request request = model_letters_request();
    struct model_prompt prompt;
    model_prompt(scene.arena, &request, NULL, 0, &prompt);
    for (size_t s = 0; s < 3; s++)
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            const struct model_settings settings = {
                .model = cases[i].model, .max_tokens = 2000, .schema = true};
            struct http_answer *answer = ask(&scene, s, &settings, cases[i].key, &prompt);
            if (answer->status != cases[i].status)
                fail_msg("%s: %d %s", services[s].kind, answer->status, answer->body);
            assert_string_equal(model_vendor_said(scene.arena, answer->body, answer->length),
                                cases[i].says);
        }
    close_scene(&scene);
}

/* The answer on the service's own page of documentation, every member with a value. */
static void
the_documented_answer_is_read(void **state)
{
    (void)state;
    const char *data = getenv("LEADGEN_TEST_DATA");
    char bytes[8192];
    struct model_raw raw;
    if (!data) {
        printf("# LEADGEN_TEST_DATA is not set\n");
        return;
    }
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    FILE *file =
        fopen(arena_printf(arena, "%s/api-specs/perplexity/agent-post.sample.json", data), "r");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(model_perplexity.answer(&ctx, bytes, length, &raw));
    assert_string_equal(raw.text, "<string>");
    assert_int_equal(raw.usage.input + raw.usage.cached, 123);
    assert_int_equal(raw.usage.output, 123);
    assert_int_equal(raw.usage.cost_micros, 123000000);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_pass_both_ways),
        cmocka_unit_test(every_request_bounds_its_answer),
        cmocka_unit_test(refusals_say_why),
        cmocka_unit_test(the_documented_answer_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
