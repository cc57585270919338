package org.redress.desk;

import java.util.List;

/** Whether anyone on the staff must stay away from the case, and who takes it. */
public record CheckConflicts(
        String conflictFound, List<String> barredStaff, String conflictReason, String allocateTo) {}
