package org.redress.page;

import java.util.List;
import java.util.Objects;
import org.redress.people.DemoAccount;
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
                demo ? DemoAccount.all().stream().filter(account -> staff.find(account.id()).isPresent()).toList() : List.of());
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
}
