/**
 * The promise between the form door and a procedure: a person's checked answers go in as a record, effects happen, and
 * only routing facts come out. No engine type and no web type appears here, so that a procedure never sees either.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Step")
package org.redress.step;
