/** A procedure of one step, for tests of who may come through which door. */
package org.redress.doorcheck;
