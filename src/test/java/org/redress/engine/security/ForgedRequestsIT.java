package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door of ours that changes something, found by asking the application itself, so that a new one is among them. */
@RedressTest
class ForgedRequestsIT {

    private static final Set<RequestMethod> READING = Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    private final RequestMappingHandlerMapping handlers;

    @LocalServerPort
    private int port;

    @Autowired
    ForgedRequestsIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @Test
    void no_door_that_changes_something_opens_to_a_request_without_the_guard_against_forged_ones() {
        List<String> walked = new ArrayList<>();
        for (String account : List.of("caseworker1", "manager", "owner", "admin")) {
            Visitor visitor = Visitor.signedIn(account, port);
            for (RequestMappingInfo info : handlers.getHandlerMethods().keySet()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (READING.contains(method)) {
                        continue;
                    }
                    for (String pattern : info.getPatternValues()) {
                        String path = pattern.replaceAll("\\{[^}]+}", "1");
                        HttpResponse<String> bare = visitor.json(method.name(), path, "{}");
                        assertThat(bare.statusCode()).as("%s %s as %s", method, path, account).isEqualTo(403);
                        HttpResponse<String> fromElsewhere = visitor.form(path, Map.of("_csrf", "made-up", "_guard", "made.up", "x", "y"),
                                "Sec-Fetch-Site", "cross-site");
                        assertThat(fromElsewhere.statusCode()).as("forged POST %s as %s", path, account).isEqualTo(403);
                        walked.add(method + " " + pattern);
                    }
                }
            }
        }
        assertThat(walked).contains("POST /cases/{reference}/notes", "PUT /api/drafts/{task}", "POST /password", "POST /api/applications");
    }

    @Test
    void a_handler_that_takes_any_method_would_escape_the_walk_so_there_is_none() {
        List<String> any = handlers.getHandlerMethods().entrySet().stream()
                .filter(handler -> handler.getKey().getMethodsCondition().getMethods().isEmpty())
                .map(handler -> handler.getValue().toString())
                .filter(name -> name.startsWith("org.redress"))
                .toList();

        assertThat(any).isEmpty();
    }
}
