package org.redress.engine.deploy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.models.Findings;
import org.redress.people.CurrentPerson;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts on record who changed the procedures, who tried to, and who asked a table by hand. */
@Component
class DeploymentsOnRecord {

    private static final Logger log = LoggerFactory.getLogger(DeploymentsOnRecord.class);
    private static final String THE_HOUSE = "redress";
    private static final int MOST_NAMED = 100;

    private final ActRecord acts;
    private final CurrentPerson person;
    private final TransactionTemplate ownTransaction;

    DeploymentsOnRecord(ActRecord acts, CurrentPerson person, PlatformTransactionManager transactions) {
        this.acts = acts;
        this.person = person;
        // what was refused is about to be undone, its record is not
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Stands or falls with the deployment itself. */
    void deployed(Map<String, byte[]> files) {
        Map<String, String> fingerprints = new TreeMap<>();
        files.forEach((name, content) -> fingerprints.put(name, Sha256.ofBytes(content)));
        String whole = Sha256.ofBytes(fingerprints.toString().getBytes(StandardCharsets.UTF_8));
        acts.append(Act.of(null, who(), "DEPLOYED_MODELS", "Deployed " + count(files.size()) + ", fingerprint " + whole.substring(0, 16))
                .with(Map.of("files", fingerprints, "fingerprint", whole)));
    }

    void refused(Findings findings) {
        List<String> broken = findings.refusals().stream()
                .map(finding -> finding.file() + ": " + finding.ruleId())
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        String rules = String.join(", ", findings.refusals().stream().map(finding -> finding.ruleId()).distinct().sorted().toList());
        note(Act.of(null, who(), "REFUSED_DEPLOYMENT", "A deployment was refused: " + rules).with(Map.of("broken", broken)));
    }

    /** The engine itself could not read it, or a step and its form did not agree. */
    void unreadable() {
        note(Act.of(null, who(), "REFUSED_DEPLOYMENT", "A deployment was refused: the diagram, its steps and forms do not agree"));
    }

    /** A person asked a table by hand; what they asked stays out of the record. */
    void evaluated(String account, String decision, int version) {
        acts.append(Act.of(null, account, "EVALUATED_TABLE", "Asked the table " + decision + ", version " + version)
                .with(Map.of("table", decision, "version", version)));
    }

    private void note(Act act) {
        try {
            ownTransaction.executeWithoutResult(transaction -> acts.append(act));
        } catch (RuntimeException notKept) {
            log.error("That a deployment of {} was refused could not be put on record", act.person(), notKept);
        }
    }

    private String who() {
        return person.accountIfAny().orElse(THE_HOUSE);
    }

    private static String count(int files) {
        return files == 1 ? "one file" : files + " files";
    }
}
