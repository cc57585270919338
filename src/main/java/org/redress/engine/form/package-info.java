/**
 * The form door: the one road by which a person's answers reach a procedure.
 *
 * <p>The engine checks Camunda Forms in the browser only, stores whatever it is handed and lets a task be completed past its
 * form. Here every user task gets {@link org.redress.engine.form.FormDoor}, which checks the answers against the very form
 * deployed with the process version, binds them to the step's record, hands them to the step's bean in the same transaction
 * and stores routing facts only. All other roads are closed.
 */
package org.redress.engine.form;
