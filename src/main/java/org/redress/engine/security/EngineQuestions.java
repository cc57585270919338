package org.redress.engine.security;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/** How the engine asks for rights where its own way does not fit: with thousands of open cases, or with rights on all of a kind. */
class EngineQuestions extends AuthorizationManager {

    /** Puts these questions in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new EngineQuestions();
        }
    }

    /** In each command the engine would read through all rights for the groups that have any. Somebody is in few, and all of ours have some. */
    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return groups == null ? EMPTY_LIST : groups;
    }

    /**
     * A right on the history of all instances would be one on what was done outside of every instance too, for it is asked for
     * with the instance that an entry does not have: so whoever looks back on cases would read who changed which account.
     */
    @Override
    public void configureUserOperationLogQuery(UserOperationLogQueryImpl query) {
        super.configureUserOperationLogQuery(query);
        query.getAuthCheck().getPermissionChecks().getAtomicChecks()
                .removeIf(check -> check.getResource() == Resources.HISTORIC_PROCESS_INSTANCE);
    }
}
