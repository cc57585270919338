package org.redress.engine.retention;

import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.clock.Now;
import org.redress.retention.LegalHolds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's clean-up follows our decision on keeping: what a procedure leaves behind may go when the day of its case has
 * passed, and not by the time to live in its diagram. While a case is open or on hold it has no day at all.
 */
@Component
class CaseRemovalTimes extends AbstractProcessEnginePlugin {

    /** The clean-up's own traces hold ids only. */
    private static final String BATCHES_GO_AFTER = "P30D";

    private final ObjectProvider<CaseFiles> cases;
    private final ObjectProvider<LegalHolds> holds;
    private final ObjectProvider<Now> now;

    CaseRemovalTimes(ObjectProvider<CaseFiles> cases, ObjectProvider<LegalHolds> holds, ObjectProvider<Now> now) {
        this.cases = cases;
        this.holds = holds;
        this.now = now;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBatchOperationHistoryTimeToLive(BATCHES_GO_AFTER);
        engine.setHistoryRemovalTimeProvider(new DefaultHistoryRemovalTimeProvider() {
            @Override
            public Date calculateRemovalTime(HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
                String key = instance.getBusinessKey();
                return key == null || cases.getObject().find(key).isEmpty()
                        ? super.calculateRemovalTime(instance, definition)
                        : ofCase(cases.getObject().get(key));
            }
        });
    }

    private Date ofCase(CaseFile file) {
        boolean kept = file.keepUntil() == null || holds.getObject().standing(file.reference()).isPresent();
        return kept ? null : Date.from(now.getObject().endOf(file.keepUntil()));
    }
}
