package org.redress.page;

import java.util.List;
import java.util.Objects;
import org.redress.people.StaffDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a newcomer sees first, and the sign-in. */
@Controller
class FirstPage {

    /** The demo staff in the order of a newcomer's interest, with what each may do. */
    private static final List<DemoAccount> DEMO = List.of(
            new DemoAccount("caseworker1", "Caseworker: works reviews from start to end"),
            new DemoAccount("caseworker2", "Caseworker"),
            new DemoAccount("caseworker3", "Caseworker"),
            new DemoAccount("caseworker4", "Caseworker"),
            new DemoAccount("officer1", "Reviews officer: checks conflicts, decisions and letters"),
            new DemoAccount("officer2", "Reviews officer"),
            new DemoAccount("manager", "Reviews manager: decides on lateness, agrees targets, sees all work"),
            new DemoAccount("owner", "Process owner: changes diagrams, tables and forms; sees no case"),
            new DemoAccount("private-office", "Private Office: correspondence; sees no case"),
            new DemoAccount("admin", "Administrator of accounts; sees no case"),
            new DemoAccount("intake", "A machine that hands in applications over REST"));

    private final StaffDirectory staff;
    private final boolean demo;
    private final List<Provider> providers;
    private final boolean localToo;

    FirstPage(StaffDirectory staff, ObjectProvider<OAuth2ClientProperties> signIn, Environment settings) {
        this.staff = staff;
        this.providers = signIn.stream()
                .flatMap(one -> one.getRegistration().entrySet().stream())
                .map(one -> new Provider(one.getKey(), Objects.requireNonNullElse(one.getValue().getClientName(), one.getKey())))
                .toList();
        this.localToo = settings.getProperty("redress.provider.local-accounts", Boolean.class, false);
        this.demo = !StringUtils.hasText(settings.getProperty("spring.datasource.url"))
                && settings.getProperty("redress.demo", Boolean.class, true);
    }

    @GetMapping("/")
    String first(Model model) {
        model.addAttribute(
                "demoAccounts",
                demo ? DEMO.stream().filter(account -> staff.find(account.id()).isPresent()).toList() : List.of());
        return "page/first";
    }

    /** Where to go afterwards is checked when somebody has signed in, and again wherever it is sent. */
    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) String next,
            @RequestParam(required = false) String error,
            @RequestParam(defaultValue = "") String problem,
            Model model) {
        model.addAttribute("next", next == null ? "/" : next);
        model.addAttribute("failed", error != null);
        model.addAttribute("problem", problem);
        model.addAttribute("providers", providers);
        model.addAttribute("local", providers.isEmpty() || localToo);
        return "page/sign-in";
    }

    /** Where people may sign in instead of here. */
    public record Provider(String id, String name) {}

    /** One row of the table of demo accounts. */
    public record DemoAccount(String id, String what) {

        public String password() {
            return id + "-demo";
        }
    }
}
