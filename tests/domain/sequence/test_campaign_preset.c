/* Presets: every step of every one fits its channel, days never go back, words are there. */
#include "support/test.h"

#include "base/text.h"
#include "domain/sequence/campaign_preset.h"

static void
fit_their_channels(void **state)
{
    (void)state;
    size_t n = 0;
    for (const struct campaign_preset *preset = campaign_presets; preset->key; preset++, n++) {
        assert_true(*preset->name && *preset->description && *preset->language && *preset->tone);
        assert_true(preset->n_steps >= 2 && preset->n_steps <= CAMPAIGN_STEPS_MOST);
        for (size_t i = 0; i < preset->n_steps; i++) {
            const struct campaign_step *step = &preset->steps[i];
            const struct campaign_channel *channel = campaign_channel_of(step->channel);
            assert_non_null(channel);
            assert_non_null(campaign_condition_of(step->condition));
            assert_int_equal(step->position, i + 1);
            assert_true(step->max_length >= CAMPAIGN_LENGTH_LEAST);
            assert_true(step->max_length <= channel->most);
            assert_true(step->variants >= 1 && step->variants <= CAMPAIGN_STEP_VARIANTS_MOST);
            assert_true(!i || step->day_offset >= preset->steps[i - 1].day_offset);
            assert_true(text_count(step->label) <= CAMPAIGN_STEP_LABEL_MOST && *step->label);
            assert_string_equal(step->condition, i ? "no_response" : "always");
            if (step->position == preset->pdf_step)
                assert_true(channel->takes_file);
        }
    }
    assert_int_equal(n, 6);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(fit_their_channels)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
