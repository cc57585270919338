/**
 * What somebody has typed and not yet handed in: answers to a step in Tasklist, and forms that came after the session had
 * ended. It is kept here and nowhere else, for its author alone, and for days, not years. And what keeps a form from counting
 * twice, or from overwriting unseen what a colleague did meanwhile.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Drafts")
package org.redress.draft;
