#include "corpus/base/config.h"
#include "tests/support.h"

static void keys_and_their_defaults_are_read(void **state)
{
    struct config config = CONFIG_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(config_read(&config,
                            span_of("zone: +02:00\nbaseline_weeks: 8\ncount: stories\noutlets:\n"
                                    "  Morning Courier: [courier, courier online]\n"
                                    "  Evening Post: post\nfields:\n  text: body\n"),
                            "b.yaml", &fault));
    assert_true(span_is(config.zone, "+02:00"));
    assert_int_equal(config.baseline_weeks, 8);
    assert_int_equal(config.minimum_articles, CONFIG_MINIMUM_ARTICLES);
    assert_int_equal(config.story_days, CONFIG_STORY_DAYS);
    assert_true(config.one_vote);
    assert_true(span_is(config_outlet(&config, span_of("courier online")), "Morning Courier"));
    assert_true(span_is(config_outlet(&config, span_of("post")), "Evening Post"));
    assert_true(span_is(config_outlet(&config, span_of("other")), "other"));
    assert_true(span_is(config_field(&config, "text"), "body"));
    assert_int_equal(config_field(&config, "title").length, 0);
    config_release(&config);
}

static void files_lie_beside_the_configuration(void **state)
{
    static const struct {
        const char *config, *people;
    } cases[] = {{"b.yaml", "p.csv"}, {"./b.yaml", "./p.csv"}, {"/news/b.yaml", "/news/p.csv"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct config config = CONFIG_EMPTY;
        struct fault fault;

        assert_true(config_read(&config, span_of("people: p.csv\ntopics: /t.yaml\n"),
                                cases[i].config, &fault));
        assert_string_equal(config.people.bytes, cases[i].people);
        assert_string_equal(config.topics.bytes, "/t.yaml");
        config_release(&config);
    }
}

static void an_empty_file_means_defaults(void **state)
{
    struct config config = CONFIG_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(config_read(&config, span_of("# nothing\n"), "b.yaml", &fault));
    assert_int_equal(config.baseline_weeks, CONFIG_BASELINE_WEEKS);
    assert_false(config.one_vote);
    assert_true(span_is(config_outlet(&config, span_of("x")), "x"));
    config_release(&config);
}

static const struct refused {
    const char *text, *message;
} refused[] = {
    {"zon: UTC\n", "b.yaml line 1: 'zon' is no key of the configuration"},
    {"zone: UTC\nbaseline_weeks: 0\n",
     "b.yaml line 2: 'baseline_weeks' must be a number from 1 to 104"},
    {"minimum_articles: many\n",
     "b.yaml line 1: 'minimum_articles' must be a number from 2 to 1000"},
    {"count: votes\n", "b.yaml line 1: 'count' must be articles or stories"},
    {"story_days: 61\n", "b.yaml line 1: 'story_days' must be a number from 0 to 60"},
    {"outlets: x\n", "b.yaml line 1: 'outlets' must hold keys of its own"},
    {"zone: [a]\n", "b.yaml line 1: 'zone' must be one value"},
    {"- a\n", "b.yaml: the configuration must be keys with values"},
};

static void what_is_not_understood_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct config config = CONFIG_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(config_read(&config, span_of(refused[i].text), "b.yaml", &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_string_equal(fault.message, refused[i].message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_and_their_defaults_are_read),
        cmocka_unit_test(files_lie_beside_the_configuration),
        cmocka_unit_test(an_empty_file_means_defaults),
        cmocka_unit_test(what_is_not_understood_is_refused_with_its_line),
    };

    return cmocka_run_group_tests_name("config", tests, NULL, NULL);
}
