/**
 * Who works here and on what: staff and their groups, who is signed in, who may not touch a case, and who has it in
 * hand. No engine type appears here; where accounts are kept is behind {@link org.redress.people.StaffDirectory}.
 */
@org.springframework.modulith.ApplicationModule(displayName = "People")
package org.redress.people;
