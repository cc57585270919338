/**
 * Letters: drafted from the file, shown, checked by someone other than their author, frozen byte for byte and sent once.
 * The words live in {@code src/main/resources/letters}; this package knows none of them.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Letter")
package org.redress.letter;
