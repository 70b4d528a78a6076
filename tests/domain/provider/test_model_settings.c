/* Settings of language models: what may be kept, what tokens cost. */
#include "support/test.h"

#include "domain/provider/model_settings.h"

static void
presets_are_sound(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    for (const struct model_preset *one = model_presets; one->name; one++) {
        struct model_settings read, again;
        assert_true(model_settings_is(one->kind));
        if (!model_settings_read(&ctx, one->kind, one->base_url, one->settings, &read) ||
            !model_settings_read(&ctx, one->kind, one->base_url, model_settings_write(arena, &read),
                                 &again))
            fail_msg("%s: %s", one->name, ctx.err.message);
        assert_string_equal(again.model, read.model);
        assert_int_equal(again.price_cached, read.price_cached);
        assert_int_equal(again.schema, read.schema);
    }
    assert_false(model_settings_is("search"));
    arena_free(arena);
}

static void
mistakes_name_their_field(void **state)
{
    (void)state;
    static const struct {
        const char *base_url, *settings, *field;
    } cases[] = {
        {"https://x.example",   "{\"max_tokens\":1000}",                                          "model"     },
        {"https://x.example",   "{\"model\":\"a b\",\"max_tokens\":1000}",                        "model"     },
        {"https://x.example",   "{\"model\":\"m\"}",                                              "max_tokens"},
        {"https://x.example",   "{\"model\":\"m\",\"max_tokens\":99999}",                         "max_tokens"},
        {"ftp://x.example",     "{\"model\":\"m\",\"max_tokens\":1000}",                          "base_url"  },
        {"https://x.example?a", "{\"model\":\"m\",\"max_tokens\":1000}",                          "base_url"  },
        {"https://x.example",   "{\"model\":\"m\",\"max_tokens\":1000,\"price_in\":-1}",          "price_in"  },
        {"https://x.example",   "{\"model\":\"m\",\"max_tokens\":1000,\"price_out\":2000000000}",
         "price_out"                                                                                          },
    };
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = arena};
        struct model_settings out;
        assert_false(
            model_settings_read(&ctx, MODEL_OPENAI, cases[i].base_url, cases[i].settings, &out));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_string_equal(ctx.err.field, cases[i].field);
    }
    arena_free(arena);
}

static void
tokens_have_their_price(void **state)
{
    (void)state;
    struct model_settings settings = {
        .price_in = 1000000, .price_out = 5000000, .price_cached = 100000};
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.input = 1000}), 1000);
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.output = 300}), 1500);
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.cached = 1000}), 100);
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.written = 1000}), 1250);
    /* Rounded up: nothing costs nothing. */
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.cached = 1}), 1);
    settings.price_cached = -1;
    assert_int_equal(model_settings_price(&settings, &(struct model_usage){.cached = 1000}), 1000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presets_are_sound),
        cmocka_unit_test(mistakes_name_their_field),
        cmocka_unit_test(tokens_have_their_price),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
