/** Who did what, when and why: the append-only, hash-chained record behind every case's timeline. */
@org.springframework.modulith.ApplicationModule(displayName = "Record")
package org.redress.record;
