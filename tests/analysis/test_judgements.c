#include "analysis/judgements.h"
#include "tests/support.h"

#define HEADER "part,id,check,is_speech,speaker_right,right_speaker,missed\n"
#define HOW_TO "how to,audit:200:7:2022-W24,,,,,\n"

static void a_filled_sheet_is_read(void **state)
{
    const char *sheet = "context;PART;id;check;is_speech;speaker_right;right_speaker;missed\n"
                        ";quotation;quote:Echo:a:5;x1;Yes;no; Helena Vorsk ;\n"
                        ";quotation;quote:Echo:a:90;x2;n;;;\n"
                        ";how to;audit:200:7:2022-W24;;;;;\n"
                        ";quotation;quote:Echo:b:7;x3;y;unknown;;\n"
                        ";quotation;'=quote;x4;;;;\n"
                        ";passage;passage:Echo:a:0;x5;;;;12\n";
    struct judgements judgements = JUDGEMENTS_EMPTY;
    struct fault fault;

    (void)state;
    assert_true(judgements_read(&judgements, span_of(sheet), "s.csv", &fault));
    assert_int_equal(judgements.size, 200);
    assert_int_equal(judgements.seed, 7);
    assert_true(span_is(judgements.period, "2022-W24"));
    assert_int_equal(judgements.count, 5);
    assert_true(span_is(judgements.items[0].id, "quote:Echo:a:5"));
    assert_true(span_is(judgements.items[0].check, "x1"));
    assert_true(span_is(judgements.items[0].right_speaker, "Helena Vorsk"));
    assert_int_equal(judgements.items[0].is_speech, ANSWER_YES);
    assert_int_equal(judgements.items[0].speaker_right, ANSWER_NO);
    assert_int_equal(judgements.items[1].is_speech, ANSWER_NO);
    assert_int_equal(judgements.items[1].speaker_right, ANSWER_NONE);
    assert_int_equal(judgements.items[2].line, 5);
    assert_int_equal(judgements.items[2].speaker_right, ANSWER_UNKNOWN);
    assert_true(span_is(judgements.items[3].id, "=quote"));
    assert_false(judgements.items[3].has_missed);
    assert_true(judgements.items[4].has_missed);
    assert_int_equal(judgements.items[4].missed, 12);
    judgements_release(&judgements);
}

static void a_name_reads_back(void **state)
{
    struct judgements judgements = JUDGEMENTS_EMPTY;
    struct bytes sheet = BYTES_EMPTY;
    struct fault fault;

    (void)state;
    bytes_add_text(&sheet, HEADER "how to,");
    judgements_name(&sheet, 9, 184467440737095516, span_of("2016-09-01/2016-11-07"));
    bytes_add_text(&sheet, ",,,,,\n");
    assert_true(judgements_read(&judgements, bytes_span(&sheet), "s.csv", &fault));
    assert_int_equal(judgements.size, 9);
    assert_true(judgements.seed == 184467440737095516);
    assert_true(span_is(judgements.period, "2016-09-01/2016-11-07"));
    judgements_release(&judgements);
    bytes_release(&sheet);
}

static const struct faulty {
    const char *sheet, *message;
} faulty[] = {
    {"", "s.csv: the row that says how to fill it is missing: it names the sample"},
    {HEADER, "s.csv: the row that says how to fill it is missing: it names the sample"},
    {"part,id\n",
     "s.csv line 1: this is no sheet of 'broadsheet audit': it lacks the column 'check'"},
    {HEADER "how to,audit:200:2022-W24,,,,,\n",
     "s.csv line 2: the sample's name was changed to 'audit:200:2022-W24'"},
    {HEADER "how to,audit:0:1:2022-W24,,,,,\n",
     "s.csv line 2: the sample's name was changed to 'audit:0:1:2022-W24'"},
    {HEADER HOW_TO "quotation,q,x,maybe,,,\n",
     "s.csv line 3: is_speech is yes, no or empty, not 'maybe'"},
    {HEADER HOW_TO "quotation,q,x,unknown,,,\n",
     "s.csv line 3: is_speech is yes, no or empty, not 'unknown'"},
    {HEADER HOW_TO "quotation,q,x,yes,perhaps,,\n",
     "s.csv line 3: speaker_right is yes, no, unknown or empty, not 'perhaps'"},
    {HEADER HOW_TO "quotation,q,x,,yes,,\n",
     "s.csv line 3: speaker_right is answered, is_speech is not, of 'q'"},
    {HEADER HOW_TO "quotation,q,x,no,yes,,\n",
     "s.csv line 3: it is no speech and yet has the right speaker: 'q'"},
    {HEADER HOW_TO "quotation,q,x,yes,yes,Helena Vorsk,\n",
     "s.csv line 3: right_speaker is given, so speaker_right must be no, of 'q'"},
    {HEADER HOW_TO "passage,p,x,,,,-1\n",
     "s.csv line 3: missed is a number from 0 to 1000 or empty, not '-1'"},
    {HEADER HOW_TO "passage,p,x,,,,1001\n",
     "s.csv line 3: missed is a number from 0 to 1000 or empty, not '1001'"},
    {HEADER HOW_TO "passage,p,x,,,,99999999999999999999\n",
     "s.csv line 3: missed is a number from 0 to 1000 or empty, not '99999999999999999999'"},
    {HEADER HOW_TO "passage,\xFF,x,,,,1\n", "s.csv line 3: the text is not UTF-8"},
    {HEADER HOW_TO "passage,\"p,x,,,,1\n",
     "s.csv line 3: a quotation mark is opened and not closed"},
};

static void what_cannot_be_meant_is_refused_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(faulty); i++) {
        struct judgements judgements = JUDGEMENTS_EMPTY;
        struct fault fault = FAULT_EMPTY;

        assert_false(judgements_read(&judgements, span_of(faulty[i].sheet), "s.csv", &fault));
        assert_string_equal(fault.message, faulty[i].message);
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_int_equal(judgements.count, 0);
        assert_null(judgements.items);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_filled_sheet_is_read),
        cmocka_unit_test(a_name_reads_back),
        cmocka_unit_test(what_cannot_be_meant_is_refused_with_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
