/* Character sets: marks, structure, decoding in pieces, names that cannot be read. */
#include "support/test.h"

#include "base/charset.h"

static const char *
guess(const char *bytes, size_t length, size_t *bom)
{
    static struct charset_guess out;
    charset_detect(bytes, length, false, &out);
    *bom = out.bom;
    return out.name;
}

static void
knows_sets_by_their_bytes(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *name;
        size_t bom;
    } cases[] = {
        {"",                             0,  "UTF-8",    0},
        {"a,b\n",                        4,  "UTF-8",    0},
        {"\xEF\xBB\xBF"
         "a",                   4,  "UTF-8",    3},
        {"Dvo\xC5\x99\xC3\xA1k",         8,  "UTF-8",    0},
        {"\xFF\xFE"
         "a\0b\0",              6,  "UTF-16LE", 2},
        {"\xFE\xFF\0a\0b",               6,  "UTF-16BE", 2},
        {"\xFF\xFE\0\0a\0\0\0",          8,  "UTF-32LE", 4},
        {"n\0a\0m\0e\0,\0i\0d\0\n\0",    16, "UTF-16LE", 0},
        {"\0n\0a\0m\0e\0,\0i\0d\0\n",    16, "UTF-16BE", 0},
        {"n\0\0\0a\0\0\0m\0\0\0e\0\0\0", 16, "UTF-32LE", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t bom;
        assert_string_equal(guess(cases[i].bytes, cases[i].length, &bom), cases[i].name);
        assert_int_equal(bom, cases[i].bom);
    }
}

static void
a_sample_may_end_inside_a_character(void **state)
{
    struct charset_guess out;
    (void)state;
    charset_detect("ro\xC4\x8Dn\xC3", 6, true, &out);
    assert_string_equal(out.name, "UTF-8");
}

/* Two files joined in one: most of it decides, and where it is UTF-8 the rest is told as bad. */
static void
lines_of_another_set_do_not_turn_utf_8_into_nonsense(void **state)
{
    static const char *const mixed[] = {
        "Jana,Hor\xC3\xA1kov\xC3\xA1\nPetr,Dvo\xF8\xE1k\nEva,Mal\xC3\xA1\n",
        "Fran\xC3\xA7ois;Lef\xC3\xA8vre\nAndr\xE9;Bri\xE9\n",
        "\xE6\x97\xA5\xE6\x9C\xAC\n\x93\xFA\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof mixed / sizeof *mixed; i++) {
        size_t bom;
        assert_string_equal(guess(mixed[i], strlen(mixed[i]), &bom), "UTF-8");
    }
    size_t bom;
    const char *one = "Petr,Dvo\xF8\xE1k\nEva,\xC8\xE1slavsk\xE1\nJana,Hor\xC3\xA1k\n";
    assert_string_not_equal(guess(one, strlen(one), &bom), "UTF-8");
}

/* Decodes byte by byte through small pieces and compares with the whole. */
static void
decodes_in_pieces(void **state)
{
    static const struct {
        const char *name, *bytes;
        size_t length;
        const char *want;
        size_t bad;
    } cases[] = {
        {"WINDOWS-1250", "Dvo\xF8\xE1k",                6, "Dvořák",                     0},
        {"WINDOWS-1252", "a\x81z",                      3, "a\xEF\xBF\xBDz",               1},
        {"UTF-16LE",     "a\0\x59\x01\x3D\xD8\x00\xDE", 8, "ař😀",                      0},
        {"UTF-16BE",     "\xD8\x3D\0a",                 4,
         "\xEF\xBF\xBD"
         "a",                                                                              1},
        {"SHIFT_JIS",    "\x93\xFA\x96{",               4, "日本",                       0},
        {"EUC-JP",       "\xC6\xFC\xFF\xFFz",           5, "日\xEF\xBF\xBD\xEF\xBF\xBDz", 2},
        {"UTF-8",        "a\xFF\xC5\x99",               4, "a\xEF\xBF\xBDř",              1},
    };
    struct ctx ctx = {.arena = *state};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t piece = 1; piece <= cases[i].length; piece++) {
            struct charset_decoder *decoder;
            char out[128];
            size_t at = 0, to = 0, bad = 0, seen = piece;
            assert_true(charset_decoder_new(&ctx, ctx.arena, cases[i].name, &decoder));
            while (at < cases[i].length) {
                size_t step = (seen < cases[i].length ? seen : cases[i].length) - at;
                bool last = at + step == cases[i].length;
                to += charset_decode(decoder, cases[i].bytes + at, &step, last, out + to,
                                     sizeof out - 1 - to, &bad);
                at += step;
                seen += step ? piece : 1;
            }
            out[to] = 0;
            assert_string_equal(out, cases[i].want);
            assert_int_equal(bad, cases[i].bad);
        }
    }
}

static void
refuses_unknown_names(void **state)
{
    static const char *const names[] = {"NO-SUCH-SET", "", "ISO-2022-JP", "UTF-7"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ctx ctx = {.arena = *state};
        char *text;
        assert_false(charset_to_utf8(&ctx, names[i], "a", 1, &text, NULL));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_string_equal(ctx.err.field, "encoding");
    }
}

static void
turns_whole_texts(void **state)
{
    struct ctx ctx = {.arena = *state};
    char *text;
    size_t length;
    assert_true(charset_to_utf8(&ctx, "UTF-16LE", "\xFF\xFE\x59\x01", 4, &text, &length));
    assert_string_equal(text, "ř");
    assert_int_equal(length, 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_sets_by_their_bytes),
        cmocka_unit_test(a_sample_may_end_inside_a_character),
        cmocka_unit_test(lines_of_another_set_do_not_turn_utf_8_into_nonsense),
        cmocka_unit_test_setup_teardown(decodes_in_pieces, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_unknown_names, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(turns_whole_texts, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
