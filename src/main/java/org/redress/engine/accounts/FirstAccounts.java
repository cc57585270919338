package org.redress.engine.accounts;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Which accounts a fresh start makes: demo staff on our own database, at most one administrator on somebody else's. */
@Component
class FirstAccounts {

    private final boolean demo;
    private final String administrator;
    private final String password;

    FirstAccounts(Environment settings) {
        demo = !StringUtils.hasText(settings.getProperty("spring.datasource.url"))
                && settings.getProperty("redress.demo", Boolean.class, true);
        administrator = settings.getProperty("redress.admin.id");
        password = settings.getProperty("redress.admin.password");
    }

    boolean demo() {
        return demo;
    }

    boolean administratorGiven() {
        return StringUtils.hasText(administrator) && StringUtils.hasText(password);
    }

    String administrator() {
        return administrator;
    }

    String password() {
        return password;
    }
}
