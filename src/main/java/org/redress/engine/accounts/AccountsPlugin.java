package org.redress.engine.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.redress.people.PasswordRule;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the engine keep, check and demand passwords as this house does, whoever sets them: Admin, REST or our own page. */
@Component
class AccountsPlugin extends AbstractProcessEnginePlugin {

    private final SignInTries tries;
    private final KnownPasswords known;
    private final ApplicationEventPublisher events;
    private final AccountActs acts;

    AccountsPlugin(SignInTries tries, KnownPasswords known, ApplicationEventPublisher events, AccountActs acts) {
        this.tries = tries;
        this.known = known;
        this.events = events;
        this.acts = acts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new HouseIdentity.Factory(tries, known, events, acts));
        engine.setPasswordEncryptor(new StretchedHash());
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(policy());
        List<CommandInterceptor> inner = new ArrayList<>();
        if (engine.getCustomPostCommandInterceptorsTxRequired() != null) {
            inner.addAll(engine.getCustomPostCommandInterceptorsTxRequired());
        }
        inner.add(new AccountRefusals());
        engine.setCustomPostCommandInterceptorsTxRequired(inner);
    }

    /** The words are what Admin shows beside the field: it has no translation for them and shows them as they are. */
    private static PasswordPolicy policy() {
        List<PasswordPolicyRule> rules = List.of(
                new Rule("It has " + PasswordRule.SHORTEST + " to " + PasswordRule.LONGEST + " characters",
                        (password, account) -> PasswordRule.longEnough(password)),
                new Rule("It is not one of those that are guessed first",
                        (password, account) -> !PasswordRule.common(password)),
                new Rule("It does not hold the name of the account",
                        (password, account) -> !PasswordRule.namesAccount(password, account)));
        return () -> rules;
    }

    private record Rule(String words, BiPredicate<String, String> kept) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return words;
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return kept.test(password, null);
        }

        @Override
        public boolean execute(String password, User user) {
            return kept.test(password, user == null ? null : user.getId());
        }
    }
}
