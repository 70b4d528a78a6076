/* The controls of custom fields. See custom_view.h. */
#include "web/label/custom_view.h"

#include <string.h>

#include "domain/label/custom_record.h"
#include "web/view.h"

static void
add_option(struct tree_list *options, const char *value, const char *label)
{
    struct tree *row = tree_row(options);
    tree_set(row, "value", value);
    tree_set(row, "label", label);
}

/* A value that is no option any more is offered as long as it stands. */
static void
fill_options(struct tree *row, const struct custom_fact *fact)
{
    struct tree_list options = tree_list(row, "options");
    const struct custom_field *field = &fact->field;
    bool there = !fact->value;
    add_option(&options, "", "–");
    if (custom_type_of(field->type) == CUSTOM_YESNO) {
        add_option(&options, "yes", "Yes");
        add_option(&options, "no", "No");
        there = there || !strcmp(fact->value, "yes") || !strcmp(fact->value, "no");
    }
    for (size_t i = 0; i < field->n_options; i++) {
        add_option(&options, field->options[i], field->options[i]);
        there = there || !strcmp(fact->value, field->options[i]);
    }
    if (!there)
        add_option(&options, fact->value, fact->value);
}

/* What was typed, when the form is shown again. */
static const char *
typed(struct page *pg, const char *name)
{
    const struct param_set *sent = pg->sent ? pg->sent : &pg->input;
    for (size_t i = 0; i < sent->count; i++)
        if (!strcmp(sent->values[i].name, name))
            return sent->values[i].value;
    return NULL;
}

static void
fill_control(struct page *pg, struct tree *row, const struct custom_fact *fact,
             struct tree_list *errors)
{
    static const char *const kinds[] = {
        [CUSTOM_TEXT] = "text",     [CUSTOM_NUMBER] = "number", [CUSTOM_DATE] = "date",
        [CUSTOM_CHOICE] = "select", [CUSTOM_URL] = "url",       [CUSTOM_YESNO] = "select"};
    enum custom_type type = custom_type_of(fact->field.type);
    const char *name = arena_printf(pg->ctx->arena, "custom.%s", fact->field.key);
    const char *again = typed(pg, name);
    const char *value = again ? again : fact->value ? fact->value : "";
    tree_set(row, "name", name);
    tree_set(row, "label", fact->field.label);
    /* what the browser's own control would drop is edited as text */
    bool plain = type == CUSTOM_NUMBER && value[strspn(value, "-0123456789.")];
    bool lines = type == CUSTOM_TEXT && (strchr(value, '\n') || strlen(value) > 80);
    tree_set(row, "kind", lines ? "long" : plain ? "text" : kinds[type]);
    tree_set(row, "value", value);
    for (const struct form_error *error = pg->sent_errors; error; error = error->next) {
        if (strcmp(error->field, name) != 0)
            continue;
        struct tree *told = tree_row(errors);
        tree_set(row, "error", error->message);
        tree_set(told, "name", name);
        tree_set(told, "label", fact->field.label);
        tree_set(told, "message", error->message);
    }
    if (type == CUSTOM_CHOICE || type == CUSTOM_YESNO)
        fill_options(row, fact);
}

bool
custom_view_form(struct page *pg, const struct record *record)
{
    struct custom_fact *facts;
    size_t n;
    if (!custom_record_facts(pg->ctx, record, &facts, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "CustomForm.fields");
    struct tree_list errors = tree_list(pg->view, "CustomForm.errors");
    for (size_t i = 0; i < n; i++)
        if (facts[i].field.id)
            fill_control(pg, tree_row(&list), &facts[i], &errors);
    return true;
}
