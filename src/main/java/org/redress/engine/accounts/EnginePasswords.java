package org.redress.engine.accounts;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.redress.draft.Unchanged;
import org.redress.engine.AsTheHouse;
import org.redress.people.PasswordRefused;
import org.redress.people.PasswordRule;
import org.redress.people.Passwords;
import org.springframework.stereotype.Component;

/** Passwords in the engine's identity tables. */
@Component
class EnginePasswords implements Passwords {

    private final IdentityService identity;
    private final ProviderAccounts providers;
    private final AsTheHouse asTheHouse;
    private final Unchanged unchanged;

    EnginePasswords(
            IdentityService identity,
            ProviderAccounts providers,
            AsTheHouse asTheHouse,
            Unchanged unchanged) {
        this.identity = identity;
        this.providers = providers;
        this.asTheHouse = asTheHouse;
        this.unchanged = unchanged;
    }

    @Override
    public boolean localTo(String account) {
        return !providers.isProviders(account);
    }

    @Override
    public void change(String account, String old, String wanted) {
        if (!localTo(account)) {
            throw new PasswordRefused(true, "You sign in at your organisation. Change your password there");
        }
        String before = mark(account);
        if (!asTheHouse.call(() -> identity.checkPassword(account, old))) {
            throw new PasswordRefused(true, "The password you have now is not right. Check it and try again");
        }
        Optional<String> fault = PasswordRule.fault(wanted, account);
        if (fault.isPresent()) {
            throw new PasswordRefused(false, fault.get());
        }
        if (wanted.equals(old)) {
            throw new PasswordRefused(false, "The new password must be another one than the old one");
        }
        unchanged.since("password of " + account, before, () -> mark(account), () -> asTheHouse.run(() -> {
            User user = identity.createUserQuery().userId(account).singleResult();
            user.setPassword(wanted);
            identity.saveUser(user);
        }));
    }

    /** Stands for the password that is kept now; tells nothing about it. */
    private String mark(String account) {
        User user = asTheHouse.call(() -> identity.createUserQuery().userId(account).singleResult());
        return Unchanged.mark(user == null ? null : user.getPassword());
    }
}
