package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.CaseFiles;
import org.redress.people.Permission;
import org.redress.review.ReviewPaths;
import org.redress.testing.Caller;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Every page and REST door that the program has, tried by every role, on cases in every state. */
@RedressTest
class PermissionMatrixIT {

    private static final String APPLICATION = """
            {"channel": "EMAIL", "receivedAt": "2026-03-02T09:14:00Z", "applicant": {"fullName": "Matrix Applicant",
             "email": "matrix@example.org", "preferredContact": "EMAIL", "isComplainant": true}}
            """;

    private final RequestMappingHandlerMapping mappings;
    private final Doors doors;
    private final CaseFiles cases;

    @LocalServerPort
    private int port;

    @Autowired
    PermissionMatrixIT(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, Doors doors, CaseFiles cases) {
        this.mappings = mappings;
        this.doors = doors;
        this.cases = cases;
    }

    @Test
    void every_page_and_rest_door_of_the_program_is_in_the_table() {
        Set<String> everyGroup = Set.of("caseworkers", "reviews-officers", "reviews-managers", "process-owners",
                "private-office", "intake-clients", "camunda-admin");

        assertThat(knocks().filter(knock -> !doors.open(knock.method(), knock.at("RV-2026-000042K"), everyGroup))
                        .map(knock -> knock.method() + " " + knock.path()))
                .as("doors.csv has no line for these, so nobody can come in")
                .isEmpty();
        assertThat(knocks().count()).isGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource({
        "caseworker1, caseworkers", "officer1, reviews-officers", "manager, reviews-managers", "owner, process-owners",
        "private-office, private-office", "intake, intake-clients", "admin, camunda-admin",
    })
    void a_role_is_refused_whatever_the_table_does_not_open_to_it(String account, String group) {
        String reference = anApplication();
        Person person = new Person(account, port);
        List<String> open = new ArrayList<>();
        knocks().filter(knock -> !doors.open(knock.method(), knock.at(reference), Set.of(group))).forEach(knock -> {
            int status = person.knocks(knock, reference).statusCode();
            // pages and cases that are not for somebody look like ones that are not there
            if (status != 404 && (status != 403 || knock.isPage() || knock.namesCase() && !isCaseStaff(group))) {
                open.add(knock + " answered " + status);
            }
        });

        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"caseworker1, caseworkers", "officer1, reviews-officers", "manager, reviews-managers"})
    void a_role_sees_what_the_table_opens_to_it(String account, String group) {
        String reference = anApplication();
        Person person = new Person(account, port);
        List<String> closed = new ArrayList<>();
        knocks().filter(knock -> knock.method().equals("GET") && knock.path().replace("{reference}", "").indexOf('{') < 0)
                .filter(knock -> knock.namesCase() && doors.open("GET", knock.at(reference), Set.of(group)))
                .forEach(knock -> {
                    int status = person.knocks(knock, reference).statusCode();
                    if (status != 200) {
                        closed.add(knock + " answered " + status);
                    }
                });

        assertThat(closed).isEmpty();
    }

    @Test
    void whoever_is_not_signed_in_comes_through_no_door_but_those_for_everyone() {
        List<String> open = new ArrayList<>();
        Visitor nobody = new Visitor(port);
        Caller machine = Caller.anonymous(port);
        knocks().filter(knock -> !doors.open(knock.method(), knock.at("RV-2026-000042K"), null)).forEach(knock -> {
            HttpResponse<String> answer = knock.isPage()
                    ? nobody.json(knock.method(), knock.at("RV-2026-000042K"), "")
                    : machine.call(knock.method(), knock.at("RV-2026-000042K"), "{}");
            boolean ledToSignIn = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").contains("/sign-in");
            if (!ledToSignIn && answer.statusCode() != 401 && answer.statusCode() != 403) {
                open.add(knock + " answered " + answer.statusCode());
            }
        });

        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"caseworker1, caseworkers", "officer1, reviews-officers", "manager, reviews-managers", "intake, intake-clients"})
    void nothing_is_done_to_a_closed_case_that_its_state_does_not_allow(String account, String group) {
        String reference = anApplication();
        cases.close(cases.get(reference).reference(), ReviewPaths.NOT_VALID, LocalDate.of(2032, 1, 1), "redress");
        Person person = new Person(account, port);
        List<String> done = new ArrayList<>();
        List<Knock> tried = knocks().filter(Knock::namesCase)
                .filter(knock -> {
                    List<Permission> actions = doors.actions(knock.method(), knock.at(reference), Set.of(group));
                    return !actions.isEmpty() && actions.stream().noneMatch(action -> action.states().allow(true));
                })
                .toList();
        tried.forEach(knock -> {
            int status = person.knocks(knock, reference).statusCode();
            if (status != 409) {
                done.add(knock + " answered " + status);
            }
        });

        assertThat(tried).isNotEmpty();
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"caseworker1, caseworkers", "officer1, reviews-officers", "manager, reviews-managers"})
    void a_restricted_case_is_not_there_for_whoever_is_not_named_on_no_page_and_at_no_door(String account, String group) {
        String reference = anApplication();
        cases.restrict(cases.get(reference).reference(), true, Set.of("caseworker4"), "A colleague is the complainant", "manager");
        Person person = new Person(account, port);
        List<String> seen = new ArrayList<>();
        List<Knock> tried = knocks().filter(Knock::namesCase)
                .filter(knock -> doors.open(knock.method(), knock.at(reference), Set.of(group)))
                .toList();
        tried.forEach(knock -> {
            HttpResponse<String> answer = person.knocks(knock, reference);
            if (answer.statusCode() != 404 || answer.body().contains("Matrix Applicant")) {
                seen.add(knock + " answered " + answer.statusCode());
            }
        });

        assertThat(tried).hasSizeGreaterThan(15);
        assertThat(seen).isEmpty();
    }

    @Test
    void whatever_names_a_case_goes_through_the_one_check_of_cases_wherever_its_path_begins() {
        List<String> past = knocks().filter(Knock::namesCase)
                .filter(knock -> chain(knock).getInterceptorList().stream().noneMatch(CaseStates.class::isInstance))
                .map(Knock::toString)
                .toList();

        assertThat(past).isEmpty();
        assertThat(knocks().filter(Knock::namesCase)).extracting(Knock::path).contains("/retention/{reference}/hold");
    }

    private HandlerExecutionChain chain(Knock knock) {
        MockHttpServletRequest request = new MockHttpServletRequest(knock.method(), knock.at("RV-2026-000042K"));
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return mappings.getHandler(request);
        } catch (Exception e) {
            throw new AssertionError(knock + " leads nowhere", e);
        }
    }

    private static boolean isCaseStaff(String group) {
        return Set.of("caseworkers", "reviews-officers", "reviews-managers").contains(group);
    }

    private String anApplication() {
        return Caller.json(Caller.as("intake", port).post("/api/applications", APPLICATION)).get("reference").asText()
                .replace('/', '-');
    }

    /** Every mapping of our own controllers, as the program itself knows them. */
    private Stream<Knock> knocks() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("org.redress."))
                .filter(mapping -> !mapping.getValue().getBeanType().getPackageName().equals("org.redress.doorcheck"))
                .flatMap(mapping -> knocks(mapping.getKey()))
                .sorted(java.util.Comparator.comparing(Knock::toString))
                .distinct();
    }

    private static Stream<Knock> knocks(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of("GET") : methods).stream().map(method -> new Knock(method, path)));
    }

    private record Knock(String method, String path) {

        boolean isPage() {
            return !path.startsWith("/api/");
        }

        boolean namesCase() {
            return path.contains("{reference}");
        }

        String at(String reference) {
            return path.replace("{reference}", reference).replaceAll("\\{[^}]*}", "987654321");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Somebody who knocks at pages with a browser and at REST doors with account and password. */
    private static final class Person {

        private final Visitor browser;
        private final Caller rest;

        Person(String account, int port) {
            browser = Visitor.signedIn(account, port);
            rest = Caller.as(account, port);
        }

        HttpResponse<String> knocks(Knock knock, String reference) {
            String path = knock.at(reference);
            if (!knock.isPage()) {
                return rest.call(knock.method(), path, knock.method().equals("GET") ? null : "{}");
            }
            return knock.method().equals("GET")
                    ? browser.get(path)
                    : browser.form(path, Map.of("_csrf", Visitor.token(browser.get("/").body()), "version", "0"));
        }
    }
}
