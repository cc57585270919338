/** The case: reference, parties, allegations, documents, notes and restriction. */
@org.springframework.modulith.ApplicationModule(displayName = "Case file")
package org.redress.casefile;
