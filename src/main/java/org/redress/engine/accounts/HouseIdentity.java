package org.redress.engine.accounts;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks passwords for every road that asks for one: our sign-in, Tasklist's, and HTTP Basic. The engine's own lock is not
 * used: with it any stranger could keep a person out of their account.
 */
class HouseIdentity extends DbIdentityServiceProvider {

    private final SignInTries tries;
    private final KnownPasswords known;

    HouseIdentity(SignInTries tries, KnownPasswords known) {
        this.tries = tries;
        this.known = known;
    }

    @Override
    public boolean checkPassword(String account, String password) {
        if (account == null || password == null) {
            return false;
        }
        Optional<String> address = address();
        if (address.map(from -> tries.toWait(account, from)).orElse(Duration.ZERO).compareTo(Duration.ZERO) > 0) {
            return false;
        }
        boolean right = isRight(account, password);
        address.ifPresent(from -> {
            if (right) {
                tries.succeeded(account, from);
            } else {
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

    /** Where the request comes from; nowhere when the house asks itself. */
    private static Optional<String> address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.ofNullable(request.getRequest().getRemoteAddr())
                : Optional.empty();
    }

    /** Makes the engine use it. */
    record Factory(SignInTries tries, KnownPasswords known) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return WritableIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new HouseIdentity(tries, known);
        }
    }
}
