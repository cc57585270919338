/**
 * What every case needs, whatever its procedure. No procedure is named here: what only a procedure can say it answers through
 * the ports ({@link org.redress.desk.OfKind}), and what follows for it when letters are approved it hears as an event in the
 * same transaction.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"kernel", "kind", "clock", "record", "people", "letter", "step", "casefile", "retention"})
package org.redress.desk;
