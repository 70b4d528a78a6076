/* See charset_letters.h. */
#include "base/charset_letters.h"

enum { WESTERN_EVERYWHERE = CHARSET_WESTERN | CHARSET_CENTRAL | CHARSET_TURKISH | CHARSET_BALTIC };

const struct charset_language charset_languages[] = {
  /* German, French, Spanish, Portuguese, Italian, Swedish, Danish and Norwegian, Finnish,
     * Icelandic, Dutch and English with borrowed words. */
    {WESTERN_EVERYWHERE,                true,  "ä55ö30ü65ß30é2à1"                                                                            },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "é190è30ê22à50ç9ù6û5ô4î5â5ë1ï1œ2ü1"                                                   },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "á50é43í72ó83ú17ñ31ü2"                                                                       },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "ã73á47é34ç53í13ó30ê45õ20â20à7ú20ô10ü1"                                                },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "à63è26é10ì3ò20ù17î1"                                                                        },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "å134ä180ö130é3ü1"                                                                             },
    {CHARSET_WESTERN | CHARSET_TURKISH, true,  "æ87ø94å119é3ö1ä1"                                                                            },
    {CHARSET_WESTERN | CHARSET_BALTIC,  true,  "ä358ö44å3é1"                                                                                   },
    {CHARSET_WESTERN,                   true,  "á180ð439é65í157ó99ú61ý23þ145æ87ö78"                                                      },
    {WESTERN_EVERYWHERE,                true,  "é10ë6ï3è2ö2ü2ó1á1ê1ç1ñ1"                                                                },
 /* Czech, Slovak, Polish, Hungarian, Romanian, Croatian and Bosnian, Slovene. */
    {CHARSET_CENTRAL,                   true,  "á222č95ď2é134ě164í327ň8ó3ř121š82ť4ú11ů69ý107ž99ö1ü1"                              },
    {CHARSET_CENTRAL,                   true,  "á199ä12č100ď15é90í104ĺ1ľ36ň14ó10ô16ŕ1š78ť70ú87ý91ž82ö1ü1"                       },
    {CHARSET_CENTRAL,                   true,  "ą99ć40ę111ł182ń20ó85ś66ź6ż83é1ö1ü1"                                                    },
    {CHARSET_CENTRAL,                   true,  "á340é351í60ó102ö110ő89ú31ü62ű18ä1"                                                       },
    {CHARSET_CENTRAL,                   true,  "ă296â58î98ş120ţ106"                                                                           },
    {CHARSET_CENTRAL,                   true,  "č105ć60đ22š100ž58é1ü1"                                                                      },
    {CHARSET_CENTRAL,                   true,  "č139š96ž66ć1đ1é1ü1"                                                                         },
 /* Turkish; Lithuanian, Latvian, Estonian. */
    {CHARSET_TURKISH,                   true,  "ç116ğ113ı512ö78ş178ü185â5î1û1"                                                            },
    {CHARSET_BALTIC,                    true,  "ą40č45ė160ę20į60š120ū50ų140ž80"                                                           },
    {CHARSET_BALTIC,                    true,  "ā350č10ē170ģ10ī170ķ10ļ30ņ50š100ū50ž30"                                                  },
    {CHARSET_BALTIC,                    true,  "õ95ä105ö20ü65š3ž2"                                                                           },
 /* Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
    {CHARSET_CYRILLIC,                  false,
     "о1097е845а801и735н670т626с547р473в454л440к349м321д298п281у262я201ы190ь174г170з165б159ч144"
     "й121х97ж94ш73ю64ц48щ36э32ф26ъ4ё4"                                                                                                 },
    {CHARSET_CYRILLIC,                  false,
     "о942а834н681и613і575в535т535е495р448с424к400л357д338у336м303п290я248з232ь183г176б163ч141"
     "х115й110ц83ї84ж71є61ю93ш71ф28щ56ґ1"                                                                                               },
    {CHARSET_CYRILLIC,                  false,
     "а1600н650і600е470с470р450т430л430о420у400к350д320п290в290ы270м270я270з250г160б160ь150ч130"
     "э130ц120ў110х110ж80й80ш60ё50ю50ф20"                                                                                                },
    {CHARSET_CYRILLIC,                  false,
     "а1104и909о868е785т751н626р505с486в464л361д340к332п294м253з232ъ189г167я157б149у136ч119щ70"
     "ж70х66ц65ш51й50ю15ф17ь2"                                                                                                             },
    {CHARSET_CYRILLIC,                  false,
     "а1150о960е950и920н570р500т470с460у430в380д370к350ј330л290м320п280з210г190б150ц100ч90ш90њ70"
     "х70ж60љ50ћ50ф30ђ20џ5ќ20ѓ10ѕ5"                                                                                                      },
 /* Greek, Hebrew, Arabic, Thai, Vietnamese. */
    {CHARSET_GREEK,                     false,
     "α1000ο930τ800ε770ι760ν620σ480ρ440κ420η420π410ς370υ360μ330λ270ί260ό200γ180δ170ά170ω160έ160"
     "ή140ύ130χ120θ110ώ110φ80β80ξ40ζ40ψ20ϊ5ΐ1"                                                                                         },
    {CHARSET_HEBREW,                    false,
     "י1106ה1087ו1038ל739א634ר561ת501ב474ש441מ460ם320נ286ח248ד259ע323פ169כ270ק214ן110ג124ס148ט124"
     "צ124ז133ך81ף27ץ12"                                                                                                                      },
    {CHARSET_ARABIC,                    false,
     "ا1270ل1120ي880م640و600ن650ر590ت480ب400ه460ع330د350س280ف290ك230ق220أ260ح190ج130ى110ذ100ص90"
     "خ90ش90ة180ض60ط80ز60ث50إ90غ40ظ20ئ30ء40ؤ10آ10پ5چ5گ5"                                                                          },
    {CHARSET_THAI,                      false,
     "า830น690ร670อ570ก500เ420ง410ม350ย330ล290ว290ด250ท250ส240ต230ั380่420ี310้330ิ260็90ะ190ป200"
     "บ190ค230ห190แ180จ150พ150ไ110โ80ข110ใ100ื100ุ120ู130ำ110์130ช110ผ60ถ60ซ40ศ50ณ40ธ40ญ30ฟ20ภ20"},
    {CHARSET_VIETNAMESE,                true,  "đ240à150á120ư190ô130ê120ơ90â100ă70ó60ã20í40ú30ù30è20é20ì50ò30ý15"               },
};
const unsigned charset_language_count = sizeof charset_languages / sizeof *charset_languages;

const struct charset_page charset_pages[] = {
    {"WINDOWS-1252",      CHARSET_WESTERN,    0   },
    {"WINDOWS-1250",      CHARSET_CENTRAL,    -0.5},
    {"WINDOWS-1251",      CHARSET_CYRILLIC,   -0.5},
    {"WINDOWS-1254",      CHARSET_TURKISH,    -1  },
    {"WINDOWS-1253",      CHARSET_GREEK,      -1  },
    {"WINDOWS-1257",      CHARSET_BALTIC,     -1.5},
    {"WINDOWS-1255",      CHARSET_HEBREW,     -2  },
    {"WINDOWS-1256",      CHARSET_ARABIC,     -2  },
    {"WINDOWS-1258",      CHARSET_VIETNAMESE, -4  },
    {"ISO-8859-2",        CHARSET_CENTRAL,    -1.5},
    {"ISO-8859-5",        CHARSET_CYRILLIC,   -4  },
    {"ISO-8859-6",        CHARSET_ARABIC,     -4  },
    {"ISO-8859-7",        CHARSET_GREEK,      -3  },
    {"ISO-8859-8",        CHARSET_HEBREW,     -4  },
    {"ISO-8859-4",        CHARSET_BALTIC,     -6  },
    {"ISO-8859-13",       CHARSET_BALTIC,     -4  },
    {"ISO-8859-15",       CHARSET_WESTERN,    -4  },
    {"KOI8-R",            CHARSET_CYRILLIC,   -2  },
    {"KOI8-U",            CHARSET_CYRILLIC,   -3  },
    {"TIS-620",           CHARSET_THAI,       -2  },
    {"IBM866",            CHARSET_CYRILLIC,   -4  },
    {"IBM855",            CHARSET_CYRILLIC,   -7  },
    {"IBM852",            CHARSET_CENTRAL,    -5  },
    {"IBM850",            CHARSET_WESTERN,    -5  },
    {"IBM437",            CHARSET_WESTERN,    -6  },
    {"IBM857",            CHARSET_TURKISH,    -7  },
    {"MACINTOSH",         CHARSET_WESTERN,    -5  },
    {"MAC-CENTRALEUROPE", CHARSET_CENTRAL,    -6  },
    {"MAC-CYRILLIC",      CHARSET_CYRILLIC,   -5  },
};
const unsigned charset_page_count = sizeof charset_pages / sizeof *charset_pages;
