package org.redress.clock;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** {@code GET /api/calendar/deadline}. */
class CalendarControllerTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new CalendarController(TestCalendars.dayCount()))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build())).build();

    @Test
    void it_answers_the_day_and_a_sentence() throws Exception {
        mvc.perform(get("/api/calendar/deadline?rule=P1&start=2026-04-02&count=5")).andExpect(status().isOk())
                .andExpect(jsonPath("$.date").value("2026-04-13"))
                .andExpect(jsonPath("$.until").doesNotExist())
                .andExpect(jsonPath("$.explanation").value("The 5th working day after Thursday 2 April 2026 is Monday"
                        + " 13 April 2026; Good Friday 3 April, Easter Monday 6 April and the weekends are not"
                        + " counted."));
    }

    @Test
    void it_fills_in_what_may_be_left_out() throws Exception {
        mvc.perform(get("/api/calendar/deadline?rule=P4&start=2026-02-02")).andExpect(status().isOk())
                .andExpect(jsonPath("$.date").value("2026-03-02"));
        mvc.perform(get("/api/calendar/deadline?rule=P9&start=2026-02-27&count=")).andExpect(status().isOk())
                .andExpect(jsonPath("$.date").value("2026-03-30"));
        mvc.perform(get("/api/calendar/deadline?rule=P9&start=2026-02-27&calendar=ENGLAND_AND_WALES"))
                .andExpect(jsonPath("$.date").value("2026-03-27"));
        mvc.perform(get("/api/calendar/deadline?rule=P3&start=2026-03-02&count=10&count2=25"))
                .andExpect(jsonPath("$.date").value("2026-03-16")).andExpect(jsonPath("$.until").value("2026-04-08"));
    }

    @Test
    void what_cannot_be_read_is_named_at_once() throws Exception {
        mvc.perform(get("/api/calendar/deadline?rule=P12&start=2026-02-30&count=five&count2=1.5&calendar=MARS"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field").value(
                        org.hamcrest.Matchers.contains("rule", "start", "count", "count2", "calendar")))
                .andExpect(jsonPath("$.title").value("The question cannot be read"))
                .andExpect(jsonPath("$.status").value(400));
        mvc.perform(get("/api/calendar/deadline")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers.contains("rule", "start")));
        mvc.perform(get("/api/calendar/deadline?rule=P1&start=2026-03-02&count=99999999999"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void what_makes_no_sense_is_named_at_once() throws Exception {
        mvc.perform(get("/api/calendar/deadline?rule=P8&start=1800-01-01&count=1&count2=2"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field").value(
                        org.hamcrest.Matchers.contains("start", "count", "count2")))
                .andExpect(jsonPath("$.title").value("The question cannot be answered"))
                .andExpect(jsonPath("$.errors[1].message").value("P8 has its own number; leave this out."));
    }

    @Test
    void a_year_that_is_missing_is_named() throws Exception {
        mvc.perform(get("/api/calendar/deadline?rule=P1&start=2028-12-20&count=10"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.title").value("The calendar does not reach that far"))
                .andExpect(jsonPath("$.errors[0].field").value("start"))
                .andExpect(jsonPath("$.missingYear").value(2029))
                .andExpect(jsonPath("$.calendar").value("ENGLAND_AND_WALES"))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.startsWith("The bank holidays of 2029")));
    }
}
