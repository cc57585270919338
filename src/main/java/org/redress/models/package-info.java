/**
 * What may stand in a diagram, a decision table, a form, a letter or a declaration. The same rules answer the build, the
 * gate at deployment and whoever asks before deploying. No engine and no framework appears here: a file is read as text
 * that somebody hostile may have written, and nothing in it is ever run.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Models")
package org.redress.models;
