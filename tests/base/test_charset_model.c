/* Code pages by their languages: sentences in each, encoded by iconv, must read as they were; and
 * the outside corpus, where it is there. */
#include "support/test.h"

#include <dirent.h>
#include <iconv.h>

#include "base/charset.h"

static const struct {
    const char *sets; /* the code pages that the sentence is tried in */
    const char *text;
} sentences[] = {
    {"WINDOWS-1250 ISO-8859-2 IBM852",
     "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl Šimon v Brně."                                                                                          },
    {"WINDOWS-1250 ISO-8859-2",               "Všetci ľudia sa rodia slobodní a sebe rovní, čo sa týka ich "
                                "dôstojnosti a práv. Ťažký kôň, veľká väčšina."                                                   },
    {"WINDOWS-1250 ISO-8859-2",               "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności "
                                "i swych praw. Każdy człowiek, źródło, łódź."                                                         },
    {"WINDOWS-1250 ISO-8859-2",               "Minden emberi lény szabadon születik és egyenlő méltósága és joga "
                                "van. Árvíztűrő tükörfúrógép."                                                                       },
    {"WINDOWS-1250 ISO-8859-2",               "Toate fiinţele umane se nasc libere şi egale în demnitate şi în "
                                "drepturi. Bucureşti, Iaşi, Constanţa."                                                                    },
    {"WINDOWS-1250 ISO-8859-2",               "Hrvatska je država u Europi. Šibenik i Đakovo čuvaju baštinu, a "
                                "mlađi često odlaze u inozemstvo."                                                                          },
    {"WINDOWS-1250 ISO-8859-2",
     "Življenje je čudovito, če ga živiš. Škofja Loka, Črnomelj, Žalec."                                                                                             },
    {"WINDOWS-1252 MACINTOSH IBM850",         "Alle Menschen sind frei und gleich an Würde geboren. Größe, "
                                      "schön, fährt über die Straße."                                                               },
    {"WINDOWS-1252",                          "Tous les êtres humains naissent libres et égaux en dignité et en droits. "
                     "L’été à la plage, où ça ?"                                                                                                  },
    {"WINDOWS-1252",                          "Todos os seres humanos nascem livres. Informação, São João, coração, não."                                             },
    {"WINDOWS-1252",                          "¿Qué pasará mañana? Año nuevo, vida nueva, según dicen."                                                                },
    {"WINDOWS-1252",                          "Alle mennesker er født frie og lige i værdighed på jorden."                                                                },
    {"WINDOWS-1254",                          "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. İstanbul, "
                     "Şişli, Çankırı."                                                                                                              },
    {"WINDOWS-1257",                          "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Ąžuolas."                                                    },
    {"WINDOWS-1251 KOI8-R ISO-8859-5 IBM866", "Все люди рождаются свободными и равными в своем "
                                              "достоинстве и правах."                                         },
    {"WINDOWS-1251",                          "ВСЕ ЛЮДИ РОЖДАЮТСЯ СВОБОДНЫМИ И РАВНЫМИ В ПРАВАХ."                                   },
    {"WINDOWS-1251 KOI8-U",                   "Всі люди народжуються вільними і рівними у своїй гідності та правах."},
    {"WINDOWS-1253 ISO-8859-7",
     "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια."                                             },
    {"WINDOWS-1255",                          "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם."                            },
    {"WINDOWS-1256",                          "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق."                                 },
    {"SHIFT_JIS EUC-JP",
     "すべての人間は、生れながらにして自由であり、尊厳と権利とについて平等である。"                                                    },
    {"GB18030",                               "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心。"                                        },
    {"BIG5",                                  "人人生而自由,在尊嚴和權利上一律平等。他們賦有理性和良心。"                                        },
    {"EUC-KR",                                "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."                            },
};

/* The text in another set. */
static size_t
encode(const char *set, const char *text, char *out, size_t size)
{
    iconv_t handle = iconv_open(set, "UTF-8");
    char *from, *to = out;
    size_t left = strlen(text), room = size;
    memcpy(&from, &text, sizeof from);
    assert_true(handle != (iconv_t)-1);
    assert_int_equal(iconv(handle, &from, &left, &to, &room), 0);
    iconv_close(handle);
    return size - room;
}

static void
reads_every_language(void **state)
{
    struct ctx ctx = {.arena = *state};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        const char *set = sentences[i].sets;
        while (*set) {
            char name[32], bytes[1024], *text;
            size_t length = strcspn(set, " ");
            snprintf(name, sizeof name, "%.*s", (int)length, set);
            set += length + (set[length] == ' ');
            struct charset_guess guess;
            size_t size = encode(name, sentences[i].text, bytes, sizeof bytes);
            charset_detect(bytes, size, false, &guess);
            assert_true(charset_to_utf8(&ctx, guess.name, bytes, size, &text, NULL));
            if (strcmp(text, sentences[i].text))
                fail_msg("%s taken for %s: %s", name, guess.name, text);
        }
    }
}

static void
short_western_text_is_windows_1252(void **state)
{
    struct charset_guess guess;
    (void)state;
    charset_detect("name\ncaf\xE9\n", 10, false, &guess);
    assert_string_equal(guess.name, "WINDOWS-1252");
}

/* The name that iconv has for a folder of the corpus: "windows-1250-czech" is WINDOWS-1250. */
static void
label_of(const char *folder, char label[32])
{
    static const char *const plain[] = {"ascii",    "utf-8-sig", "utf-8", "UTF-16LE",
                                        "UTF-16BE", "UTF-16",    "UTF-32"};
    snprintf(label, 32, "%.31s", folder);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (!strcmp(folder, plain[i])) {
            if (!strcmp(folder, "utf-8-sig"))
                snprintf(label, 32, "utf-8");
            return;
        }
    char *dash = strrchr(label, '-');
    if (dash && (dash[1] < '0' || dash[1] > '9'))
        *dash = 0;
}

/* A file of the corpus: does it read as its label says? */
static bool
reads_right(struct arena *arena, const char *path, const char *label)
{
    struct ctx ctx = {.arena = arena};
    FILE *file = fopen(path, "rb");
    char *bytes = arena_alloc(arena, 1 << 20), *got, *want;
    assert_non_null(file);
    size_t length = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    struct charset_guess guess;
    charset_detect(bytes, length, false, &guess);
    const char *set = strcmp(label, "UTF-16") && strcmp(label, "UTF-32") ? label : guess.name;
    assert_true(charset_to_utf8(&ctx, guess.name, bytes, length, &got, NULL));
    assert_true(charset_to_utf8(&ctx, set, bytes, length, &want, NULL));
    if (strcmp(got, want))
        printf("# %s: taken for %s\n", path, guess.name);
    return !strcmp(got, want);
}

static void
reads_the_corpus(void **state)
{
    const char *data = test_data_dir();
    if (!data)
        return;
    const char *root = arena_printf(*state, "%s/charset-chardet", data);
    DIR *folders = opendir(root);
    int all = 0, right = 0;
    assert_non_null(folders);
    for (struct dirent *folder; (folder = readdir(folders));) {
        const char *path = arena_printf(*state, "%s/%s", root, folder->d_name);
        DIR *files = *folder->d_name != '.' ? opendir(path) : NULL;
        char label[32];
        label_of(folder->d_name, label);
        for (struct dirent *file; files && (file = readdir(files));) {
            if (*file->d_name == '.')
                continue;
            struct arena *one = arena_new();
            right += reads_right(one, arena_printf(one, "%s/%s", path, file->d_name), label);
            all++;
            arena_free(one);
        }
        if (files)
            closedir(files);
    }
    closedir(folders);
    printf("# right text for %d of %d files\n", right, all);
    assert_true(all > 0 && right * 100 >= all * 90);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_every_language, test_arena_open, test_arena_close),
        cmocka_unit_test(short_western_text_is_windows_1252),
        cmocka_unit_test_setup_teardown(reads_the_corpus, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
