package org.redress.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.step.DecisionTables;
import org.redress.step.Procedures;
import org.redress.step.RoutingFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Watches, whenever facts change, whether a reason has appeared why the review is for the IOPC. Until the decision is
 * out, such a reason sends the case to forwarding, for the body that must decide does so (para 32(2)).
 */
@Service
public class ReviewBodyWatch {

    /** The message that the review waits for until its decision is out. */
    static final String LIMB_SEEN = "Message_LimbSeen";

    private final Facts facts;
    private final DecisionTables tables;
    private final Procedures procedures;
    private final ActRecord acts;

    ReviewBodyWatch(Facts facts, DecisionTables tables, Procedures procedures, ActRecord acts) {
        this.facts = facts;
        this.tables = tables;
        this.procedures = procedures;
        this.acts = acts;
    }

    /**
     * Looks at the facts as they stand now.
     *
     * @return whether the case was sent back to be tested again
     */
    @Transactional
    public boolean look(String caseReference) {
        Map<String, Object> inputs = new HashMap<>(facts.current(caseReference).routing().values());
        List<Map<String, Object>> limbs = tables.evaluate("ReviewBodyLimbs", caseReference, inputs);
        if (limbs.isEmpty() || !procedures.tell(LIMB_SEEN, caseReference, RoutingFacts.none())) {
            return false;
        }
        acts.append(Act.of(
                        caseReference,
                        "redress",
                        "LIMB_SEEN",
                        "A reason was seen why the review is for the IOPC; the review stops and the case is tested again")
                .because(limbs.get(0).get("provision").toString()));
        return true;
    }
}
