/* What is a name of a person, and what only looks like one. */
#include "support/test.h"

#include "domain/enrich/people_name.h"

static void
takes_names(void **state)
{
    static const char *const names[] = {
        "Jane Doe",
        "Robert O'Dell",
        "Jean-Baptiste Le Goff",
        "Ludwig van der Berg",
        "Dr. Anna Novák",
        "Ing. Jan Novák, Ph.D.",
        "Björn Åkesson",
        "Łukasz Wiśniewski",
        "María José García",
        "J. R. Tolkien",
        "John F. Kennedy",
        "ANNA NOVAK",
        "Josef Brandner jun.",
        "Núria Casademont i Roca",
        "Prof. Dr. med. Uwe Stein",
        "Åsa Lindqvist",
        "Wei-Lin Chao",
        "Siobhán Ní Bhriain",
        "Иван Петров",
        "Kateřina Doležalová",
        "Marcus Dell’Orto",
        "Sir Malcolm Treadgold",
        "Dr. Frey",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!people_name_read(*state, names[i]))
            fail_msg("\"%s\" is a name", names[i]);
    assert_int_equal(people_name_read(*state, "Jane Doe"), PEOPLE_NAME_LIKELY);
    assert_int_equal(people_name_read(*state, "Xqwy Zzrt"), PEOPLE_NAME_FORM);
}

static void
leaves_what_only_looks_like_one(void **state)
{
    static const char *const others[] = {
        "Our Team",
        "Read More",
        "Contact Us",
        "Acme GmbH",
        "Learn More",
        "Unser Team",
        "Mehr erfahren",
        "Nos Services",
        "Nuestro Equipo",
        "O nás",
        "Náš Tým",
        "Chi Siamo",
        "Om Oss",
        "Head of Sales",
        "Vice President",
        "Customer Success",
        "Data Platform",
        "LinkedIn",
        "Anna",
        "anna novak",
        "Jane Doe 2",
        "jane@acme.com",
        "Privacy Policy",
        "Case Study",
        "New York Office",
        "Hello, World",
        "Monday Friday",
        "Sales Manager",
        "Terms & Conditions",
        "Jetzt Bewerben Sie Sich",
        "Jan Novák Petr Malý Karel Nový Josef",
        "",
        "Dr.",
        "van der",
        "10 Years",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (people_name_read(*state, others[i]))
            fail_msg("\"%s\" is no name", others[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_names, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(leaves_what_only_looks_like_one, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
