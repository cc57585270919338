package org.redress.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.clock.Division.ENGLAND_AND_WALES;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationInstantiationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.redress.casefile.NewCase;
import org.redress.casefile.PersonDetails;
import org.redress.casefile.PreferredContact;
import org.redress.clock.BankHolidays;
import org.redress.clock.ClockInputException;
import org.redress.clock.Clocks;
import org.redress.clock.Effect;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

/**
 * A change of the calendar over a full house: ledger, tasks, follow-ups and timers of every open case move once, in one
 * transaction, and each file says why. The house is its own, so that no other test meets its cases. It stands until the virtual
 * machine ends: a house that closes earlier takes the web apps of every other house in that machine with it.
 */
@TestPropertySource(properties = "redress.test.house=full")
class FiveHundredCasesIT extends AtTheDesk {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate FUNERAL = LocalDate.of(2022, 9, 19);
    private static final LocalDate SPRING = LocalDate.of(2022, 5, 30);
    private static final LocalDate JUBILEE = LocalDate.of(2022, 6, 2);

    @Autowired
    private Applications applications;

    @Autowired
    private BankHolidays bankHolidays;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TaskService tasks;

    @Test
    void a_bank_holiday_announced_with_ten_days_notice_moves_everything_once_and_in_one_transaction() throws Exception {
        today("2022-09-08");
        bankHolidays.withdraw(ENGLAND_AND_WALES, FUNERAL, "As it stood on 8 September 2022", "owner");
        List<String> cases = waitingForPapers(500, LocalDate.of(2022, 9, 7));
        assertStands(cases, "2022-09-21", "2022-10-17");

        today("2022-09-09");
        Effect beforehand = bankHolidays.ifAdded(
                ENGLAND_AND_WALES, FUNERAL, "Bank holiday for the State Funeral", "GOV.UK", "Proclaimed", "owner");
        Effect effect = announce();

        assertThat(effect).isEqualTo(beforehand);
        assertThat(effect.dueDays()).isEqualTo(1000);
        assertThat(effect.cases()).isEqualTo(500);
        assertThat(effect.clocks())
                .containsExactly(
                        new Effect.OfClock(ReviewClocks.PAPERS, "Papers from the force", 500, 0), new Effect.OfClock(ReviewClocks.DECISION_TARGET, "Target for the decision", 500, 0));
        assertStands(cases, "2022-09-22", "2022-10-18");
        assertThat(factsThatSayWhy("%State Funeral%"))
                .as("each clock that moved says why once, and no other says anything")
                .hasSize(1000)
                .allSatisfy((clock, times) -> assertThat(times).isEqualTo(1));
        assertThat(transactionsThatWrote("%State Funeral%", FUNERAL)).as("ledger, calendar, tasks and timers together").isEqualTo(1);
        assertThat(desk.get("caseworker1", "/api/cases/" + cases.get(0).replace('/', '-') + "/clocks").raw().body())
                .containsOnlyOnce("Moved from Wednesday 21 September 2022 to Thursday 22 September 2022 because Bank holiday for"
                        + " the State Funeral on Monday 19 September 2022 was added to the bank holidays: Proclaimed");

        List<Map<String, Object>> ledger = ledger();
        assertThatThrownBy(this::announce).isInstanceOf(ClockInputException.class).hasMessageContaining("already");
        assertThat(ledger()).as("announced again it changes nothing").isEqualTo(ledger);
        assertStands(cases, "2022-09-22", "2022-10-18");
    }

    @Test
    void a_bank_holiday_that_is_moved_moves_each_clock_once_and_to_where_it_belongs() throws Exception {
        today("2022-05-19");
        bankHolidays.move(ENGLAND_AND_WALES, JUBILEE, SPRING, "test", null, "As it would have been", "owner");
        List<String> earlier = waitingForPapers(25, LocalDate.of(2022, 5, 16));
        List<String> same = waitingForPapers(25, LocalDate.of(2022, 5, 19));
        assertStands(earlier, "2022-05-31", "2022-06-27");
        assertStands(same, "2022-06-06", "2022-06-30");

        Effect effect = bankHolidays.move(ENGLAND_AND_WALES, SPRING, JUBILEE, "GOV.UK", null, "Platinum Jubilee", "owner");

        assertThat(effect.clocks()).containsExactly(new Effect.OfClock(ReviewClocks.PAPERS, "Papers from the force", 0, 25));
        assertStands(earlier, "2022-05-30", "2022-06-27");
        assertStands(same, "2022-06-06", "2022-06-30");
        assertThat(factsThatSayWhy("Moved%Platinum Jubilee")).hasSize(25).containsValue(1L).doesNotContainValue(2L);
        assertThat(transactionsThatWrote("Moved%Platinum Jubilee", JUBILEE)).isEqualTo(1);
    }

    private Effect announce() {
        return bankHolidays.add(
                ENGLAND_AND_WALES,
                FUNERAL,
                "Bank holiday for the State Funeral",
                "GOV.UK",
                Instant.parse("2022-09-09T17:51:37Z"),
                "Proclaimed",
                "owner");
    }

    /** Cases whose papers were asked for on a day, with the steps and timers that wait in them. */
    private List<String> waitingForPapers(int many, LocalDate day) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> made = IntStream.range(0, many)
                    .mapToObj(i -> hands.submit(() -> oneCase(i, day)))
                    .toList();
            List<String> references = new ArrayList<>();
            for (Future<String> one : made) {
                references.add(one.get());
            }
            return references;
        } finally {
            hands.shutdownNow();
        }
    }

    private String oneCase(int number, LocalDate day) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "intake", null, AuthorityUtils.createAuthorityList("intake-clients")));
        String reference;
        try {
            reference = applications.receive(application(number, day), null, "intake");
        } finally {
            SecurityContextHolder.clearContext();
        }
        clocks.start(ReviewClocks.PAPERS.of(reference), day, "The papers were asked for", "caseworker1");
        goTo(instance(reference, "StatutoryReview"), "Call_CarryOutReview");
        goTo(instance(reference, "CarryOutReview"), "Task_ObtainPapers");
        return reference;
    }

    /** Puts a case at a later step at once; five hundred times through the forms of the steps between would take minutes. */
    private void goTo(ProcessInstance instance, String activity) {
        ProcessInstanceModificationInstantiationBuilder there = runtime.createProcessInstanceModification(instance.getId())
                .startBeforeActivity(activity);
        if (activity.equals("Call_CarryOutReview")) {
            there.setVariable("route", "25").setVariable("reviewBody", "THIS_BODY");
        }
        for (ActivityInstance here : runtime.getActivityInstance(instance.getId()).getChildActivityInstances()) {
            there.cancelActivityInstance(here.getId());
        }
        there.execute();
    }

    private ProcessInstance instance(String reference, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(process)
                .singleResult();
    }

    private static NewCase application(int number, LocalDate day) {
        return new NewCase(
                "RV",
                "FORM",
                day.atTime(9, 0).atZone(LONDON).toInstant(),
                null,
                null,
                null,
                Applications.parties(
                        new PersonDetails("Person " + number, "p" + number + "@example.org", null, List.of(), PreferredContact.EMAIL, null),
                        true, null),
                true,
                null,
                "FH/" + day + "/" + number,
                "MPS",
                LocalDate.of(2022, 1, 10),
                "How a stop in the street was handled",
                List.of(new NewCase.AllegationText("The officers did not listen", "The service was acceptable")),
                day.minusDays(10),
                day.minusDays(10),
                true,
                day.minusDays(10),
                "OWN",
                null);
    }

    /** Ledger, task, follow-up and both timers of each case say the same days. */
    private void assertStands(List<String> cases, String papers, String target) {
        Date papersOver = Date.from(LocalDate.parse(papers).plusDays(1).atStartOfDay(LONDON).toInstant());
        Date targetOver = Date.from(LocalDate.parse(target).plusDays(1).atStartOfDay(LONDON).toInstant());
        Map<String, Task> obtaining = tasks.createTaskQuery().taskDefinitionKey("Task_ObtainPapers").list().stream()
                .collect(Collectors.toMap(Task::getProcessInstanceId, task -> task));
        Map<String, String> instances = runtime.createProcessInstanceQuery().list().stream()
                .collect(Collectors.toMap(one -> one.getBusinessKey() + one.getProcessDefinitionId().split(":")[0],
                        ProcessInstance::getId));
        Map<String, List<Date>> timers = jobs.createJobQuery().timers().list().stream().collect(Collectors.groupingBy(
                Job::getProcessInstanceId, Collectors.mapping(Job::getDuedate, Collectors.toList())));
        for (String reference : cases) {
            assertThat(clocks.dueOn(ReviewClocks.PAPERS.of(reference))).as(reference).contains(LocalDate.parse(papers));
            assertThat(clocks.dueOn(ReviewClocks.DECISION_TARGET.of(reference))).as(reference).contains(LocalDate.parse(target));
            Task task = obtaining.get(instances.get(reference + "CarryOutReview"));
            assertThat(task.getDueDate()).as(reference).isEqualTo(new Date(papersOver.getTime() - 1000));
            assertThat(task.getFollowUpDate()).as(reference).isEqualTo(papersOver);
            assertThat(timers.get(instances.get(reference + "CarryOutReview"))).as(reference).containsExactly(papersOver);
            assertThat(timers.get(instances.get(reference + "StatutoryReview"))).as(reference).containsExactly(targetOver);
        }
    }

    private Map<Long, Long> factsThatSayWhy(String why) {
        return tables.queryForList("select case_clock, count(*) many from app.clock_fact where what like ? group by 1", why).stream()
                .collect(Collectors.toMap(row -> (Long) row.get("case_clock"), row -> (Long) row.get("many")));
    }

    /** PostgreSQL says of each row which transaction wrote it last. */
    private Integer transactionsThatWrote(String why, LocalDate day) {
        return tables.queryForObject(
                """
                select count(distinct written) from (
                  select xmin::text written from app.clock_fact where what like ?
                  union select xmin::text from app.bank_holiday where holiday = ? and withdrawn_at is null
                  union select t.xmin::text from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                    where t.task_def_key_ = 'Task_ObtainPapers' and e.business_key_ in
                      (select c.case_reference from app.case_clock c join app.clock_fact f on f.case_clock = c.id
                       where f.what like ? and c.clock = 'PAPERS')
                  union select j.xmin::text from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                    join app.case_clock c on c.case_reference = e.business_key_ join app.clock_fact f on f.case_clock = c.id
                    where f.what like ? and j.handler_cfg_ like case c.clock
                      when 'PAPERS' then 'Timer_PapersOverdue%' when 'DECISION_TARGET' then 'Timer_TargetPassed%' end
                ) rows
                """,
                Integer.class, why, day, why, why);
    }

    private List<Map<String, Object>> ledger() {
        return tables.queryForList("select c.*, c.xmin::text written, (select count(*) from app.clock_fact f where f.case_clock = c.id)"
                + " from app.case_clock c order by c.id");
    }
}
