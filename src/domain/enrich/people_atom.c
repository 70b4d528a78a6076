/* Names and titles in lines. See people_atom.h. */
#include "domain/enrich/people_atom.h"

#include <string.h>

#include "base/text.h"
#include "domain/contact/job_title.h"

enum {
    TITLE_BYTES = 120,
    TITLE_WORDS = 10,
    TITLE_DIGITS = 3,
    HEADING_BYTES = 60,
    HEADING_WORDS = 7,
    PAIR_BYTES = 220
};

struct builder {
    struct arena *arena;
    struct people_atoms *out;
    size_t room;
    enum people_heading heading;
    int level; /* of the heading; 7: a line that only looks like one */
};

static size_t
words_in(const char *text)
{
    size_t n = *text != '\0';
    for (const char *at = text; *at; at++)
        n += *at == ' ';
    return n;
}

static size_t
digits_in(const char *text)
{
    size_t n = 0;
    for (const char *at = text; *at; at++)
        n += *at >= '0' && *at <= '9';
    return n;
}

static bool
has_quotes(const char *text)
{
    return strstr(text, "“") || strstr(text, "”") || strstr(text, "„") || strstr(text, "«") ||
           strstr(text, "©");
}

/* True when a sentence ends in the middle; "ds." and "Dipl." end none. */
static bool
has_sentences(const char *text)
{
    for (const char *at = strstr(text, ". "); at; at = strstr(at + 1, ". ")) {
        size_t word = 0;
        while (at - word > text && at[-1 - (ptrdiff_t)word] != ' ')
            word++;
        if (word > 4 && at[2] >= 'A' && at[2] <= 'Z')
            return true;
    }
    return false;
}

/* "Founder - up since two": what a small letter goes on with is no part of the title. */
static const char *
without_remark(struct arena *arena, const char *text)
{
    static const char *const joints[] = {" – ", " — ", " - "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *at = strstr(text, joints[i]);
        const char *rest = at ? at + strlen(joints[i]) : "";
        if (*rest >= 'a' && *rest <= 'z')
            return arena_strndup(arena, text, (size_t)(at - text));
    }
    return text;
}

int
people_atom_title(struct arena *arena, const char *text)
{
    struct job_title title;
    text = without_remark(arena, text);
    size_t length = strlen(text);
    if (length < 2 || (length == 2 && text[0] > 'Z') || length > TITLE_BYTES ||
        words_in(text) > TITLE_WORDS || strpbrk(text, "?!@$%\"~") || has_quotes(text) ||
        digits_in(text) > TITLE_DIGITS || has_sentences(text) ||
        (words_in(text) > 3 && text_ends(text, ".")))
        return 0;
    job_title_read(arena, text, &title);
    if (title.seniority)
        return 2;
    return title.department != 0;
}

static struct people_atom *
add(struct builder *builder, enum people_atom_kind kind, const struct people_line *line,
    const char *text, unsigned flags)
{
    struct people_atoms *out = builder->out;
    if (out->n == builder->room) {
        size_t room = 2 * builder->room + 64;
        struct people_atom *more = ARENA_ARRAY(builder->arena, room, struct people_atom);
        if (out->n)
            memcpy(more, out->of, out->n * sizeof *more);
        out->of = more;
        builder->room = room;
    }
    struct people_atom *atom = &out->of[out->n++];
    *atom = (struct people_atom){
        .kind = kind, .line = line, .text = text, .heading = builder->heading, .flags = flags};
    return atom;
}

/* --- one piece of text ------------------------------------------------------------------------- */

/* Without what joins it to its neighbours. */
static const char *
trimmed(struct arena *arena, const char *text)
{
    static const char *const joints[] = {" ", ",", ":", ";", "-", "|",  "/", "(", ")",
                                         "–", "—", "·", "•", "*", "\"", "“", "”", "„"};
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t joint = strlen(joints[i]);
        if (length >= joint && !strncmp(text, joints[i], joint)) {
            text += joint;
            length -= joint;
            i = (size_t)-1;
        } else if (length >= joint && !strncmp(text + length - joint, joints[i], joint) &&
                   !(joints[i][0] == ')' && memchr(text, '(', length))) {
            length -= joint;
            i = (size_t)-1;
        }
    }
    return arena_strndup(arena, text, length);
}

static struct people_atom *
add_name(struct builder *builder, const struct people_line *line, const char *text, unsigned flags)
{
    struct people_atom *atom = add(builder, PEOPLE_ATOM_NAME, line, text, flags);
    atom->name = people_name_read(builder->arena, text);
    return atom;
}

static void
add_title(struct builder *builder, const struct people_line *line, const char *text, unsigned flags)
{
    text = without_remark(builder->arena, text);
    struct people_atom *atom = add(builder, PEOPLE_ATOM_TITLE, line, text, flags);
    atom->strength = people_atom_title(builder->arena, text);
}

static void
add_piece(struct builder *builder, const struct people_line *line, const char *text, unsigned flags)
{
    enum people_name name = people_name_read(builder->arena, text);
    int strength = people_atom_title(builder->arena, text);
    enum people_atom_kind kind = PEOPLE_ATOM_OTHER;
    if (name && (flags & PEOPLE_IS_TITLE) && !(flags & PEOPLE_IS_NAME))
        kind = strength ? PEOPLE_ATOM_TITLE : PEOPLE_ATOM_BOTH;
    else if (name == PEOPLE_NAME_LIKELY || (name && (!strength || (flags & PEOPLE_IS_NAME))))
        kind = PEOPLE_ATOM_NAME;
    else if (name)
        kind = PEOPLE_ATOM_BOTH;
    else if (strength)
        kind = PEOPLE_ATOM_TITLE;
    if (kind == PEOPLE_ATOM_TITLE)
        text = without_remark(builder->arena, text);
    struct people_atom *atom = add(builder, kind, line, text, flags);
    atom->name = name;
    atom->strength = strength;
}

/* --- names and titles in one line -------------------------------------------------------------- */

/* "Represented by": the names behind it belong to the company, whatever they do there. */
static bool
is_representing(struct arena *arena, const char *text)
{
    static const char *const labels[] = {
        "vertreten durch",
        "vertretungsberechtigt",
        "represented by",
        "legal representative",
        "zastoupen",
        "rappresentante legale",
        "representante legal",
        "reprezentowan",
        "representant leg",
        "vertegenwoordigd door",
        "directeur de la publication",
        "directrice de la publication",
        "responsable de la publication",
    };
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strstr(folded, labels[i]))
            return true;
    return false;
}

/* "Managing Directors" of a list is one "Managing Director" each. */
static const char *
label_of(struct arena *arena, const char *text)
{
    static const char *const plurals[][2] = {
        {"Jednatelé",                "Jednatel"             },
        {"Členové představenstva", "Člen představenstva"},
        {"Geschäftsführerinnen",    "Geschäftsführerin"  },
        {"Prokuristen",               "Prokurist"            },
        {"Vorstände",                "Vorstand"             },
        {"Vorstandsmitglieder",       "Vorstandsmitglied"    },
        {"Amministratori",            "Amministratore"       },
        {"Wspólnicy",                "Wspólnik"            },
        {"Członkowie zarządu",      "Członek zarządu"    },
    };
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
        if (!strcmp(text, plurals[i][0]))
            return plurals[i][1];
    const char *one =
        length > 4 && text[length - 1] == 's' ? arena_strndup(arena, text, length - 1) : text;
    struct job_title title;
    job_title_read(arena, one, &title);
    if (one != text && title.seniority)
        return one;
    return people_atom_title(arena, text) == 2 ? text : "";
}

/* The next name of a list: up to a comma or a word for "and". */
static const char *
next_piece(struct arena *arena, const char **at)
{
    static const char *const joints[] = {", ",   "; ",    " / ",  " & ",    " und ", " and ",
                                         " et ", " y ",   " e ",  " a ",    " i ",   " en ",
                                         " og ", " och ", " ja ", " sowie "};
    const char *begin = *at, *end = begin + strlen(begin), *next = end;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *found = strstr(begin, joints[i]);
        if (found && found < end) {
            end = found;
            next = found + strlen(joints[i]);
        }
    }
    *at = next;
    const char *bracket = memchr(begin, '(', (size_t)(end - begin));
    return trimmed(arena, arena_strndup(arena, begin, (size_t)((bracket ? bracket : end) - begin)));
}

/* What a colon closes: "Directors" of "Acme Ltd, London. Directors". */
static const char *
last_clause(struct arena *arena, const char *text, size_t length)
{
    static const char *const ends[] = {". ", " · ", " | ", " – ", " - ", "; "};
    const char *clause = arena_strndup(arena, text, length);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        for (const char *at = strstr(clause, ends[i]); at; at = strstr(clause, ends[i]))
            clause = at + strlen(ends[i]);
    return trimmed(arena, clause);
}

/* "Directors: Anna Novak and Jan Maly". */
static bool
add_list(struct builder *builder, const struct people_line *line, const char *text, unsigned flags)
{
    struct arena *arena = builder->arena;
    const char *colon = strchr(text, ':');
    if (!colon)
        return false;
    const char *head = last_clause(arena, text, (size_t)(colon - text));
    const char *label = label_of(arena, head);
    if (!*head || (!*label && !is_representing(arena, head)))
        return false;
    bool found = false;
    for (const char *at = colon + 1; *at;) {
        const char *piece = next_piece(arena, &at);
        if (!people_name_read(arena, piece))
            break;
        add_name(builder, line, piece, flags)->label = label;
        found = true;
    }
    if (!found && !*trimmed(arena, colon + 1)) {
        struct people_atom *atom = add(builder, PEOPLE_ATOM_TITLE, line, label, flags);
        atom->strength = *label ? 2 : 0;
        atom->label = label;
        found = true;
    }
    return found;
}

/* "John Doe, colorful head of Acme, to step down": many words that begin small. */
static bool
is_headline(struct arena *arena, const char *title)
{
    return title[0] >= 'a' && title[0] <= 'z' && words_in(without_remark(arena, title)) > 6;
}

/* "Anna Novak - CEO", "CEO | Anna Novak". */
static bool
add_pair(struct builder *builder, const struct people_line *line, const char *text, unsigned flags)
{
    static const char *const joints[] = {" – ", " — ", " - ", " | ", " · ",
                                         " • ", ", ",  " (",  "/",   ": "};
    struct arena *arena = builder->arena;
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        const char *joint = strstr(text, joints[i]);
        if (!joint)
            continue;
        const char *left = trimmed(arena, arena_strndup(arena, text, (size_t)(joint - text)));
        const char *right = trimmed(arena, joint + strlen(joints[i]));
        if (people_name_read(arena, left) && people_atom_title(arena, right) &&
            !is_headline(arena, right)) {
            add_name(builder, line, left, flags);
            add_title(builder, line, right, flags);
            return true;
        }
        /* "President, Flow Control" names nobody */
        enum people_name behind = people_name_read(arena, right);
        bool sure = behind == PEOPLE_NAME_LIKELY || (behind && joints[i][0] == ':');
        if (sure && people_atom_title(arena, left) == 2) {
            add_name(builder, line, right, flags)->label = left;
            return true;
        }
    }
    return false;
}

/* Parts in elements of their own: <b>Anna Novak</b> <i>CEO</i>. */
static bool
add_parts(struct builder *builder, const struct people_line *line, unsigned flags)
{
    struct arena *arena = builder->arena;
    bool names = false, titles = false;
    if (line->n_parts < 2)
        return false;
    for (size_t i = 0; i < line->n_parts; i++) {
        const char *text = trimmed(arena, line->parts[i].text);
        bool name = people_name_read(arena, text) != PEOPLE_NAME_NO;
        names = names || name;
        titles =
            titles ||
            (!name && (people_atom_title(arena, text) || (line->parts[i].flags & PEOPLE_IS_TITLE)));
    }
    if (!names || !titles)
        return false;
    for (size_t i = 0; i < line->n_parts; i++)
        add_piece(builder, line, trimmed(arena, line->parts[i].text), flags | line->parts[i].flags);
    return true;
}

/* --- headings ---------------------------------------------------------------------------------- */

/* True when the line is nothing but a link. */
static bool
is_link(const struct people_lines *lines, size_t i)
{
    const struct people_line *before = i > 0 ? &lines->of[i - 1] : NULL;
    return before && before->kind == PEOPLE_LINE_LINK &&
           before->node->parent == lines->of[i].node && lines->of[i].n_parts == 1;
}

/* True when the line that was added last stands behind a name: it says what somebody does. */
static bool
is_behind_name(const struct builder *builder)
{
    for (size_t i = builder->out->n; i-- > 1;) {
        enum people_atom_kind before = builder->out->of[i - 1].kind;
        if (before != PEOPLE_ATOM_LINK && before != PEOPLE_ATOM_IMAGE)
            return before == PEOPLE_ATOM_NAME || before == PEOPLE_ATOM_BOTH;
    }
    return false;
}

static void
see_heading(struct builder *builder, const struct people_lines *lines, size_t i)
{
    const struct people_line *line = &lines->of[i];
    int level = line->level ? line->level : 7;
    if ((line->flags & (PEOPLE_IN_FRAME | PEOPLE_LONG)) || strlen(line->text) > 2 * HEADING_BYTES)
        return;
    enum people_heading says = people_words_heading(phrase_plain(builder->arena, line->text));
    if (line->level == 0 && (says == PEOPLE_HEADING_NONE || is_behind_name(builder) ||
                             strlen(line->text) > HEADING_BYTES ||
                             words_in(line->text) > HEADING_WORDS || is_link(lines, i)))
        return;
    if (says != PEOPLE_HEADING_NONE || level <= builder->level) {
        builder->heading = says;
        builder->level = says == PEOPLE_HEADING_NONE ? 0 : level;
    }
}

/* --- lines ------------------------------------------------------------------------------------- */

/* "Joaquin<br>Estrella-Wynn": the whole name of a line and the next; NULL when it is none. */
static const char *
across_break(struct builder *builder, const struct people_lines *lines, size_t i)
{
    const struct people_line *line = &lines->of[i], *next = line + 1;
    if (i + 1 == lines->n || next->kind != PEOPLE_LINE_TEXT || next->node != line->node ||
        !(next->flags & PEOPLE_BROKEN) || people_name_read(builder->arena, line->text) ||
        strchr(line->text, ' '))
        return NULL;
    const char *both = arena_printf(builder->arena, "%s %s", line->text, next->text);
    return people_name_read(builder->arena, both) ? both : NULL;
}

/* What a picture shows, without "Portrait of". */
static void
add_image(struct builder *builder, const struct people_line *line)
{
    static const char *const fronts[] = {
        "Portrait of ", "Photo of ", "Picture of ", "Foto von ", "Portrait von ",
        "Portrait de ", "Photo de ", "Foto de ",    "Foto di ",  "Foto van ",
        "Photo: ",      "Foto: ",    "Headshot of "};
    const char *text = line->text;
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++)
        if (text_starts(text, fronts[i]))
            text += strlen(fronts[i]);
    struct people_atom *atom = add(builder, PEOPLE_ATOM_IMAGE, line, text, line->flags);
    atom->name = people_name_read(builder->arena, text);
}

/* Returns how many lines it took. */
static size_t
add_line(struct builder *builder, const struct people_lines *lines, size_t i)
{
    const struct people_line *line = &lines->of[i];
    const char *text = trimmed(builder->arena, line->text);
    unsigned flags = line->flags;
    /* "-- Anna Novak, CTO" names who is quoted */
    if (text_starts(line->text, "--") || text_starts(line->text, "—") ||
        text_starts(line->text, "– "))
        flags |= PEOPLE_IN_AGAINST;
    if ((flags & PEOPLE_LONG) || strlen(text) > PAIR_BYTES) {
        add(builder, PEOPLE_ATOM_OTHER, line, line->text, flags);
        return 1;
    }
    const char *both = across_break(builder, lines, i);
    if (both) {
        add_name(builder, line, both, flags);
        return 2;
    }
    if (people_name_read(builder->arena, text) == PEOPLE_NAME_NO &&
        (add_parts(builder, line, flags) || add_list(builder, line, line->text, flags) ||
         add_pair(builder, line, line->text, flags)))
        return 1;
    size_t before = builder->out->n;
    add_piece(builder, line, text, flags);
    /* a name is no heading of a section, nor is a title, unless a heading's words say so */
    if (builder->out->of[before].kind == PEOPLE_ATOM_OTHER || line->level ||
        builder->out->of[before].name == PEOPLE_NAME_NO)
        if (builder->out->of[before].kind != PEOPLE_ATOM_NAME)
            see_heading(builder, lines, i);
    builder->out->of[before].heading = builder->heading;
    return 1;
}

void
people_atom_read(struct arena *arena, const struct people_lines *lines, struct people_atoms *out)
{
    struct builder builder = {.arena = arena, .out = out};
    *out = (struct people_atoms){NULL, 0};
    for (size_t i = 0; i < lines->n;) {
        const struct people_line *line = &lines->of[i];
        if (line->kind == PEOPLE_LINE_TEXT) {
            i += add_line(&builder, lines, i);
            continue;
        }
        if (line->kind == PEOPLE_LINE_LINK)
            add(&builder, PEOPLE_ATOM_LINK, line, line->href, line->flags);
        else
            add_image(&builder, line);
        i++;
    }
}
