/** What every case needs, whatever its procedure. No procedure is named here. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"kernel", "kind", "clock", "record", "people", "letter", "step", "casefile", "retention"})
package org.redress.desk;
