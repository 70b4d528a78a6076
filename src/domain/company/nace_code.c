/* NACE codes. See nace_code.h. */
#include "domain/company/nace_code.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "domain/company/company_industry.h"

/* By the first digits of a code, longer before shorter. */
static const struct {
    const char *from, *to;
    int16_t industry;
} groups[] = {
    {"254", "254", INDUSTRY_AEROSPACE    }, /* weapons */
    {"266", "266", INDUSTRY_HEALTHCARE   }, /* medical apparatus */
    {"303", "304", INDUSTRY_AEROSPACE    },
    {"325", "325", INDUSTRY_HEALTHCARE   },
    {"582", "582", INDUSTRY_SOFTWARE     },
    {"622", "629", INDUSTRY_IT           },
    {"732", "732", INDUSTRY_PROFESSIONAL }, /* market research */
    {"741", "742", INDUSTRY_CREATIVE     },
    {"771", "771", INDUSTRY_TRANSPORT    }, /* cars for hire */
    {"823", "823", INDUSTRY_CREATIVE     }, /* events */
    {"932", "932", INDUSTRY_HOSPITALITY  },
    {"01",  "03",  INDUSTRY_AGRICULTURE  },
    {"05",  "06",  INDUSTRY_ENERGY       },
    {"07",  "08",  INDUSTRY_MANUFACTURING},
    {"09",  "09",  INDUSTRY_ENERGY       },
    {"10",  "18",  INDUSTRY_MANUFACTURING},
    {"19",  "19",  INDUSTRY_ENERGY       },
    {"20",  "20",  INDUSTRY_MANUFACTURING},
    {"21",  "21",  INDUSTRY_PHARMA       },
    {"22",  "28",  INDUSTRY_MANUFACTURING},
    {"29",  "29",  INDUSTRY_AUTOMOTIVE   },
    {"30",  "33",  INDUSTRY_MANUFACTURING},
    {"35",  "36",  INDUSTRY_ENERGY       },
    {"37",  "39",  INDUSTRY_OTHER        },
    {"41",  "43",  INDUSTRY_CONSTRUCTION },
    {"45",  "45",  INDUSTRY_AUTOMOTIVE   },
    {"46",  "47",  INDUSTRY_RETAIL       },
    {"49",  "53",  INDUSTRY_TRANSPORT    },
    {"55",  "56",  INDUSTRY_HOSPITALITY  },
    {"58",  "60",  INDUSTRY_MEDIA        },
    {"61",  "61",  INDUSTRY_TELECOM      },
    {"62",  "62",  INDUSTRY_SOFTWARE     },
    {"63",  "63",  INDUSTRY_IT           },
    {"64",  "66",  INDUSTRY_FINANCE      },
    {"68",  "68",  INDUSTRY_REAL_ESTATE  },
    {"69",  "72",  INDUSTRY_PROFESSIONAL },
    {"73",  "73",  INDUSTRY_CREATIVE     },
    {"74",  "74",  INDUSTRY_PROFESSIONAL },
    {"75",  "75",  INDUSTRY_HEALTHCARE   },
    {"77",  "78",  INDUSTRY_PROFESSIONAL },
    {"79",  "79",  INDUSTRY_HOSPITALITY  },
    {"80",  "82",  INDUSTRY_PROFESSIONAL },
    {"84",  "84",  INDUSTRY_PUBLIC       },
    {"85",  "85",  INDUSTRY_EDUCATION    },
    {"86",  "88",  INDUSTRY_HEALTHCARE   },
    {"90",  "90",  INDUSTRY_MEDIA        },
    {"91",  "91",  INDUSTRY_OTHER        },
    {"92",  "92",  INDUSTRY_HOSPITALITY  },
    {"93",  "99",  INDUSTRY_OTHER        },
};

static int16_t
industry_of(const char *digits)
{
    /* NACE 2 has 62.02 where NACE 2.1 has 62.20 */
    static const char *const consulting[] = {"6202", "6203", "6209"};
    for (size_t i = 0; i < sizeof consulting / sizeof *consulting; i++)
        if (!strncmp(digits, consulting[i], 4))
            return INDUSTRY_IT;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        size_t n = strlen(groups[i].from);
        if (strncmp(digits, groups[i].from, n) >= 0 && strncmp(digits, groups[i].to, n) <= 0)
            return groups[i].industry;
    }
    return 0;
}

static size_t
count_digits(const char *text)
{
    return strspn(text, "0123456789");
}

/* Behind the name of a classification any number is a code. */
static const char *
behind_name(const char *plain)
{
    static const char *const names[] = {"nace rev 2 ", "nace code ", "cz nace ", "nace ",  "naf ",
                                        "code naf ",   "code ape ",  "ape ",     "ateco ", "cnae ",
                                        "pkd ",        "sni ",       "wz ",      "tol "};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(plain, names[i], strlen(names[i])))
            return plain + strlen(names[i]);
    return NULL;
}

int16_t
nace_code_industry(const char *plain)
{
    const char *named = behind_name(plain);
    const char *at = named ? named : plain;
    bool letter = false;
    if (*at >= 'a' && *at <= 'u' && (at[1] == ' ' || count_digits(at + 1) > 0)) {
        letter = true;
        at += 1 + (at[1] == ' ');
    }
    char digits[8] = "";
    size_t first = count_digits(at), n = 0, groups_seen = 0;
    bool fits = first == 2 || first == 4 || (named && first <= 6 && first > 2);
    if (!fits)
        return 0;
    /* the dots of the writing are blanks here: "62 01 0" */
    while (count_digits(at) > 0) {
        size_t length = count_digits(at);
        if ((groups_seen > 0 && length > 3) || n + length > sizeof digits - 1)
            return 0;
        memcpy(digits + n, at, length);
        n += length;
        groups_seen++;
        at += length;
        if (*at != ' ' || count_digits(at + 1) == 0)
            break;
        at++;
    }
    digits[n] = '\0';
    /* "6201z" */
    bool french = n == 4 && *at >= 'a' && *at <= 'z' && (at[1] == '\0' || at[1] == ' ');
    if (*at && *at != ' ' && !french)
        return 0;
    return named || letter || french || (first == 2 && groups_seen > 1) ? industry_of(digits) : 0;
}
