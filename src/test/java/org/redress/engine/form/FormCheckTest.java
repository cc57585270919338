package org.redress.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.step.Option;

class FormCheckTest {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '"', textBlock = """
            'type':'number'                                                            | 5            | -
            'type':'number','validate':{'min':1,'max':9}                               | 0            | enter 1 or more
            'type':'number','validate':{'min':1,'max':9}                               | 9.5          | enter 9 or less
            'type':'number','decimalDigits':0                                          | 5.0          | -
            'type':'number','decimalDigits':0                                          | 5.5          | enter a whole number
            'type':'number','decimalDigits':2                                          | 5.555        | enter a number with at most 2 decimal places
            'type':'number','increment':5                                              | 12           | enter a multiple of 5
            'type':'number'                                                            | 1e400000     | enter a number of at most 18 digits
            'type':'number'                                                            | 1e-400000    | enter a number of at most 18 digits
            'type':'number'                                                            | '12'         | enter a number
            'type':'number','serializeToString':true                                   | '12.30'      | -
            'type':'number','serializeToString':true                                   | '12e3'       | enter a number
            'type':'number'                                                            | true         | enter a number
            'type':'number','validate':{'required':true}                               | null         | enter a number
            'type':'textfield'                                                         | 5            | answer in words
            'type':'textfield'                                                         | {'a':1}      | answer in words
            'type':'textfield','validate':{'required':true}                            | ' \\u200b '  | enter your answer
            'type':'textfield','validate':{'maxLength':3}                              | ' abc '      | -
            'type':'textfield','validate':{'maxLength':3}                              | 'abcd'       | shorten this to 3 characters, it has 4
            'type':'textfield','validate':{'validationType':'email'}                   | 'a@b'        | -
            'type':'textfield','validate':{'validationType':'email'}                   | 'a b'        | write this the way the question asks for
            'type':'textfield','validate':{'validationType':'phone'}                   | '020 7946'   | write this the way the question asks for
            'type':'textfield','validate':{'validationType':'phone'}                   | '+442079460' | -
            'type':'textfield','validate':{'pattern':'b+'}                             | 'abc'        | -
            'type':'textfield','validate':{'pattern':'^(a+)+$'}                        | 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | write this the way the question asks for
            'type':'checkbox'                                                          | null         | -
            'type':'checkbox'                                                          | 'true'       | -
            'type':'checkbox'                                                          | 'yes'        | tick this or leave it
            'type':'checkbox','validate':{'required':true}                             | false        | tick this to go on
            'type':'datetime','subtype':'date'                                         | '2024-02-29' | -
            'type':'datetime','subtype':'date'                                         | '2023-02-29' | There is no 29 February 2023. Check the day and the month.
            'type':'datetime','subtype':'date'                                         | '29/02/2024' | -
            'type':'datetime','subtype':'date'                                         | '02/03/26'   | Write the year with four digits, such as 2026: a shorter one can be taken for another year.
            'type':'datetime','subtype':'date'                                         | 20260302     | Write the day, the month and the year, such as 27 March 2026 or 27/3/2026.
            'type':'datetime','subtype':'date','validate':{'required':true}            | ''           | enter a date
            'type':'datetime','subtype':'time'                                         | '08:30+00:00'| -
            'type':'datetime','subtype':'time'                                         | '25:30'      | enter a time
            'type':'datetime','subtype':'datetime'                                     | '2026-12-24T08:30+00:00' | -
            'type':'datetime','subtype':'datetime'                                     | '2026-12-24' | enter a date and a time
            'type':'radio','values':[{'label':'A','value':'a'}]                        | 'b'          | choose one of: A
            'type':'radio','values':[{'label':'A','value':'a'}]                        | ['a']        | choose one of: A
            'type':'checklist','values':[{'label':'A','value':'a'}]                    | ['a','b']    | choose from: A
            'type':'checklist','values':[{'label':'A','value':'a'}]                    | 'a'          | choose from: A
            'type':'checklist','values':[{'label':'A','value':'a'}]                    | ['a','a']    | -
            'type':'checklist','validate':{'required':true},'values':[{'label':'A','value':'a'}] | []  | choose at least one of the answers
            'type':'select','valuesKey':'staff'                                        | 'officer1'   | -
            'type':'select','valuesKey':'staff'                                        | 'officer9'   | choose one of: One
            'type':'select','valuesKey':'nobody'                                       | 'officer1'   | leave this empty, there is nothing to choose
            """)
    void one_field_keeps_its_rules(String component, String value, String fault) {
        FormDefinition form = form("{" + component + ",'key':'answer','label':'Answer'}");
        assertThat(form.problems()).isEmpty();
        FormCheck.Result result = check(form, Map.of("staff", List.of(new Option("One", "officer1"))), json("{'answer':" + value + "}"));
        assertThat(result.faults()).extracting(AnswersRefused.Fault::message)
                .containsExactlyElementsOf(fault == null ? List.of() : List.of(fault));
    }

    @Test
    void answers_come_out_in_the_types_that_records_take() {
        FormDefinition form = form("{'type':'number','key':'cost','label':'Cost'}", "{'type':'datetime','subtype':'date','key':'on','label':'On'}",
                "{'type':'checkbox','key':'ticked','label':'Ticked'}", "{'type':'taglist','valuesKey':'staff','key':'people','label':'People'}",
                "{'type':'textfield','key':'words','label':'Words'}");
        Map<String, Object> answers = check(form, Map.of("staff", List.of("a", "b")),
                json("{'cost':1.50,'on':'2026-03-02','people':['b'],'words':''}")).answers();
        assertThat(answers).containsEntry("cost", new BigDecimal("1.5")).containsEntry("on", LocalDate.of(2026, 3, 2))
                .containsEntry("ticked", false).containsEntry("people", List.of("b")).containsEntry("words", null);
    }

    @Test
    void a_hidden_field_is_not_asked_and_an_empty_answer_to_it_is_no_answer() {
        FormDefinition form = form("{'type':'radio','key':'conflict','label':'Conflict','values':[{'label':'Yes','value':'YES'},{'label':'No','value':'NO'}]}",
                "{'type':'textarea','key':'why','label':'Why','conditional':{'hide':'=conflict != \\\"YES\\\"'},'validate':{'required':true}}");
        assertThat(check(form, Map.of(), json("{'conflict':'NO'}")).faults()).isEmpty();
        assertThat(check(form, Map.of(), json("{}")).faults()).isEmpty();
        assertThat(check(form, Map.of(), json("{'conflict':'NO','why':''}")).faults()).isEmpty();
        assertThat(check(form, Map.of(), json("{'conflict':'YES'}")).faults()).hasSize(1);
        assertThat(check(form, Map.of(), json("{'conflict':'NO','why':'x'}")).faults()).extracting(AnswersRefused.Fault::message)
                .containsExactly("leave this out, it is not asked here");
    }

    @Test
    void a_condition_sees_what_the_step_shows_and_an_unticked_box_as_false() {
        FormDefinition form = form("{'type':'checkbox','key':'told','label':'Told'}",
                "{'type':'textfield','key':'when','label':'When','conditional':{'hide':'=not(told)'}}",
                "{'type':'textfield','key':'how','label':'How','conditional':{'hide':'=stage > 2'}}",
                "{'type':'textfield','key':'fixed','label':'Fixed','readonly':'=stage = 3'}");
        assertThat(check(form, Map.of("stage", 3, "fixed", "x"), json("{'when':'a','how':'b','fixed':'y'}")).faults())
                .extracting(AnswersRefused.Fault::field).containsExactly("when", "how", "fixed");
        assertThat(check(form, Map.of("stage", 1), json("{'told':true,'when':'a','how':'b','fixed':'y'}")).faults()).isEmpty();
        assertThat(check(form, Map.of("stage", 3, "fixed", "x"), json("{}")).answers()).containsEntry("fixed", "x");
    }

    @Test
    void a_key_that_the_form_does_not_ask_for_is_refused_and_shown_tame() {
        assertThat(check(form("{'type':'checkbox','key':'told','label':'Told'}"), Map.of(), Map.of("<script>\0", "x")).faults())
                .extracting(AnswersRefused.Fault::message).containsExactly("This form does not ask for '?script??': leave it out.");
    }

    @Test
    void values_that_cannot_be_read_are_strange_and_no_field_takes_them() {
        assertThat(SubmittedValue.plain(Double.NaN)).isSameAs(SubmittedValue.STRANGE);
        assertThat(SubmittedValue.plain(new Object())).isSameAs(SubmittedValue.STRANGE);
        assertThat(SubmittedValue.plain(Variables.byteArrayValue(new byte[] {1}))).isSameAs(SubmittedValue.STRANGE);
        assertThat(SubmittedValue.plain(Variables.objectValue(List.of()).serializationDataFormat("application/x-java-serialized-object").create()))
                .isEqualTo(List.of());
        assertThat(SubmittedValue.json("[1,")).isSameAs(SubmittedValue.STRANGE);
        Map<String, Object> submitted = new HashMap<>();
        submitted.put("told", SubmittedValue.STRANGE);
        assertThat(check(form("{'type':'checkbox','key':'told','label':'Told','conditional':{'hide':'=told = 5'}}"), Map.of(), submitted).faults()).hasSize(1);
    }

    private static FormCheck.Result check(FormDefinition form, Map<String, Object> shown, Map<String, Object> submitted) {
        return new FormCheck(form, new Shown(() -> shown), new Conditions(() -> FEEL)).check(submitted);
    }

    private static FormDefinition form(String... components) {
        String list = String.join(",", Arrays.asList(components));
        return FormReader.read(("{'schemaVersion':16,'id':'Trial','components':[" + list + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> json(String object) {
        try {
            Map<String, Object> plain = new HashMap<>();
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(object.replace('\'', '"')).fields()
                    .forEachRemaining(field -> plain.put(field.getKey(), SubmittedValue.plain((Object) field.getValue())));
            return plain;
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
