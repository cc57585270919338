package org.redress.page;

import java.util.List;
import org.redress.people.StaffDirectory;
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

    FirstPage(StaffDirectory staff, Environment settings) {
        this.staff = staff;
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
            @RequestParam(required = false) String next, @RequestParam(required = false) String error, Model model) {
        model.addAttribute("next", next == null ? "/cases" : next);
        model.addAttribute("failed", error != null);
        return "page/sign-in";
    }

    /** One row of the table of demo accounts. */
    public record DemoAccount(String id, String what) {

        public String password() {
            return id + "-demo";
        }
    }
}
