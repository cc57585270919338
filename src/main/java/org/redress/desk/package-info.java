/**
 * What every case needs, whatever its procedure: who may work on it, what about it needs attention, letters that somebody
 * else approves, telling the applicant how it goes, and closing. No procedure is named here: what only a procedure can say
 * it answers through the ports ({@link org.redress.desk.OfKind} and {@link org.redress.desk.ClosingBar}), and what follows
 * for it when letters are approved or a case ends it hears as an event in the same transaction.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"kernel", "kind", "database", "clock", "record", "people", "letter", "step", "casefile", "retention"})
package org.redress.desk;
