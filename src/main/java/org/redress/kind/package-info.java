/**
 * What each kind of case declares about itself, in one file beside its diagrams: its clocks, letters, ends, parties, groups,
 * variables and statutory steps. A floor that needs such a word asks here and names no procedure.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Kind")
package org.redress.kind;
