/* Turns: the rate holds, slows down when refused, recovers; the circuit opens, lets one try, closes. */
#include "support/test.h"

#include "domain/provider/provider_circuit.h"

static const struct provider_limit limit = {.per_minute = 60, .timeout_ms = 10000};
enum { NOW = 1000000 };

static void
the_rate_holds(void **state)
{
    (void)state;
    struct provider_circuit circuit = {.state = PROVIDER_CLOSED};
    int64_t wait;
    for (int64_t i = 0; i <= 60; i++) {
        assert_true(provider_circuit_enter(&circuit, &limit, NOW, &wait));
        assert_int_equal(wait, i * 1000);
    }
    /* More than a minute ahead is refused, and takes no place. */
    assert_false(provider_circuit_enter(&circuit, &limit, NOW, &wait));
    assert_int_equal(wait, 61000);
    assert_true(provider_circuit_enter(&circuit, &limit, NOW + 61000, &wait));
    assert_int_equal(wait, 0);
}

static void
slows_down_and_recovers(void **state)
{
    (void)state;
    struct provider_circuit circuit = {.state = PROVIDER_CLOSED};
    provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_THROTTLED, 0);
    assert_int_equal(circuit.rate_milli, 42000);
    provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_THROTTLED, 7);
    assert_int_equal(circuit.rate_milli, 29400);
    assert_int_equal(circuit.slot_ms, NOW + 7000);
    assert_int_equal(circuit.state, PROVIDER_CLOSED);
    for (int i = 0; i < 40; i++)
        provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_THROTTLED, 0);
    assert_int_equal(circuit.rate_milli, 1000);
    int calls = 0;
    while (circuit.rate_milli && calls < 100) {
        provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_OK, 0);
        calls++;
    }
    assert_int_equal(calls, 59);
}

static void
opens_tries_once_and_closes(void **state)
{
    (void)state;
    struct provider_circuit circuit = {.state = PROVIDER_CLOSED};
    int64_t wait;
    for (int i = 0; i < 4; i++)
        provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_DOWN, 0);
    assert_int_equal(circuit.state, PROVIDER_CLOSED);
    provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_GARBAGE, 0);
    assert_int_equal(circuit.state, PROVIDER_OPEN);
    assert_false(provider_circuit_enter(&circuit, &limit, NOW + 1, &wait));
    assert_int_equal(wait, 29999);
    /* One finds out, the others wait. */
    assert_true(provider_circuit_enter(&circuit, &limit, NOW + 30000, &wait));
    assert_int_equal(circuit.state, PROVIDER_HALF_OPEN);
    assert_false(provider_circuit_enter(&circuit, &limit, NOW + 30001, &wait));
    provider_circuit_leave(&circuit, &limit, NOW + 31000, PROVIDER_DOWN, 0);
    assert_int_equal(circuit.state, PROVIDER_OPEN);
    assert_int_equal(circuit.retry_ms, NOW + 31000 + 60000);
    assert_true(provider_circuit_enter(&circuit, &limit, NOW + 91000, &wait));
    provider_circuit_leave(&circuit, &limit, NOW + 92000, PROVIDER_OK, 0);
    assert_int_equal(circuit.state, PROVIDER_CLOSED);
    assert_int_equal(circuit.opens, 0);
    /* A lost prober is not waited for for ever. */
    provider_circuit_leave(&circuit, &limit, NOW, PROVIDER_REFUSED, 0);
    assert_int_equal(circuit.state, PROVIDER_OPEN);
    assert_true(provider_circuit_enter(&circuit, &limit, NOW + 900000, &wait));
    assert_true(provider_circuit_enter(&circuit, &limit, NOW + 900000 + 40000, &wait));
    /* Our own mistakes open nothing, and an endless pause has an end. */
    struct provider_circuit other = {.state = PROVIDER_CLOSED};
    for (int i = 0; i < 50; i++)
        provider_circuit_leave(&other, &limit, NOW, PROVIDER_INVALID, 0);
    assert_int_equal(other.state, PROVIDER_CLOSED);
    provider_circuit_leave(&other, &limit, NOW, PROVIDER_THROTTLED, INT64_MAX);
    assert_int_equal(other.slot_ms, NOW + 86400000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rate_holds),
        cmocka_unit_test(slows_down_and_recovers),
        cmocka_unit_test(opens_tries_once_and_closes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
