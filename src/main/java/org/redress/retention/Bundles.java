package org.redress.retention;

import freemarker.template.Configuration;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.people.StaffDirectory;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the bundles that leave the house. That one is made goes on the record before anything is written into it. */
@Component
class Bundles {

    private final Configuration templates;
    private final ActRecord acts;
    private final StaffDirectory staff;
    private final TransactionTemplate transaction;

    Bundles(Configuration templates, ActRecord acts, StaffDirectory staff, TransactionTemplate transaction) {
        this.templates = templates;
        this.acts = acts;
        this.staff = staff;
        this.transaction = transaction;
    }

    void onRecord(List<Act> made) {
        transaction.executeWithoutResult(status -> made.forEach(acts::append));
    }

    /** What stands at the head of a bundle: the head of the record now, and who made the bundle. */
    Map<String, Object> head(String by) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("head", acts.head().toString());
        head.put("madeBy", staff.nameOf(by));
        return head;
    }

    Bundle open(OutputStream out) {
        return new Bundle(out, templates);
    }
}
