/* What a file is when it is no table. */
#include "support/test.h"

#include "base/csv_kind.h"

static void
knows_files_by_their_first_bytes(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *name;
    } cases[] = {
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",    16, "a PNG image"                      },
        {"PK\3\4........xl/workbook.xml",    27, "an Excel workbook (.xlsx)"        },
        {"PK\3\4........word/document.xml",  29, "an Office document"               },
        {"PK\3\4........a.csv",              17, "a zip archive"                    },
        {"%PDF-1.7\n",                       9,  "a PDF document"                   },
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,  "an old Office file (.xls or .doc)"},
        {"\x1F\x8B\x08\0",                   4,  "a gzip archive"                   },
        {"\1\2\4\5\6\7\x10\x11",             8,  "a binary file"                    },
        {"a\0\0\0\0\0\0\0",                  8,  "a binary file"                    },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct csv_kind *kind = csv_kind_of(cases[i].bytes, cases[i].length, false);
        assert_non_null(kind);
        assert_string_equal(kind->name, cases[i].name);
        assert_true(strlen(kind->advice) > 10);
    }
}

static void
leaves_text_alone(void **state)
{
    static const char *const texts[] = {"name,email\n", "RIFF,OggS\n1,2\n", "BZh,a\n",
                                        "P\xF8\xEDjmen\xED;jm\xE9no\n",
                                        "a\x1F"
                                        "b\x1E"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_null(csv_kind_of(texts[i], strlen(texts[i]), false));
    assert_null(csv_kind_of("a\0,\0b\0\n\0", 8, true));
}

static void
knows_other_texts(void **state)
{
    (void)state;
    assert_string_equal(csv_kind_of_text("\n <!DOCTYPE html>", 17), "an HTML page");
    assert_string_equal(csv_kind_of_text("[{\"a\":1}]", 9), "a JSON file");
    assert_null(csv_kind_of_text("a,b\n", 4));
    assert_null(csv_kind_of_text("", 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_files_by_their_first_bytes),
        cmocka_unit_test(leaves_text_alone),
        cmocka_unit_test(knows_other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
