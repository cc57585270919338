package org.redress.engine.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sets the engine up so that it refuses by itself what nobody is meant to do, whichever road they come. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

    private final CaseRights caseRights;
    private final ApplicationEventPublisher events;

    EngineGuards(CaseRights caseRights, ApplicationEventPublisher events) {
        this.caseRights = caseRights;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(true);
        engine.setResourceAuthorizationProvider(new TaskRights(caseRights));
        // rights on the history of one case: managers look back on all but those that are restricted to others
        engine.setEnableHistoricInstancePermissions(true);
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), new InstanceRights(caseRights)));
        engine.setIdentityProviderSessionFactory(new HouseIdentity.Factory(events));
        // the engine's default allows letters and digits only, but our groups have hyphens and accounts may be addresses
        engine.setGeneralResourceWhitelistPattern(AccountPasswords.ACCOUNT.pattern());
        // a wrong password makes the next try wait, up to a minute; nobody is locked out for good by a stranger's tries
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
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

    private static List<BpmnParseListener> with(List<BpmnParseListener> present, BpmnParseListener more) {
        List<BpmnParseListener> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(more);
        return all;
    }
}
