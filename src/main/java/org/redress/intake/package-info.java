/** Every way in: applications, papers, answers and withdrawals over REST, and what the case tells back. */
@org.springframework.modulith.ApplicationModule(displayName = "Intake")
package org.redress.intake;
