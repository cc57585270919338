package org.redress.engine.accounts;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Checks passwords for every road that asks for one: our sign-in, Tasklist's, and HTTP Basic. The engine's own lock is not
 * used: with it any stranger could keep a person out of their account.
 */
class HouseIdentity extends ToldIdentity {

    private static final Logger log = LoggerFactory.getLogger(HouseIdentity.class);

    private final SignInTries tries;
    private final KnownPasswords known;

    HouseIdentity(SignInTries tries, KnownPasswords known, ApplicationEventPublisher events, AccountActs acts) {
        super(events, acts);
        this.tries = tries;
        this.known = known;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        AccountRefusals.checkNames(user);
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        AccountRefusals.checkName(group);
        return super.saveGroup(group);
    }

    @Override
    public boolean checkPassword(String account, String password) {
        if (account == null || password == null) {
            return false;
        }
        Optional<String> address = SignInTries.address();
        if (address.map(from -> tries.toWait(account, from)).orElse(Duration.ZERO).compareTo(Duration.ZERO) > 0) {
            return false;
        }
        boolean right = isRight(account, password);
        address.ifPresent(from -> {
            if (right) {
                tries.succeeded(account, from);
            } else {
                // what was typed as a name may be a password, so only names that we know are written down
                log.warn("Wrong password for {}", findUserById(account) == null ? "an account that does not exist" : account);
                tries.failed(account, from);
            }
        });
        return right;
    }

    private boolean isRight(String account, String password) {
        UserEntity user = findUserById(account);
        if (user == null) {
            // as much work as for an account that exists, so that time does not tell which one does
            Context.getProcessEngineConfiguration().getPasswordManager().check(password, known.nobodys());
            return false;
        }
        return known.is(account, password, user.getPassword(), () -> matchPassword(password, user));
    }

    /** Makes the engine use it. */
    record Factory(SignInTries tries, KnownPasswords known, ApplicationEventPublisher events, AccountActs acts)
            implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new HouseIdentity(tries, known, events, acts);
        }
    }
}
