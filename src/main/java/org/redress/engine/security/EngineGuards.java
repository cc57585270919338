package org.redress.engine.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** Sets the engine up so that it refuses by itself what nobody is meant to do, whichever road they come. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

    private final StepRoles stepRoles;
    private final CaseRights caseRights;

    EngineGuards(StepRoles stepRoles, CaseRights caseRights) {
        this.stepRoles = stepRoles;
        this.caseRights = caseRights;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(stepRoles);
        listeners.add(new InstanceRights(caseRights));
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new TaskRights(caseRights));
        // rights on the history of one case: managers look back on all but those that are hidden from them
        engine.setEnableHistoricInstancePermissions(true);
        // a right that is taken from somebody counts before one that they have on all; and each line of a list is then asked about
        // by itself, through an index, where otherwise all lines are laid beside all rights of the person
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_ALWAYS);
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(new EngineQuestions.Factory());
        engine.setCustomSessionFactories(sessions);
        // the engine's default allows letters and digits only, but our groups have hyphens and accounts may be addresses
        engine.setGeneralResourceWhitelistPattern(AccountPasswords.ACCOUNT.pattern());
    }

    /**
     * By default whoever is in the group camunda-admin may see and do everything, rights or no rights. Here nobody is
     * such an administrator: administrators have the rights that engine-rights.csv gives them and no more.
     */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setAdminGroups(new ArrayList<>());
        engine.setAdminUsers(new ArrayList<>());
    }
}
